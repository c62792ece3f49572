import { formatNumber, monthName, text } from '@oryn/language';
import type { ReactNode } from 'react';
import { Figure, MARGIN, PIXELS_PER_MM } from '../frame/figure.tsx';
import { LineKey, type LineKeyEntry, lineKeyHeight } from '../frame/line-key.tsx';
import { linearTicks } from '../frame/linear-ticks.ts';
import { usePaperWidth } from '../frame/paper.ts';
import { SimulatedAcross, SimulatedStrip, simulatedStripHeight } from '../frame/simulated-mark.tsx';
import { px } from '../geometry/svg-path.ts';
import { palette } from '../palette.ts';
import { textWidth } from '../text/measure.ts';
import { TextLine } from '../text/text-line.tsx';
import { monthsNotes } from './months-notes.ts';
import type { MonthsChartProps, MonthsOfYear } from './months-props.ts';
import { type MonthAxes, YearLabels } from './year-labels.tsx';

const DEFAULT_WIDTH_MM = 140;
const HEIGHT = 210;
const SIZE = 11;
const TITLE = 22;
const BELOW = 22;
const MOST_TICKS = 7;
/** Room above the largest value. */
const HEADROOM = 1.06;
const MONTHS = Array.from({ length: 12 }, (_, month) => month);

const BAND = '#D5E3E4';
const BAND_EDGE = '#7FA6AB';

/** Incidents a day by calendar month: a thin line a year, their mean, and where an even year would lie. */
export function MonthsChart(props: MonthsChartProps): ReactNode {
  const { lang, years, together, simulated } = props;
  const widthMm = usePaperWidth(props.widthMm ?? DEFAULT_WIDTH_MM);
  const width = px(widthMm * PIXELS_PER_MM) - 2 * MARGIN;
  const strip = simulated ? simulatedStripHeight(lang, width) + 6 : 0;
  const entries = keyOf(props);
  const head = strip + lineKeyHeight(entries, width) + TITLE;
  const values = [...years.map(({ perDay }) => perDay), together.perDay, together.band?.high ?? []];
  const largest = Math.max(...values.flatMap((line) => Array.from(line)).filter(Number.isFinite));
  const highest = largest * HEADROOM;
  const ticks = linearTicks(0, largest, MOST_TICKS).filter((tick) => tick <= highest);
  const written = ticks.map((tick) => formatNumber(lang, tick));
  const left = px(MARGIN + Math.max(...written.map((tick) => textWidth(tick, SIZE))) + 7);
  const right = px(MARGIN + width - textWidth('2000', SIZE) - 14);
  const x = (month: number): number => left + ((month + 0.5) * (right - left)) / 12;
  const names = MONTHS.map((month) => monthName(lang, month + 1, 'short'));
  const isEveryNamed = Math.max(...names.map((name) => textWidth(name, SIZE))) + 3 <= x(1) - x(0);
  return (
    <Figure
      lang={lang}
      title={props.title}
      subtitle={props.subtitle}
      notes={monthsNotes(props)}
      widthMm={widthMm}
      bodyHeight={head + HEIGHT + BELOW}
      body={(top) => {
        const plot = top + head;
        const y = (value: number): number => plot + (1 - value / highest) * HEIGHT;
        return (
          <>
            {simulated ? <SimulatedStrip lang={lang} x={MARGIN} y={top} width={width} /> : null}
            <LineKey entries={entries} x={MARGIN} y={top + strip} width={width} />
            <TextLine x={MARGIN} y={plot - 10} text={text(lang, 'charts.perDay')} fill={palette.secondary} />
            {ticks.map((tick, i) => (
              <g key={tick}>
                <path
                  d={`M${left} ${px(y(tick))}H${right}`}
                  stroke={tick === 0 ? palette.ink : palette.line}
                  strokeWidth={tick === 0 ? 1 : 0.5}
                />
                <TextLine
                  x={left - 7}
                  y={y(tick) + 4}
                  text={written[i]!}
                  fill={palette.secondary}
                  anchor="end"
                />
              </g>
            ))}
            {MONTHS.filter((month) => isEveryNamed || month % 2 === 0).map((month) => (
              <TextLine
                key={month}
                x={x(month)}
                y={plot + HEIGHT + 6 + SIZE}
                text={names[month]!}
                fill={palette.secondary}
                anchor="middle"
              />
            ))}
            {together.band ? <Band low={together.band.low} high={together.band.high} x={x} y={y} /> : null}
            {simulated ? (
              <SimulatedAcross lang={lang} x={left} y={plot} width={right - left} height={HEIGHT} />
            ) : null}
            {years.map((one, i) => (
              <YearLine key={one.year} one={one} isLast={i === years.length - 1} x={x} y={y} />
            ))}
            <path
              data-line="mean"
              data-per-day={dataOf(together.perDay)}
              d={pathOf(together.perDay, x, y)}
              fill="none"
              stroke={palette.curve}
              strokeWidth={2.6}
              strokeLinejoin="round"
            />
            <YearLabels
              years={years}
              mean={together.perDay}
              x={x}
              y={y}
              bottom={plot + HEIGHT}
              height={HEIGHT}
              right={right}
            />
          </>
        );
      }}
    />
  );
}

