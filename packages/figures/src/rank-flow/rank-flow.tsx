import { text } from '@oryn/language';
import type { ReactNode } from 'react';
import { Figure, MARGIN, PIXELS_PER_MM } from '../frame/figure.tsx';
import { usePaperWidth } from '../frame/paper.ts';
import { SimulatedAcross, SimulatedStrip, simulatedStripHeight } from '../frame/simulated-mark.tsx';
import { px } from '../geometry/svg-path.ts';
import { palette } from '../palette.ts';
import { textWidth, wrapText } from '../text/measure.ts';
import { TextLine } from '../text/text-line.tsx';
import { RankColumn } from './rank-column.tsx';
import { rankFlowNotes } from './rank-flow-notes.ts';
import { numberedName, numberText, type RankedPlace, type RankFlowProps } from './rank-flow-props.ts';
import { RankLine } from './rank-line.tsx';
import { MOST_ROWS, rowsByYear } from './rank-slots.ts';

const DEFAULT_WIDTH_MM = 174;
const SIZE = 11;
const LEADING = 13;
const HEAD = 24;
const LANE = 26;
const LABEL_SHARE = 0.37;
/** Between the boxes or the names of two years, at least. */
const NARROWEST_GAP = 6;
const BLOCK_PAD = 5;

/** Ranks of places from year to year with their counts, and which of them chance may have ordered. */
export function RankFlow(props: RankFlowProps): ReactNode {
  const { lang, places, simulated } = props;
  const widthMm = usePaperWidth(props.widthMm ?? DEFAULT_WIDTH_MM);
  const width = px(widthMm * PIXELS_PER_MM) - 2 * MARGIN;
  const strip = simulated ? simulatedStripHeight(lang, width) + 6 : 0;
  const rows = Math.min(MOST_ROWS, places.length);
  const hasLane = places.length > rows;
  const labelWidth = px(LABEL_SHARE * width);
  const rankWidth = textWidth(String(rows), SIZE) + 8;
  const boxWidth = Math.max(...places.map(({ n }) => Math.max(...Array.from(n, boxWidthOf))));
  const first = MARGIN + rankWidth + boxWidth / 2;
  const last = MARGIN + width - labelWidth - boxWidth / 2 - 8;
  const yearWidth = textWidth('2000', SIZE, 'bold');
  const mostColumns = 1 + Math.floor((last - first) / (Math.max(boxWidth, yearWidth) + NARROWEST_GAP));
  const columns = props.years.map((_, at) => at).slice(-Math.max(2, mostColumns));
  const step = (last - first) / (columns.length - 1);
  const pad = Math.min(BLOCK_PAD, (step - boxWidth) / 2 - 1);
  const x = columns.map((_, at) => px(first + at * step));
  const order = rowsByYear(places, columns);
  const labels = order[order.length - 1]!.slice(0, rows).map((place) =>
    labelLines(places[place]!, labelWidth),
  );
  const rowHeight = labels.some(({ length }) => length > 1) ? 2 * LEADING + 3 : 21;
  const lane = rows * rowHeight + LANE / 2;
  const strong = new Set(order[order.length - 1]!.slice(0, 3));
  const drawn = places
    .map((_, place) => place)
    .filter((place) => order.some((year) => year.indexOf(place) < rows));
  return (
    <Figure
      lang={lang}
      title={props.title}
      subtitle={props.subtitle}
      notes={rankFlowNotes(props, columns, order, rows)}
      widthMm={widthMm}
      bodyHeight={strip + HEAD + rows * rowHeight + (hasLane ? LANE : 4)}
      body={(top) => {
        const plot = top + strip + HEAD;
        const y = (row: number): number => px(plot + (row + 0.5) * rowHeight);
        return (
          <>
            {simulated ? <SimulatedStrip lang={lang} x={MARGIN} y={top} width={width} /> : null}
            {columns.map((year, at) => (
              <TextLine
                key={year}
                x={x[at]!}
                y={plot - 9}
                text={String(props.years[year])}
                weight="bold"
                anchor="middle"
              />
            ))}
            {Array.from({ length: rows }, (_, row) => (
              <TextLine
                // biome-ignore lint/suspicious/noArrayIndexKey: the index is the row
                key={row}
                x={MARGIN + rankWidth - 8}
                y={y(row) + 4}
                text={String(row + 1)}
                fill={palette.secondary}
                anchor="end"
              />
            ))}
            {columns.map((year, at) => (
              <RankColumn
                key={year}
                part="blocks"
                places={places}
                order={order[at]!}
                year={year}
                {...{ rows, x: x[at]!, y, rowHeight, boxWidth, pad, lang }}
              />
            ))}
            {hasLane ? (
              <>
                <path
                  d={`M${px(first - boxWidth / 2)} ${px(plot + lane)}H${px(last + boxWidth / 2)}`}
                  stroke={palette.district}
                  strokeWidth={0.75}
                  strokeDasharray="1.5 2.5"
                />
                <TextLine
                  x={MARGIN + width - labelWidth}
                  y={plot + lane + 4}
                  text={text(lang, 'charts.rankBelow')}
                  fill={palette.secondary}
                />
              </>
            ) : null}
            {drawn.map((place, at) => (
              <RankLine
                key={place}
                rows={order.map((year) => year.indexOf(place))}
                rank={columns.map((year) => places[place]!.rank[year]!)}
                isStrong={strong.has(place)}
                isDashed={at % 2 === 1}
                place={place}
                below={plot + lane}
                {...{ last: rows, x, y }}
              />
            ))}
            {simulated ? (
              <SimulatedAcross
                lang={lang}
                x={first}
                y={plot}
                width={last - first}
                height={rows * rowHeight}
              />
            ) : null}
            {columns.map((year, at) => (
              <RankColumn
                key={year}
                part="boxes"
                places={places}
                order={order[at]!}
                year={year}
                strong={strong}
                {...{ rows, x: x[at]!, y, rowHeight, boxWidth, pad, lang }}
              />
            ))}
            {labels.map((lines, row) =>
              lines.map((line, i) => (
                <TextLine
                  key={`${order[order.length - 1]![row]} ${line}`}
                  x={MARGIN + width - labelWidth}
                  y={y(row) + 4 + (i - (lines.length - 1) / 2) * LEADING}
                  text={line}
                  {...(row < 3 ? { weight: 'bold' as const } : {})}
                />
              )),
            )}
          </>
        );
      }}
    />
  );
}

function boxWidthOf(n: number): number {
  return Math.max(20, textWidth(String(n), SIZE) + 9);
}

/** A name in at most two lines with its number; what does not fit is said to be cut, the number never. */
function labelLines(place: RankedPlace, width: number): string[] {
  const lines = wrapText(numberedName(place), width, SIZE, 'bold');
  if (lines.length <= 2) return lines;
  const words = lines.slice(1).join(' ').split(' ');
  const end = `\u00a0…${numberText(place.number)}`;
  do words.pop();
  while (words.length > 1 && textWidth(`${words.join(' ')}${end}`, SIZE, 'bold') > width);
  return [lines[0]!, `${words.join(' ')}${end}`];
}
