import { formatInteger, type Language } from '@oryn/language';
import type { ReactNode } from 'react';
import { px } from '../geometry/svg-path.ts';
import { palette } from '../palette.ts';
import { TextLine } from '../text/text-line.tsx';
import type { RankedPlace } from './rank-flow-props.ts';
import { type RowsOfYear, runsOf } from './rank-slots.ts';

const BLOCK = '#ECE9E3';
const BOX_HEIGHT = 16;

interface RankColumnProps {
  /** Blocks lie under the lines, boxes over them. */
  readonly part: 'blocks' | 'boxes';
  readonly lang: Language;
  readonly places: readonly RankedPlace[];
  readonly order: RowsOfYear;
  /** Position of the year in the values of a place. */
  readonly year: number;
  /** Rows drawn. */
  readonly rows: number;
  readonly x: number;
  readonly y: (row: number) => number;
  readonly rowHeight: number;
  readonly boxWidth: number;
  /** Of a block on either side of its boxes. */
  readonly pad: number;
  readonly strong?: ReadonlySet<number>;
}

/** One year: blocks that chance may have ordered, and the counts, equal ones linked. */
export function RankColumn(props: RankColumnProps): ReactNode {
  const { part, lang, places, order, year, rows, x, y, rowHeight, boxWidth, pad, strong } = props;
  if (part === 'blocks') {
    const blocks = runsOf(
      order.map((place) => places[place]!.block[year]!),
      rows,
    );
    return blocks.map(({ from, to }) => (
      <rect
        key={from}
        className="block"
        x={px(x - boxWidth / 2 - pad)}
        y={px(y(from) - rowHeight / 2 + 1.5)}
        width={px(boxWidth + 2 * pad)}
        height={px((to - from + 1) * rowHeight - 3)}
        rx={5}
        fill={BLOCK}
      />
    ));
  }
  const counts = order.map((place) => places[place]!.n[year]!);
  return (
    <>
      {runsOf(counts, rows).map(({ from, to }) =>
        from === to ? null : (
          <path
            key={from}
            className="tie"
            d={`M${x} ${y(from)}V${y(to)}`}
            stroke={palette.ink}
            strokeWidth={3}
          />
        ),
      )}
      {order.slice(0, rows).map((place, row) => (
        <g key={place}>
          <rect
            x={px(x - boxWidth / 2)}
            y={px(y(row) - BOX_HEIGHT / 2)}
            width={px(boxWidth)}
            height={BOX_HEIGHT}
            rx={4}
            fill={palette.paper}
            stroke={strong?.has(place) ? palette.curve : palette.mainStreet}
            strokeWidth={strong?.has(place) ? 1.8 : 1}
          />
          <TextLine
            x={x}
            y={y(row) + 4}
            text={formatInteger(lang, counts[row]!)}
            anchor="middle"
            {...(strong?.has(place) ? { weight: 'bold' as const } : {})}
          />
        </g>
      ))}
    </>
  );
}
