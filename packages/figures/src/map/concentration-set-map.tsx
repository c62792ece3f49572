import { formatInteger, formatPercent, type Language, text } from '@oryn/language';
import type { ReactNode } from 'react';
import { type Block, gap, paragraph } from '../frame/stack.tsx';
import { px } from '../geometry/svg-path.ts';
import { unionOutline } from '../geometry/union-outline.ts';
import { palette } from '../palette.ts';
import {
  amountHeading,
  boundaryRow,
  type LegendColumn,
  LINE,
  legendHeading,
  row,
  SWATCH,
  Swatch,
  totalLine,
} from './legend-parts.tsx';
import { MapFigure } from './map-figure.tsx';
import { ringsPath } from './map-ground.tsx';
import { boxesOf } from './map-names.tsx';
import type { MapProps } from './map-props.ts';
import { boundsOf } from './viewport.ts';

/** The fewest places that hold a part of the incidents. */
export interface ConcentrationSet {
  /** The places needed, busiest first. */
  readonly k: number;
  /** Incidents of the last of them; places with just as many are drawn too. */
  readonly leastCount: number;
  /** k as a share of each set of places, with what chance alone would give. */
  readonly shares: readonly {
    /** The places under the line, in words. */
    readonly denominator: string;
    readonly share: number;
    readonly expectedShare: number;
  }[];
}

export interface ConcentrationSetMapProps extends MapProps {
  readonly places: {
    readonly count: number;
    /** Outer ring of a place, x, y pairs in metres of the plane. */
    readonly rings: (index: number) => Float64Array;
    /** Incidents per place; NaN for places that do not take part. */
    readonly n: ArrayLike<number>;
  };
  readonly quarter: ConcentrationSet;
  readonly half: ConcentrationSet;
  /** Incidents in the places that take part. */
  readonly total: number;
  /** Further lines under N. */
  readonly notes?: readonly string[] | undefined;
}

/** Fills of the places that hold a quarter, of those that complete the half, and of the others with an incident. */
const FILLS = { quarter: palette.curve, half: '#74B4BA', others: palette.quiet } as const;

type Step = keyof typeof FILLS;

/** The places that hold a quarter and a half of the incidents, in one colour with two steps. */
export function ConcentrationSetMap(props: ConcentrationSetMapProps): ReactNode {
  const { places, boundary } = props;
  const indices = Array.from({ length: places.count }, (_, i) => i);
  const shapes = (['others', 'half', 'quarter'] as const).map((step) => ({
    step,
    rings: unionOutline(indices.filter((i) => stepOf(props, i) === step).map((i) => places.rings(i))),
  }));
  return (
    <MapFigure
      map={props}
      bounds={boundsOf(boundary.length > 0 ? boundary : indices.map((i) => places.rings(i)))}
      fills={(view) =>
        shapes.map(({ step, rings }) => (
          <path key={step} d={ringsPath(view, rings)} fill={FILLS[step]} fillRule="evenodd" />
        ))
      }
      outlines={(view) =>
        shapes
          .filter(({ step }) => step !== 'others')
          .map(({ step, rings }) => (
            <path
              key={step}
              d={ringsPath(view, rings)}
              fill="none"
              stroke={palette.curve}
              strokeWidth={0.6}
              strokeLinejoin="round"
            />
          ))
      }
      taken={(view) =>
        boxesOf(
          view,
          indices
            .filter((i) => ['quarter', 'half'].includes(stepOf(props, i) ?? ''))
            .map((i) => places.rings(i)),
        )
      }
      legend={(column) => legendOf(props, column)}
    />
  );
}

function stepOf({ places, quarter, half }: ConcentrationSetMapProps, index: number): Step | undefined {
  const n = places.n[index]!;
  if (!(n > 0)) return undefined;
  if (n >= quarter.leastCount) return 'quarter';
  return n >= half.leastCount ? 'half' : 'others';
}

function legendOf(props: ConcentrationSetMapProps, column: LegendColumn): Block[] {
  const { lang, quarter, half, places, boundary, notes = [] } = props;
  const { x, width } = column;
  const steps = Array.from({ length: places.count }, (_, i) => stepOf(props, i));
  const others = steps.filter((step) => step === 'others').length;
  const drawn = {
    quarter: steps.filter((step) => step === 'quarter').length,
    half: steps.filter((step) => step === 'quarter' || step === 'half').length,
  };
  const hasTies = drawn.quarter > quarter.k || drawn.half > half.k;
  const ties = text(lang, 'figures.setTies', {
    quarter: formatInteger(lang, drawn.quarter),
    half: formatInteger(lang, drawn.half),
  });
  const rowOf = (label: string, n: number, fill: string, stroke: string, strokeWidth = 0.8) =>
    row(x, width, label, formatInteger(lang, n), (y) => (
      <Swatch x={x} y={y} fill={fill} stroke={stroke} strokeWidth={strokeWidth} />
    ));
  return [
    legendHeading(text(lang, 'figures.setHeading'), column),
    gap(4),
    amountHeading(text(lang, 'figures.cellsHeading'), column),
    rowOf(text(lang, 'figures.setQuarter'), quarter.k, FILLS.quarter, palette.curve),
    ...shareLines(lang, quarter, column),
    rowOf(text(lang, 'figures.setHalf'), half.k, FILLS.half, palette.curve),
    ...shareLines(lang, half, column),
    rowOf(text(lang, 'figures.setOthers'), others, FILLS.others, palette.street, 0.4),
    ...(boundary.length > 0 ? [boundaryRow(lang, column)] : []),
    gap(6),
    totalLine(lang, props.total, column),
    ...[...(hasTies ? [ties] : []), ...notes].map((note) =>
      paragraph(note, x, width, { fill: palette.secondary, leading: LINE }),
    ),
  ];
}

/** What share of the places a set is, and what chance would give. */
function shareLines(lang: Language, { shares }: ConcentrationSet, { x, width }: LegendColumn): Block[] {
  const indent = SWATCH + 8;
  const lines = shares.map(({ denominator, share, expectedShare }) =>
    text(lang, 'figures.setShare', {
      denominator,
      share: formatPercent(lang, share),
      expected: formatPercent(lang, expectedShare),
    }),
  );
  return [
    ...lines.map((line) =>
      paragraph(line, px(x + indent), width - indent, { fill: palette.secondary, leading: LINE }),
    ),
    gap(5),
  ];
}
