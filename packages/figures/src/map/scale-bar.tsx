import { formatNumber, type Language, text } from '@oryn/language';
import type { ReactNode } from 'react';
import { px } from '../geometry/svg-path.ts';
import { palette } from '../palette.ts';
import { textWidth } from '../text/measure.ts';
import { TextLine } from '../text/text-line.tsx';

export const SCALE_BAR_HEIGHT = 26;

/** The longest round distance (1, 2 or 5 times a power of ten metres) that fits into `maxPixels`. */
function roundDistance(pixelsPerMeter: number, maxPixels: number): number {
  const limit = maxPixels / pixelsPerMeter;
  const power = 10 ** Math.floor(Math.log10(limit));
  return ([5, 2, 1].find((step) => step * power <= limit) ?? 1) * power;
}

/** A scale bar with its middle marked, and its length in words of the language. */
export function ScaleBar(props: {
  readonly lang: Language;
  readonly x: number;
  readonly y: number;
  readonly maxWidth: number;
  readonly pixelsPerMeter: number;
}): ReactNode {
  const { lang, x, y, maxWidth, pixelsPerMeter } = props;
  const meters = roundDistance(pixelsPerMeter, maxWidth);
  const width = px(meters * pixelsPerMeter);
  const label =
    meters >= 1000
      ? text(lang, 'figures.kilometres', { n: formatNumber(lang, meters / 1000) })
      : text(lang, 'figures.metres', { n: formatNumber(lang, meters) });
  const bar = y + 8;
  return (
    <g data-scale-meters={meters} data-scale-pixels={width}>
      <rect
        x={x}
        y={bar}
        width={width}
        height={4}
        fill={palette.paper}
        stroke={palette.ink}
        strokeWidth={0.8}
      />
      <rect x={x} y={bar} width={px(width / 2)} height={4} fill={palette.ink} />
      <TextLine x={x} y={bar + 17} text="0" anchor="start" />
      <TextLine
        x={Math.max(x + 14 + textWidth(label, 11), x + width)}
        y={bar + 17}
        text={label}
        anchor="end"
      />
    </g>
  );
}

export const NORTH_ARROW_HEIGHT = 32;

/** An arrow to the north of the plane, with the language's letter. */
export function NorthArrow({ lang, x, y }: { lang: Language; x: number; y: number }): ReactNode {
  return (
    <g>
      <TextLine x={x} y={y + 10} text={text(lang, 'figures.north')} weight="bold" anchor="middle" />
      <path d={`M${px(x)} ${px(y + 13)}l5 17l-5 -4Z`} fill={palette.ink} />
      <path
        d={`M${px(x)} ${px(y + 13)}l-5 17l5 -4Z`}
        fill={palette.paper}
        stroke={palette.ink}
        strokeWidth={0.8}
        strokeLinejoin="round"
      />
    </g>
  );
}
