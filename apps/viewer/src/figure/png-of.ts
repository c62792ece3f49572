import { FONT_FAMILY, svgRoot, withResolution } from '@oryn/figures';
import { type EmbeddedFont, embeddedFonts } from './embedded-fonts.ts';

const MM_PER_INCH = 25.4;

/** Side of the room of a probe, in units of the figure. */
const PROBE = 24;
const PROBE_WAIT_MS = 30;
const MOST_PROBES = 200;

/**
 * A figure in pixels, in its physical size and with its resolution stated.
 *
 * @param svg a figure of ours, which states its size in millimetres
 * @returns undefined where the browser has no room for so many pixels
 */
export async function pngOf(svg: string, dpi: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const { widthMm, heightMm } = svgRoot(svg);
  const width = Math.round((widthMm / MM_PER_INCH) * dpi);
  const height = Math.round((heightMm / MM_PER_INCH) * dpi);
  const probed = withProbes(svg, await embeddedFonts(svg), width);
  const address = URL.createObjectURL(new Blob([probed.svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    await fontsIn(image, probed);
    const context = canvasOf(width, height);
    if (!context) return undefined;
    context.fillStyle = '#FFFFFF';
    context.fillRect(0, 0, width, height);
    context.drawImage(image, 0, 0, width, Math.round(width * probed.aspect));
    const blob = await new Promise<Blob | null>((done) => context.canvas.toBlob(done, 'image/png'));
    return blob ? withResolution(new Uint8Array(await blob.arrayBuffer()), dpi) : undefined;
  } finally {
    URL.revokeObjectURL(address);
  }
}

interface Probed {
  svg: string;
  probes: number;
  /** Units of the figure without the strip of probes, and height by width with it. */
  width: number;
  height: number;
  aspect: number;
}

/**
 * An image has no fonts but those that it brings along, and is said to be loaded before they are. So it has a strip under the
 * figure with a sign of each face, which can be seen as soon as the face is there.
 */
function withProbes(svg: string, fonts: readonly EmbeddedFont[], pixels: number): Probed {
  const [, viewBox] = / viewBox="0 0 ([\d. ]+)"/.exec(svg)!;
  const [width, height] = viewBox!.split(' ').map(Number) as [number, number];
  const whole = height + PROBE;
  const style = `<style>${fonts.map(({ rule }) => rule).join('\n')}</style>`;
  const texts = fonts.map(
    ({ weight, sign }, i) =>
      `<text x="${i * PROBE + 4}" y="${whole - 6}" font-family="${FONT_FAMILY}" font-weight="${weight}" font-size="16">${sign}</text>`,
  );
  const sized = svg
    .replace(/ width="[^"]*"/, ` width="${pixels}"`)
    .replace(/ height="[^"]*"/, ` height="${Math.round((pixels * whole) / width)}"`)
    .replace(/ viewBox="[^"]*"/, ` viewBox="0 0 ${width} ${whole}"`)
    .replace(/^<svg[^>]*>/, (root) => root + style)
    .replace(/<\/svg>\s*$/, `${texts.join('')}</svg>`);
  return { svg: sized, probes: fonts.length, width, height, aspect: whole / width };
}

/** Waits until the sign of every face is seen; a face that never comes leaves the browser's own letters. */
async function fontsIn(image: HTMLImageElement, { probes, width, height, aspect }: Probed): Promise<void> {
  const context = canvasOf(Math.ceil(width), Math.ceil(width * aspect));
  if (!context) return;
  for (let attempt = 0; attempt < MOST_PROBES; attempt++) {
    context.clearRect(0, 0, context.canvas.width, context.canvas.height);
    context.drawImage(image, 0, 0, width, width * aspect);
    const isSeen = Array.from({ length: probes }, (_, i) =>
      context.getImageData(i * PROBE, height + 2, PROBE, PROBE - 2).data.some((value) => value > 0),
    );
    if (isSeen.every(Boolean)) return;
    await new Promise((done) => setTimeout(done, PROBE_WAIT_MS));
  }
}

function canvasOf(width: number, height: number): CanvasRenderingContext2D | null {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  return canvas.getContext('2d', { willReadFrequently: true });
}
