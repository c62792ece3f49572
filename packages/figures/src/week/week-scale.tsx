import { formatInteger, formatNumber, type Language, text } from '@oryn/language';
import type { ReactNode } from 'react';
import { palette } from '../palette.ts';
import { textWidth } from '../text/measure.ts';
import { TextLine } from '../text/text-line.tsx';
import { strengthOf } from './week-cells.tsx';

const SIZE = 11;
const STEP = 18;
const HEIGHT = 12;
const STEPS = 5;

/** What the squares of a week stand for, from none to the most, and what an even week would have in each. */
export function WeekScale(props: {
  lang: Language;
  most: number;
  even: number;
  x: number;
  y: number;
  width: number;
}): ReactNode {
  const { lang, most, even, x, y, width } = props;
  const heading = text(lang, 'charts.weekScale');
  const alike = text(lang, 'charts.weekEven', { n: formatNumber(lang, even, { significant: 2 }) });
  const from = x + textWidth('0', SIZE) + 5;
  const to = from + STEPS * STEP + 4;
  const after = to + textWidth(formatInteger(lang, most), SIZE) + 14;
  const fits = after + textWidth(alike, SIZE) <= x + width;
  return (
    <>
      <TextLine x={x} y={y + 9} text={fits ? heading : `${heading}; ${alike}`} fill={palette.secondary} />
      <TextLine x={x} y={y + 26} text="0" />
      <g fill={palette.curve}>
        {Array.from({ length: STEPS }, (_, step) => (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: the index is the step of the scale
            key={step}
            className="scale"
            x={from + step * STEP}
            y={y + 16}
            width={STEP - 1}
            height={HEIGHT}
            fillOpacity={strengthOf((step * most) / (STEPS - 1), most)}
          />
        ))}
      </g>
      <TextLine x={to} y={y + 26} text={formatInteger(lang, most)} />
      {fits ? <TextLine x={after} y={y + 26} text={alike} fill={palette.secondary} /> : null}
    </>
  );
}
