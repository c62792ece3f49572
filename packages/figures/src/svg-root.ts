import type { FontFace } from './text/measure.ts';
import { FONT_FAMILIES } from './text/text-line.tsx';

/** What the root of a figure says: its size on paper and its title. */
export interface SvgRoot {
  readonly widthMm: number;
  readonly heightMm: number;
  readonly title: string;
}

/**
 * The root of a figure.
 *
 * @throws Error when the SVG states no size in millimetres
 */
export function svgRoot(svg: string): SvgRoot {
  const root = /<svg[^>]*>/.exec(svg)?.[0] ?? '';
  const value = (name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(root)?.[1] ?? '';
  const [widthMm, heightMm] = ['width', 'height'].map((name) => millimetres(value(name))) as [number, number];
  if (!(widthMm > 0 && heightMm > 0)) throw new Error('the SVG states no size in millimetres');
  return { widthMm, heightMm, title: plainText(value('aria-label')) };
}

const SIGNS: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'" };

/** The face a figure is set in. */
export function faceOf(svg: string): FontFace {
  return svg.match(/<svg[^>]*>/)?.[0].includes(`font-family="${FONT_FAMILIES.serif}"`) ? 'serif' : 'sans';
}

/** A text of a figure without its escapes. */
export function plainText(content: string): string {
  return content.replaceAll(/&(amp|lt|gt|quot|#x27);/g, (_, name: string) => SIGNS[name]!);
}

function millimetres(length: string): number {
  return length.endsWith('mm') ? Number(length.slice(0, -2)) : Number.NaN;
}
