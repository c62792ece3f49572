import { formatInteger, formatPercent, text, weekdayName } from '@oryn/language';
import type { ReactNode } from 'react';
import { Figure, MARGIN, PIXELS_PER_MM } from '../frame/figure.tsx';
import type { FigureHeading } from '../frame/figure-heading.ts';
import { LineKey, type LineKeyEntry, lineKeyHeight } from '../frame/line-key.tsx';
import { usePaperWidth } from '../frame/paper.ts';
import { SimulatedAcross, SimulatedStrip, simulatedStripHeight } from '../frame/simulated-mark.tsx';
import { sourceNote } from '../frame/source-note.ts';
import { px } from '../geometry/svg-path.ts';
import { palette } from '../palette.ts';
import { textWidth } from '../text/measure.ts';
import { TextLine } from '../text/text-line.tsx';
import { HourBars, type HourSpan, QUIET } from './hour-bars.tsx';
import { WeekCells } from './week-cells.tsx';
import { WeekScale } from './week-scale.tsx';

export interface WeekChartProps extends FigureHeading {
  /** 168 counts, Monday 0:00 first. */
  readonly week: readonly number[];
  /** The busiest hours in a row. */
  readonly shift: HourSpan;
  /** All incidents analysed; those of them whose hour or day is not known are not drawn. */
  readonly incidents: number;
  /** Share of the known times that are written to the full hour; even minutes would give 1/60. */
  readonly fullHourShare: number;
  readonly simulated: boolean;
}

const DEFAULT_WIDTH_MM = 140;
const SIZE = 11;
const HOURS_HEIGHT = 46;
const ROW_HEIGHT = 19;
const GAP = 1;
const TICKS_HEIGHT = 17;
const SCALE_HEIGHT = 40;
const BETWEEN = 6;
const WEEKDAYS = [0, 1, 2, 3, 4, 5, 6];
const HOUR_TICKS = [0, 3, 6, 9, 12, 15, 18, 21, 24];
/** Share of full hours from which times are called rounded. */
const ROUNDED_FROM = 0.1;
const EVEN_DASH = '4 2.5';

