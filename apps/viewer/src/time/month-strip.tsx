import { formatInteger, type Language, text } from '@oryn/language';
import type { ReactNode } from 'react';
import type { TimeAnswer } from '../worker/time.ts';
import { type MonthNumber, monthText, yearOf } from './months.ts';

const WIDTH = 398;
const HEIGHT = 92;
const TOP = 14;
/** Half of the thumb of the slider below, so that it stands under its month. */
const INSET = 9;
const LEAST_LABEL_WIDTH = 34;

/** Incidents month by month. A month that the data do not cover is a grey gap, never a zero. */
export function MonthStrip(props: {
  lang: Language;
  found: TimeAnswer;
  month: MonthNumber | undefined;
  onMonth: (month: MonthNumber) => void;
}): ReactNode {
  const { lang, found, month, onMonth } = props;
  const { firstMonth, months } = found;
  const most = Math.max(1, ...months.map((n) => n ?? 0));
  const step = (WIDTH - 2 * INSET) / Math.max(1, months.length - 1);
  const middleOf = (i: number): number => INSET + i * step;
  const barWidth = Math.max(1, Math.min(14, step - (step > 4 ? 1.5 : 0.4)));
  const yearStep = Math.ceil(LEAST_LABEL_WIDTH / (12 * step));
  const scaled = (n: number): number => (n / most) * HEIGHT;
  return (
    <svg
      className="month-strip"
      viewBox={`0 0 ${WIDTH} ${TOP + HEIGHT + 20}`}
      role="img"
      aria-label={text(lang, 'time.monthsLabel', { most: formatInteger(lang, most) })}
    >
      <text x={INSET - barWidth / 2} y={TOP - 4}>
        {formatInteger(lang, most)}
      </text>
      <path d={`M0 ${TOP + 0.5}H${WIDTH}`} className="rule" />
      {months.map((n, i) => {
        const one = firstMonth + i;
        const x = middleOf(i) - step / 2;
        const name = monthText(lang, one);
        return (
          // biome-ignore lint/a11y/noStaticElementInteractions: the slider below does the same for the keyboard
          <g key={one} onClick={() => onMonth(one)} className={one === month ? 'chosen' : undefined}>
            <title>{`${name} · ${n === undefined ? text(lang, 'time.noData') : formatInteger(lang, n)}`}</title>
            <rect x={x} y={TOP} width={step} height={HEIGHT} className={n === undefined ? 'gap' : 'hit'} />
            {n !== undefined && (
              <rect
                x={middleOf(i) - barWidth / 2}
                y={TOP + HEIGHT - scaled(n)}
                width={barWidth}
                height={scaled(n)}
                className="bar"
              />
            )}
          </g>
        );
      })}
      <path d={`M0 ${TOP + HEIGHT + 0.5}H${WIDTH}`} className="base" />
      {months.map((_, i) => {
        const year = yearOf(firstMonth + i);
        if (i % 12 !== 0) return null;
        const isNamed = (i / 12) % yearStep === 0;
        const x = middleOf(i) - barWidth / 2;
        return (
          <g key={year}>
            <path d={`M${x + 0.5} ${TOP + HEIGHT}v5`} className="base" />
            {isNamed && (
              <text x={x} y={TOP + HEIGHT + 16}>
                {year}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
}
