/** CIE Lab of an sRGB colour, D65. */
function labOf(colour: string): [number, number, number] {
  const [r, g, b] = linearOf(colour);
  const [fx, fy, fz] = [
    (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047,
    0.2126 * r + 0.7152 * g + 0.0722 * b,
    (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883,
  ].map((t) => (t > (6 / 29) ** 3 ? Math.cbrt(t) : t / (3 * (6 / 29) ** 2) + 4 / 29)) as [
    number,
    number,
    number,
  ];
  return [116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)];
}

function linearOf(colour: string): [number, number, number] {
  return [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
}

/** Colour difference of 1976. */
export function deltaE(a: string, b: string): number {
  const [p, q] = [labOf(a), labOf(b)];
  return Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
}

/** Full dichromacy on linear RGB (Machado, Oliveira & Fernandes 2009, severity 1). */
const DICHROMATS = {
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
} as const;

export const dichromats = Object.keys(DICHROMATS) as (keyof typeof DICHROMATS)[];

/** A colour as someone sees it who lacks one kind of cone. */
export function seenBy(kind: keyof typeof DICHROMATS, colour: string): string {
  const linear = linearOf(colour);
  const channels = DICHROMATS[kind].map((weights) => {
    const light = Math.min(
      1,
      Math.max(
        0,
        weights.reduce((sum, weight, i) => sum + weight * linear[i]!, 0),
      ),
    );
    const coded = light <= 0.0031308 ? 12.92 * light : 1.055 * light ** (1 / 2.4) - 0.055;
    return Math.round(255 * coded)
      .toString(16)
      .padStart(2, '0');
  });
  return `#${channels.join('')}`;
}