function keyOf({ lang, together }: MonthsChartProps): LineKeyEntry[] {
  const mean = { label: text(lang, 'charts.meanOfYears', { years: together.years }), stroke: palette.curve };
  const band = { label: text(lang, 'charts.evenYear'), stroke: BAND, strokeWidth: 9, edge: BAND_EDGE };
  return [{ ...mean, strokeWidth: 2.6 }, ...(together.band ? [band] : [])];
}

/** A step for each month, since the limits of one month say nothing of the next. */
function Band(props: MonthAxes & { low: ArrayLike<number>; high: ArrayLike<number> }): ReactNode {
  const { low, high, x, y } = props;
  const half = (x(1) - x(0)) / 2;
  const steps = (limits: ArrayLike<number>, order: readonly number[], side: 1 | -1): string =>
    order
      .map((month) => `${px(x(month) - side * half)} ${px(y(limits[month]!))}H${px(x(month) + side * half)}`)
      .join('L');
  const upper = steps(high, MONTHS, 1);
  const lower = steps(low, [...MONTHS].reverse(), -1);
  return (
    <>
      <path d={`M${upper}L${lower}Z`} fill={BAND} data-low={dataOf(low)} data-high={dataOf(high)} />
      <path d={`M${upper}M${lower}`} fill="none" stroke={BAND_EDGE} strokeWidth={0.75} />
    </>
  );
}

/** The last year stands out in colour and dash; a month by itself is a dot. */
function YearLine({ one, isLast, x, y }: MonthAxes & { one: MonthsOfYear; isLast: boolean }): ReactNode {
  const stroke = isLast ? palette.attention : palette.mainStreet;
  const isKnown = (month: number): boolean => Number.isFinite(one.perDay[month]);
  const alone = MONTHS.filter((month) => isKnown(month) && !isKnown(month - 1) && !isKnown(month + 1));
  return (
    <g data-year={one.year} data-per-day={dataOf(one.perDay)}>
      <path
        d={pathOf(one.perDay, x, y)}
        fill="none"
        stroke={stroke}
        strokeWidth={isLast ? 1.6 : 0.8}
        strokeLinejoin="round"
        {...(isLast ? { strokeDasharray: '5 2.5' } : {})}
      />
      {alone.map((month) => (
        <circle key={month} cx={px(x(month))} cy={px(y(one.perDay[month]!))} r={1.8} fill={stroke} />
      ))}
    </g>
  );
}

/** Through neighbouring months; one that is not known breaks the line. */
function pathOf(values: ArrayLike<number>, x: MonthAxes['x'], y: MonthAxes['y']): string {
  return MONTHS.filter((month) => Number.isFinite(values[month]))
    .map(
      (month) => `${Number.isFinite(values[month - 1]) ? 'L' : 'M'}${px(x(month))} ${px(y(values[month]!))}`,
    )
    .join('');
}

/** Values as read by programs; a month that is not known is empty. */
function dataOf(values: ArrayLike<number>): string {
  return Array.from(values, (value) => (Number.isFinite(value) ? String(+value.toPrecision(6)) : '')).join(
    ' ',
  );
}
