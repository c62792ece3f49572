import type { Language } from '@oryn/language';
import type { ReactNode } from 'react';
import { Figure, MARGIN, PIXELS_PER_MM } from '../frame/figure.tsx';
import { usePaperWidth } from '../frame/paper.ts';
import { SimulatedAcross, SimulatedStrip, simulatedStripHeight } from '../frame/simulated-mark.tsx';
import { px } from '../geometry/svg-path.ts';
import { palette } from '../palette.ts';
import { textWidth, wrapText } from '../text/measure.ts';
import { TextLine } from '../text/text-line.tsx';
import { type KeyEntry, keyHeightOf, MeasureKey } from './measure-key.tsx';
import { MeasurePanel, PANEL_TITLE, type Panel } from './measure-panel.tsx';

/** One row of the table under the panels: a heading and a text per column. */
export interface Row {
  readonly head: string;
  readonly cells: readonly string[];
}

interface MeasureChartProps {
  readonly lang: Language;
  readonly title: string;
  readonly subtitle?: string | undefined;
  readonly notes: readonly (string | undefined)[];
  /** Width on paper, default 140 mm. */
  readonly widthMm?: number | undefined;
  readonly simulated: boolean;
  /** Number of columns: sizes, years. */
  readonly columns: number;
  readonly entries: readonly KeyEntry[];
  readonly panels: readonly Panel[];
  readonly rows: readonly Row[];
}

const DEFAULT_WIDTH_MM = 140;
const SIZE = 11;
const LEADING = 15;
const PANEL_GAP = 14;
const HEAD_GAP = 10;
const ROW_GAP = 3;
const TABLE_GAP = 8;

/** Measures in panels over one row of columns, what each column is in a table below them. */
export function MeasureChart(props: MeasureChartProps): ReactNode {
  const { lang, simulated, columns, entries, panels, rows } = props;
  const widthMm = usePaperWidth(props.widthMm ?? DEFAULT_WIDTH_MM);
  const width = px(widthMm * PIXELS_PER_MM) - 2 * MARGIN;
  const strip = simulated ? simulatedStripHeight(lang, width) + 6 : 0;
  const headWidth = Math.min(width * 0.3, Math.max(...rows.map(({ head }) => textWidth(head, SIZE))));
  const heads = rows.map(({ head }) => wrapText(head, headWidth, SIZE));
  const left = px(MARGIN + headWidth + HEAD_GAP);
  const right = MARGIN + width;
  const x = Array.from({ length: columns }, (_, i) => left + ((i + 0.5) * (right - left)) / columns);
  const head = strip + keyHeightOf(entries, width);
  const tops = panels.map((_, i) =>
    panels
      .slice(0, i)
      .reduce((sum, { height }) => sum + height + PANEL_GAP + PANEL_TITLE, head + PANEL_TITLE),
  );
  const drawn = tops[tops.length - 1] + panels[panels.length - 1].height + TABLE_GAP;
  return (
    <Figure
      lang={lang}
      title={props.title}
      subtitle={props.subtitle}
      notes={props.notes}
      widthMm={widthMm}
      bodyHeight={drawn + heads.reduce((sum, lines) => sum + lines.length * LEADING + ROW_GAP, 0)}
      body={(top) => (
        <>
          {simulated ? <SimulatedStrip lang={lang} x={MARGIN} y={top} width={width} /> : null}
          <MeasureKey entries={entries} x={MARGIN} y={top + strip} width={width} />
          {simulated ? (
            <SimulatedAcross
              lang={lang}
              x={left}
              y={top + tops[0]}
              width={right - left}
              height={panels[0].height}
            />
          ) : null}
          {panels.map((panel, i) => (
            <MeasurePanel key={panel.title} panel={panel} box={{ left, right, top: top + tops[i] }} x={x} />
          ))}
          <TableUnder rows={rows} heads={heads} x={x} top={top + drawn} />
        </>
      )}
    />
  );
}

function TableUnder(props: {
  rows: readonly Row[];
  heads: readonly string[][];
  x: readonly number[];
  top: number;
}): ReactNode {
  const { rows, heads, x, top } = props;
  let y = top;
  return rows.map(({ head, cells }, i) => {
    const rowTop = y;
    y += heads[i].length * LEADING + ROW_GAP;
    return (
      <g key={head}>
        {heads[i].map((line, number) => (
          <TextLine
            key={line}
            x={MARGIN}
            y={rowTop + number * LEADING + SIZE}
            text={line}
            fill={palette.secondary}
          />
        ))}
        {cells.map((cell, column) => (
          <TextLine
            // biome-ignore lint/suspicious/noArrayIndexKey: columns of a figure never move
            key={column}
            x={x[column]}
            y={rowTop + SIZE}
            text={cell}
            anchor="middle"
          />
        ))}
      </g>
    );
  });
}
