import { formatInteger, formatNumber, type Language, monthName, text } from '@oryn/language';
import type { ReactNode } from 'react';
import type { TimeAnswer } from '../worker/time.ts';

const WIDTH = 398;
const HEIGHT = 84;
const TOP = 14;
const LEFT = 8;
const STEP = (WIDTH - 2 * LEFT) / 12;

/** The year's round: incidents a day of each month, their mean and how far single years lie from it. */
export function SeasonChart({ lang, season }: { lang: Language; season: TimeAnswer['season'] }): ReactNode {
  const top = Math.max(...season.map((month) => month?.most ?? 0), Number.MIN_VALUE);
  const y = (perDay: number): number => TOP + HEIGHT - (perDay / top) * HEIGHT;
  const perDay = (value: number): string => formatNumber(lang, value, { significant: 2 });
  const list = season
    .map((month, i) => `${monthName(lang, i + 1)}: ${month ? perDay(month.mean) : text(lang, 'time.noData')}`)
    .join(', ');
  return (
    <svg
      className="season"
      viewBox={`0 0 ${WIDTH} ${TOP + HEIGHT + 20}`}
      role="img"
      aria-label={text(lang, 'time.seasonLabel', { list })}
    >
      <path d={`M0 ${TOP + 0.5}H${WIDTH}`} className="rule" />
      <text x={0} y={TOP - 4}>
        {text(lang, 'time.aDay', { n: perDay(top) })}
      </text>
      {season.map((month, i) => {
        const middle = LEFT + (i + 0.5) * STEP;
        const name = monthName(lang, i + 1);
        return (
          <g key={name}>
            {month ? (
              <g>
                <title>
                  {text(lang, 'time.seasonMonth', {
                    month: name,
                    mean: perDay(month.mean),
                    least: perDay(month.least),
                    most: perDay(month.most),
                    years: formatInteger(lang, month.years),
                  })}
                </title>
                <rect
                  x={middle - 9}
                  y={y(month.mean)}
                  width={18}
                  height={TOP + HEIGHT - y(month.mean)}
                  className="bar"
                />
                {month.years > 1 && (
                  <path d={`M${middle} ${y(month.least)}V${y(month.most)}`} className="range" />
                )}
              </g>
            ) : (
              <rect x={middle - STEP / 2} y={TOP} width={STEP} height={HEIGHT} className="gap" />
            )}
            <text x={middle} y={TOP + HEIGHT + 15} textAnchor="middle">
              {name.slice(0, 3)}
            </text>
          </g>
        );
      })}
      <path d={`M0 ${TOP + HEIGHT + 0.5}H${WIDTH}`} className="base" />
    </svg>
  );
}
