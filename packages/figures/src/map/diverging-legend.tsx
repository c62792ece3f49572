import type { Language } from '@oryn/language';
import { type Block, gap, paragraph } from '../frame/stack.tsx';
import { palette } from '../palette.ts';
import type { LineStyle } from './contour-shapes.tsx';
import { lineRow } from './density-map.tsx';
import { type DivergingSide, fewerSide, middleFill, moreSide, sideFills } from './diverging.ts';
import {
  amountHeading,
  boundaryRow,
  type LegendColumn,
  LINE,
  legendHeading,
  row,
  Swatch,
} from './legend-parts.tsx';

/** Lines round what a test shows. */
export interface TestLines {
  readonly more: LineStyle;
  readonly fewer: LineStyle;
}

/** A class or a line in words, with how much of it there is. */
interface LegendAmount {
  readonly label: string;
  readonly amount: string;
}

export interface DivergingLegendProps {
  readonly lang: Language;
  readonly heading: string;
  /** How the values came about: a paragraph each. */
  readonly notes: readonly string[];
  /** What the amounts count. */
  readonly amounts: string;
  /** Classes of each side, the weakest first, under a heading of their own. */
  readonly more: { readonly heading: string; readonly classes: readonly LegendAmount[] };
  readonly fewer: { readonly heading: string; readonly classes: readonly LegendAmount[] };
  readonly middle: LegendAmount;
  /** What is left blank, if anything. */
  readonly blank?: LegendAmount | undefined;
  /** Lines round what a test shows: more, fewer. */
  readonly lines?: { readonly more: LegendAmount; readonly fewer: LegendAmount } | undefined;
  readonly hasBoundary: boolean;
  /** N of each side, in words. */
  readonly totals: readonly string[];
}

/** The legend of two sides with a middle: the strongest "more" on top, the strongest "fewer" at the bottom. */
export function divergingLegend(
  props: DivergingLegendProps,
  testLines: TestLines,
  column: LegendColumn,
): Block[] {
  const { lang, more, fewer, middle, blank, lines } = props;
  const { x, width } = column;
  const secondary = (line: string) => paragraph(line, x, width, { fill: palette.secondary, leading: LINE });
  const sub = (line: string) => paragraph(line, x, width, { weight: 'bold', leading: LINE });
  const plain = ({ label, amount }: LegendAmount, fill: string) =>
    row(x, width, label, amount, (y) => (
      <Swatch x={x} y={y} fill={fill} stroke={palette.street} strokeWidth={0.4} />
    ));
  return [
    legendHeading(props.heading, column),
    ...props.notes.map(secondary),
    gap(4),
    amountHeading(props.amounts, column),
    sub(more.heading),
    gap(2),
    ...sideRows(moreSide, more.classes, column).reverse(),
    plain(middle, middleFill),
    gap(2),
    sub(fewer.heading),
    gap(2),
    ...sideRows(fewerSide, fewer.classes, column),
    ...(blank ? [plain(blank, palette.ground)] : []),
    ...(lines
      ? [
          gap(4),
          lineRow(lines.more.label, lines.more.amount, testLines.more, column),
          lineRow(lines.fewer.label, lines.fewer.amount, testLines.fewer, column),
        ]
      : []),
    ...(props.hasBoundary ? [gap(4), boundaryRow(lang, column)] : []),
    gap(6),
    ...props.totals.map((line) => paragraph(line, x, width, { weight: 'bold' })),
  ];
}

function sideRows(
  side: DivergingSide,
  classes: readonly LegendAmount[],
  { x, width }: LegendColumn,
): Block[] {
  const fills = sideFills(side, classes.length);
  return classes.map(({ label, amount }, i) =>
    row(x, width, label, amount, (y) => <Swatch x={x} y={y} fill={fills[i]!} stroke={side.edge} />),
  );
}
