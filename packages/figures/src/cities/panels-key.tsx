import { text } from '@oryn/language';
import type { ReactNode } from 'react';
import { px } from '../geometry/svg-path.ts';
import { palette } from '../palette.ts';
import { textWidth } from '../text/measure.ts';
import { TextLine } from '../text/text-line.tsx';
import type { CityPanelsProps } from './city-panels-props.ts';
import { Chance, Interval, Observed } from './panel.tsx';

const SIZE = 11;
const LEADING = 17;
const SAMPLE = 20;
const GAP = 18;

type Mark = 'observed' | 'interval' | 'chance' | 'part' | 'break';

interface Entry {
  readonly mark: Mark;
  readonly label: string;
  readonly column: number;
  readonly line: number;
}

export function keyHeight(chart: CityPanelsProps, width: number): number {
  const entries = entriesOf(chart, width);
  return (entries[entries.length - 1]!.line + 1) * LEADING + 6;
}

/** What the marks of the panels mean; only marks that occur. */
export function PanelsKey(props: { chart: CityPanelsProps; x: number; y: number; width: number }): ReactNode {
  const { chart, x, y, width } = props;
  return entriesOf(chart, width).map(({ mark, label, column, line }) => (
    <g key={mark}>
      <Sample mark={mark} x={x + column + SAMPLE / 2} y={y + line * LEADING + 8} />
      <TextLine x={x + column + SAMPLE + 5} y={y + line * LEADING + 12} text={label} />
    </g>
  ));
}

function Sample({ mark, x, y }: { mark: Mark; x: number; y: number }): ReactNode {
  switch (mark) {
    case 'observed':
    case 'part':
      return <Observed x={x} y={y} isWhole={mark === 'observed'} />;
    case 'chance':
      return <Chance x={x} y={y} />;
    case 'interval':
      return <Interval x={x} top={y - 6} bottom={y + 6} />;
    case 'break':
      return (
        <path
          d={`M${px(x)} ${px(y - 6)}v12`}
          stroke={palette.attention}
          strokeWidth={0.9}
          strokeDasharray="3 2.5"
        />
      );
  }
}

/** Set from left to right, on as many lines as they need. */
function entriesOf(chart: CityPanelsProps, width: number): Entry[] {
  const { lang, offences, observedText, intervalText } = chart;
  const panels = offences.flatMap((offence) => offence.panels);
  const points = panels.flatMap((panel) => panel.points);
  const labels: [Mark, string, boolean][] = [
    ['observed', observedText, true],
    ['interval', intervalText, points.some(({ low }) => !Number.isNaN(low))],
    ['chance', text(lang, 'compare.figure.chance'), true],
    ['part', text(lang, 'compare.figure.partYear'), points.some(({ isWhole }) => !isWhole)],
    ['break', text(lang, 'compare.figure.break'), panels.some(({ breaks }) => breaks.length > 0)],
  ];
  const entries: Entry[] = [];
  let [column, line] = [0, 0];
  for (const [mark, label, occurs] of labels) {
    if (!occurs) continue;
    const needed = SAMPLE + 5 + textWidth(label, SIZE);
    if (column > 0 && column + needed > width) [column, line] = [0, line + 1];
    entries.push({ mark, label, column, line });
    column += needed + GAP;
  }
  return entries;
}