/** Incidents by hour and weekday, with the sums of the hours above and of the weekdays beside. */
export function WeekChart(props: WeekChartProps): ReactNode {
  const { lang, week, shift, simulated } = props;
  const widthMm = usePaperWidth(props.widthMm ?? DEFAULT_WIDTH_MM);
  const width = px(widthMm * PIXELS_PER_MM) - 2 * MARGIN;
  const strip = simulated ? simulatedStripHeight(lang, width) + 6 : 0;
  const entries = keyOf(props);
  const hours = Array.from({ length: 24 }, (_, hour) =>
    WEEKDAYS.reduce((sum, weekday) => sum + week[24 * weekday + hour]!, 0),
  );
  const days = WEEKDAYS.map((weekday) =>
    week.slice(24 * weekday, 24 * weekday + 24).reduce((sum, n) => sum + n, 0),
  );
  const total = days.reduce((sum, n) => sum + n, 0);
  const names = WEEKDAYS.map((weekday) => weekdayName(lang, weekday, 'short'));
  const mostInHour = formatInteger(lang, Math.max(...hours));
  const left = px(MARGIN + Math.max(...[...names, mostInHour].map((name) => textWidth(name, SIZE))) + 8);
  const numbers = days.map((n) => formatInteger(lang, n));
  const numberWidth = Math.max(...numbers.map((number) => textWidth(number, SIZE)));
  const barWidth = px(0.11 * width);
  const columnWidth = (MARGIN + width - left - BETWEEN - barWidth - 4 - numberWidth) / 24;
  const right = px(left + 24 * columnWidth);
  const head = strip + lineKeyHeight(entries, width) + 6;
  return (
    <Figure
      lang={lang}
      title={props.title}
      subtitle={props.subtitle}
      notes={notesOf(props, total)}
      widthMm={widthMm}
      bodyHeight={head + HOURS_HEIGHT + BETWEEN + 7 * ROW_HEIGHT + TICKS_HEIGHT + SCALE_HEIGHT}
      body={(top) => {
        const hoursBottom = top + head + HOURS_HEIGHT;
        const grid = hoursBottom + BETWEEN;
        const gridBottom = grid + 7 * ROW_HEIGHT;
        const evenHour = px(hoursBottom - (total / 24 / Math.max(...hours)) * HOURS_HEIGHT);
        const ofMost = (n: number): number => (n / Math.max(...days)) * barWidth;
        const evenDay = px(right + BETWEEN + ofMost(total / 7));
        return (
          <>
            {simulated ? <SimulatedStrip lang={lang} x={MARGIN} y={top} width={width} /> : null}
            <LineKey entries={entries} x={MARGIN} y={top + strip} width={width} />
            <TextLine
              x={left - 6}
              y={hoursBottom - HOURS_HEIGHT + 8}
              text={mostInHour}
              fill={palette.secondary}
              anchor="end"
            />
            <g fill={palette.curve} data-hours={hours.join(' ')}>
              <HourBars
                lang={lang}
                hours={hours}
                shift={shift}
                left={left}
                bottom={hoursBottom}
                height={HOURS_HEIGHT}
                columnWidth={columnWidth}
                gap={GAP}
              />
            </g>
            <path
              d={`M${left} ${evenHour}H${right}M${evenDay} ${grid}V${gridBottom}`}
              stroke={palette.ink}
              strokeWidth={1}
              strokeDasharray={EVEN_DASH}
            />
            {names.map((name, weekday) => (
              <TextLine key={name} x={MARGIN} y={grid + weekday * ROW_HEIGHT + 13} text={name} />
            ))}
            <g fill={palette.curve} data-week={week.join(' ')}>
              <WeekCells
                lang={lang}
                week={week}
                left={left}
                top={grid}
                columnWidth={columnWidth}
                rowHeight={ROW_HEIGHT}
                gap={GAP}
              />
            </g>
            <g fill={palette.curve} fillOpacity={QUIET} data-weekdays={days.join(' ')}>
              {days.map((n, weekday) => (
                <rect
                  key={names[weekday]}
                  x={right + BETWEEN}
                  y={grid + weekday * ROW_HEIGHT}
                  width={px(ofMost(n))}
                  height={ROW_HEIGHT - GAP}
                />
              ))}
            </g>
            {numbers.map((number, weekday) => (
              <TextLine
                key={names[weekday]}
                x={MARGIN + width}
                y={grid + weekday * ROW_HEIGHT + 13}
                text={number}
                fill={palette.secondary}
                anchor="end"
              />
            ))}
            {HOUR_TICKS.map((hour) => (
              <TextLine
                key={hour}
                x={left + hour * columnWidth}
                y={gridBottom + 4 + SIZE}
                text={String(hour)}
                fill={palette.secondary}
                anchor="middle"
              />
            ))}
            {simulated ? (
              <SimulatedAcross lang={lang} x={left} y={grid} width={right - left} height={7 * ROW_HEIGHT} />
            ) : null}
            <WeekScale
              lang={lang}
              most={Math.max(...week)}
              even={total / 168}
              x={MARGIN}
              y={gridBottom + TICKS_HEIGHT + 8}
              width={width}
            />
          </>
        );
      }}
    />
  );
}

function keyOf({ lang, shift }: WeekChartProps): LineKeyEntry[] {
  const span = `${shift.from}:00–${(shift.from + shift.hours) % 24}:00`;
  return [
    { label: text(lang, 'charts.weekShift', { span }), stroke: palette.attention, strokeWidth: 9 },
    { label: text(lang, 'charts.weekAlike'), stroke: palette.ink, strokeWidth: 1, dash: EVEN_DASH },
  ];
}

function notesOf(props: WeekChartProps, total: number): (string | undefined)[] {
  const { lang, incidents, fullHourShare, sourceLine } = props;
  const unknown = incidents - total;
  return [
    text(lang, 'charts.weekCounted', {
      n: formatInteger(lang, total),
      all: formatInteger(lang, incidents),
      unknown: formatInteger(lang, unknown),
      share: formatPercent(lang, unknown / incidents, 2),
    }),
    unknown > 0 ? text(lang, 'charts.weekMidnight') : undefined,
    fullHourShare > ROUNDED_FROM
      ? text(lang, 'charts.weekRounded', {
          share: formatPercent(lang, fullHourShare, 2),
          even: formatPercent(lang, 1 / 60, 2),
        })
      : undefined,
    sourceNote(lang, sourceLine),
  ];
}
