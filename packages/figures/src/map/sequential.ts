/** Warm for numbers of incidents, teal for densities. */
export type SequentialHue = 'warm' | 'teal';

/** Lightness, chroma and hue (CIE LCh, D65) at parts of a ramp from light to dark. */
type Stop = readonly [part: number, lightness: number, chroma: number, hueDegrees: number];

const STOPS: Record<SequentialHue, readonly Stop[]> = {
  warm: [
    [0, 96, 10, 82],
    [0.5, 64, 72, 58],
    [0.75, 44, 74, 43],
    [1, 17, 32, 36],
  ],
  teal: [
    [0, 98, 3, 190],
    [0.42, 69, 46, 185],
    [0.7, 44, 34, 222],
    [1, 11, 24, 240],
  ],
};

/** Outline of places of any class, at least 3:1 against the ground and the quiet places. */
export const sequentialOutline: Record<SequentialHue, string> = { warm: '#8A2A10', teal: '#0B5563' };

/**
 * `count` fills of one hue from light to dark, each the middle of its part of the ramp. Neighbours differ by ΔE 15 and
 * more up to 7 classes, in teal up to 6, and by lightness, so that they hold in grey.
 */
export function sequentialFills(count: number, hue: SequentialHue = 'warm'): readonly string[] {
  return Array.from({ length: count }, (_, i) => colourAt(STOPS[hue], (i + 0.5) / count));
}

function colourAt(stops: readonly Stop[], part: number): string {
  const after = stops.findIndex(([at]) => at >= part);
  const [from, to] = [stops[after - 1]!, stops[after]!];
  const share = (part - from[0]) / (to[0] - from[0]);
  const at = (i: 1 | 2 | 3) => from[i] + share * (to[i] - from[i]);
  return hexOfLch(at(1), at(2), at(3));
}

/** CIE LCh to sRGB (IEC 61966-2-1); what the screen cannot show becomes the nearest channel value. */
function hexOfLch(lightness: number, chroma: number, hueDegrees: number): string {
  const hue = (hueDegrees * Math.PI) / 180;
  const fy = (lightness + 16) / 116;
  const x = 0.95047 * cubed(fy + (chroma * Math.cos(hue)) / 500);
  const y = cubed(fy);
  const z = 1.08883 * cubed(fy - (chroma * Math.sin(hue)) / 200);
  const channels = [
    3.2406 * x - 1.5372 * y - 0.4986 * z,
    -0.9689 * x + 1.8758 * y + 0.0415 * z,
    0.0557 * x - 0.204 * y + 1.057 * z,
  ];
  return `#${channels.map(hexOfChannel).join('')}`;
}

function cubed(f: number): number {
  return f > 6 / 29 ? f ** 3 : 3 * (6 / 29) ** 2 * (f - 4 / 29);
}

function hexOfChannel(linear: number): string {
  const light = Math.min(1, Math.max(0, linear));
  const coded = light <= 0.0031308 ? 12.92 * light : 1.055 * light ** (1 / 2.4) - 0.055;
  return Math.round(255 * coded)
    .toString(16)
    .padStart(2, '0')
    .toUpperCase();
}
