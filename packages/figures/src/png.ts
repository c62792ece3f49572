import { createRequire } from 'node:module';
import { crc32 } from 'node:zlib';
import { Resvg } from '@resvg/resvg-js';
import { FONT_FAMILY } from './text/text-line.tsx';

export interface PngOptions {
  /** Dots per inch, default 300. */
  readonly dpi?: number;
}

const MM_PER_INCH = 25.4;
const METERS_PER_INCH = 0.0254;

/** Signature (8 bytes) and the IHDR chunk (25 bytes), after which pHYs may stand. */
const AFTER_IHDR = 33;

/** The font files figures are set in, regular and bold, as paths. */
export function fontFiles(): string[] {
  const require = createRequire(import.meta.url);
  return [
    require.resolve('@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf'),
    require.resolve('@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf'),
  ];
}

/**
 * A figure as PNG in its physical size: the width in millimetres of the SVG times the resolution, which the
 * file also states (pHYs), so that a journal does not read 72 dpi. Only the shipped fonts are used.
 *
 * @throws Error when the SVG states no width in millimetres
 */
export function renderPng(svg: string, options: PngOptions = {}): Uint8Array {
  const { dpi = 300 } = options;
  const widthMm = Number(/<svg[^>]*?\swidth="([\d.]+)mm"/.exec(svg)?.[1]);
  if (!(widthMm > 0)) throw new Error('the SVG states no width in millimetres');
  const image = new Resvg(svg, {
    fitTo: { mode: 'width', value: Math.round((widthMm / MM_PER_INCH) * dpi) },
    font: { loadSystemFonts: false, fontFiles: fontFiles(), defaultFontFamily: FONT_FAMILY },
    background: '#FFFFFF',
  }).render();
  return withResolution(image.asPng(), dpi);
}

/** Inserts the pHYs chunk that states pixels per metre. */
function withResolution(png: Uint8Array, dpi: number): Uint8Array {
  const chunk = new Uint8Array(21);
  const view = new DataView(chunk.buffer);
  const perMeter = Math.round(dpi / METERS_PER_INCH);
  view.setUint32(0, 9);
  chunk.set(new TextEncoder().encode('pHYs'), 4);
  view.setUint32(8, perMeter);
  view.setUint32(12, perMeter);
  chunk[16] = 1;
  view.setUint32(17, crc32(chunk.subarray(4, 17)));
  const whole = new Uint8Array(png.length + chunk.length);
  whole.set(png.subarray(0, AFTER_IHDR));
  whole.set(chunk, AFTER_IHDR);
  whole.set(png.subarray(AFTER_IHDR), AFTER_IHDR + chunk.length);
  return whole;
}
