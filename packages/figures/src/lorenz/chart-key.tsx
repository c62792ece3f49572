import { formatNumber, text } from '@oryn/language';
import type { ReactNode } from 'react';
import { px } from '../geometry/svg-path.ts';
import { palette } from '../palette.ts';
import { textWidth, wrapText } from '../text/measure.ts';
import { TextLine } from '../text/text-line.tsx';
import type { LorenzChartProps } from './lorenz-chart.tsx';
import type { PlotArea } from './plot-area.ts';

const SIZE = 11;
const LEADING = 15;
const SAMPLE = 20;

/** Height of the key at a width. */
export function keyHeight(chart: LorenzChartProps, width: number): number {
  return (rowsOf(chart).length + giniLines(chart, width).length) * LEADING + 3;
}

/** Names of the lines, and both Gini coefficients. */
export function Key(props: { chart: LorenzChartProps; x: number; y: number; width: number }): ReactNode {
  const { chart, x, y, width } = props;
  const rows = rowsOf(chart);
  return (
    <>
      {rows.map(({ label, stroke, strokeWidth, dash }, i) => (
        <g key={label}>
          <path
            d={`M${px(x)} ${px(y + i * LEADING + 8)}h${SAMPLE}`}
            stroke={stroke}
            strokeWidth={strokeWidth}
            {...(dash === undefined ? {} : { strokeDasharray: dash })}
          />
          <TextLine x={x + SAMPLE + 8} y={y + i * LEADING + 12} text={label} />
        </g>
      ))}
      {giniLines(chart, width).map((line, i) => (
        <TextLine key={line} x={x} y={y + (rows.length + i) * LEADING + 13} text={line} weight="bold" />
      ))}
    </>
  );
}

/** The key in the half under the diagonal, where no curve of a concentration runs. */
export function KeyInside({ chart, area }: { chart: LorenzChartProps; area: PlotArea }): ReactNode {
  const room = area.side * 0.5;
  const width = Math.max(
    ...rowsOf(chart).map(({ label }) => SAMPLE + 8 + textWidth(label, SIZE)),
    ...giniLines(chart, room).map((line) => textWidth(line, SIZE, 'bold')),
  );
  const height = keyHeight(chart, room);
  const x = area.left + area.side - width - 8;
  const y = area.top + area.side - height - 8;
  return (
    <>
      <rect
        x={px(x - 6)}
        y={px(y - 3)}
        width={px(width + 13)}
        height={px(height + 8)}
        fill={palette.paper}
        fillOpacity={0.92}
      />
      <Key chart={chart} x={x} y={y} width={room} />
    </>
  );
}

function rowsOf({ lang }: LorenzChartProps) {
  return [
    { label: text(lang, 'figures.observed'), stroke: palette.curve, strokeWidth: 2.2, dash: undefined },
    { label: text(lang, 'figures.expected'), stroke: palette.chance, strokeWidth: 1.5, dash: '5 3' },
    { label: text(lang, 'figures.equal'), stroke: palette.district, strokeWidth: 0.9, dash: undefined },
  ];
}

function giniLines({ lang, gini, expectedGini }: LorenzChartProps, width: number): string[] {
  const line = text(lang, 'figures.gini', {
    gini: formatNumber(lang, gini, { decimals: 2 }),
    expected: formatNumber(lang, expectedGini, { decimals: 2 }),
  });
  return wrapText(line, width, SIZE, 'bold');
}
