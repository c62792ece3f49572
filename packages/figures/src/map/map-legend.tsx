import { formatInteger, formatNumber, text } from '@oryn/language';
import type { ReactNode } from 'react';
import { type Block, gap, paragraph, Stack, stackHeight } from '../frame/stack.tsx';
import { px } from '../geometry/svg-path.ts';
import { classStyle, palette, significantClasses } from '../palette.ts';
import { textWidth, wrapText } from '../text/measure.ts';
import { TextLine } from '../text/text-line.tsx';
import { countClasses, type HotPlacesMapProps } from './hot-places-props.ts';
import { NORTH_ARROW_HEIGHT, NorthArrow, SCALE_BAR_HEIGHT, ScaleBar } from './scale-bar.tsx';

const SWATCH = 14;
const LABEL_OFFSET = SWATCH + 8;
const ROW = 18;
const LINE = 14;

/** More names than this and the list would be a table of its own. */
const LISTED_PLACES = 20;

/** The part of the width of a figure that a part of the legend has. */
export interface LegendColumn {
  readonly x: number;
  readonly width: number;
}

/** The legend of the map: method, classes with counts, N, scale and north. */
export function legendBlocks(
  props: HotPlacesMapProps,
  column: LegendColumn,
  pixelsPerMeter: number,
): Block[] {
  const { lang, unit = 'places' } = props;
  const { x, width } = column;
  return [
    paragraph(text(lang, 'figures.hotPlaces'), x, width, { size: 13, weight: 'bold' }),
    paragraph(props.method, x, width, { fill: palette.secondary, leading: LINE }),
    gap(4),
    amountHeading(text(lang, unit === 'cells' ? 'figures.cellsHeading' : 'figures.placesHeading'), column),
    ...classRows(props, x, width),
    gap(6),
    paragraph(
      text(lang, 'figures.totalIncidents', { n: formatInteger(lang, props.total), count: props.total }),
      x,
      width,
      { weight: 'bold' },
    ),
    paragraph(
      text(lang, unit === 'cells' ? 'figures.testedCells' : 'figures.testedPlaces', {
        n: formatInteger(lang, props.tested),
        count: props.tested,
      }),
      x,
      width,
      { fill: palette.secondary },
    ),
    gap(8),
    {
      height: Math.max(SCALE_BAR_HEIGHT, NORTH_ARROW_HEIGHT),
      draw: (y) => (
        <>
          <ScaleBar
            lang={lang}
            x={x}
            y={y}
            maxWidth={Math.min(110, width - 40)}
            pixelsPerMeter={pixelsPerMeter}
          />
          <NorthArrow lang={lang} x={x + width - 8} y={y} />
        </>
      ),
    },
  ];
}

/** The named problem places with their incidents, in one or more columns; empty when none has a name. */
export function problemPlaceList(props: HotPlacesMapProps, columns: readonly LegendColumn[]): Block[] {
  const { lang, places } = props;
  const listed = props.problemPlaces.slice(0, LISTED_PLACES);
  const [first] = columns;
  if (first === undefined || !listed.some(({ name }) => name !== undefined)) return [];
  const incidents = props.problemPlaces.map(() => 0);
  for (let i = 0; i < places.count; i++) {
    const position = places.problemPlace[i]!;
    if (position >= 0 && position < incidents.length) incidents[position]! += places.n[i]!;
  }
  const perColumn = Math.ceil(listed.length / columns.length);
  const stacks = columns.map((column, c) => [
    amountHeading(text(lang, 'figures.incidentsHeading'), column),
    ...listed
      .slice(c * perColumn, (c + 1) * perColumn)
      .map(({ rank, name }, i) =>
        row(column.x, column.width, name ?? '–', formatInteger(lang, incidents[c * perColumn + i]!), (y) => (
          <RankDisc x={column.x + 7} y={y + 7} rank={rank} radius={7} />
        )),
      ),
  ]);
  return [
    paragraph(text(lang, 'figures.problemPlaces'), first.x, first.width, {
      size: 13,
      weight: 'bold',
      leading: 16,
    }),
    {
      height: Math.max(...stacks.map(stackHeight)),
      draw: (y) =>
        stacks
          .filter((stack) => stack.length > 1)
          // biome-ignore lint/suspicious/noArrayIndexKey: columns of a figure never move
          .map((stack, i) => <Stack key={i} blocks={stack} top={y} />),
    },
  ];
}

/** What the amounts of the rows below count. */
function amountHeading(label: string, { x, width }: LegendColumn): Block {
  return {
    height: 15,
    draw: (y) => <TextLine x={x + width} y={y + 11} text={label} fill={palette.secondary} anchor="end" />,
  };
}

function classRows(props: HotPlacesMapProps, x: number, width: number): Block[] {
  const { lang } = props;
  const counts = props.counts ?? countClasses(props.places);
  const significant = (name: (typeof significantClasses)[number]) => {
    const { fill, outline, q } = classStyle[name];
    const label = text(lang, 'figures.classQ', { q: formatNumber(lang, q, { decimals: 2 }) });
    return row(x, width, label, formatInteger(lang, counts[name] ?? 0), (y) => (
      <Swatch x={x} y={y} fill={fill} stroke={outline} />
    ));
  };
  const quiet = (label: 'notSignificant' | 'untested', n: number, fill: string) =>
    row(x, width, text(lang, `figures.${label}`), formatInteger(lang, n), (y) => (
      <Swatch x={x} y={y} fill={fill} stroke={palette.street} strokeWidth={0.4} />
    ));
  const cold = significantClasses.filter((name) => name.startsWith('cold') && (counts[name] ?? 0) > 0);
  const rows = significantClasses.filter((name) => name.startsWith('hot')).map(significant);
  if (cold.length > 0) {
    rows.push(
      gap(4),
      paragraph(text(lang, 'figures.coldPlacesLegend'), x, width, { size: 12, weight: 'bold' }),
    );
    rows.push(gap(2), ...cold.map(significant), gap(4));
  }
  rows.push(quiet('notSignificant', counts.none ?? 0, palette.quiet));
  if ((counts.untested ?? 0) > 0) rows.push(quiet('untested', counts.untested ?? 0, palette.untested));
  if (props.boundary.length > 0) {
    rows.push(
      row(x, width, text(lang, 'figures.boundary'), '', (y) => (
        <path d={`M${px(x)} ${px(y + SWATCH / 2)}h${SWATCH}`} stroke={palette.boundary} strokeWidth={1.2} />
      )),
    );
  }
  if (props.problemPlaces.length > 0) {
    rows.push(
      row(
        x,
        width,
        text(lang, 'figures.problemPlace'),
        formatInteger(lang, props.problemPlaces.length),
        (y) => <Swatch x={x} y={y} fill="none" stroke={palette.ink} strokeWidth={1.6} />,
      ),
    );
  }
  return rows;
}

/** A row with a mark, a label that wraps, and an amount at the right edge of its first line, or below where it has no room. */
function row(x: number, width: number, label: string, amount: string, mark: (y: number) => ReactNode): Block {
  const room = width - LABEL_OFFSET;
  const amountWidth = amount === '' ? 0 : textWidth(amount, 11) + 8;
  const lines = wrapText(label, Math.max(room - amountWidth, room * 0.45), 11);
  const fitsBeside = lines.every((line) => textWidth(line, 11) + amountWidth <= room);
  const amountLine = fitsBeside ? 0 : lines.length;
  return {
    height: ROW + Math.max(lines.length - 1, amountLine) * LINE,
    draw: (y) => (
      <>
        {mark(y + 1)}
        {lines.map((line, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines of one label never move
          <TextLine key={i} x={x + LABEL_OFFSET} y={y + 12 + i * LINE} text={line} />
        ))}
        {amount === '' ? null : (
          <TextLine
            x={x + width}
            y={y + 12 + amountLine * LINE}
            text={amount}
            fill={palette.secondary}
            anchor="end"
          />
        )}
      </>
    ),
  };
}

function Swatch(props: {
  x: number;
  y: number;
  fill: string;
  stroke?: string;
  strokeWidth?: number;
}): ReactNode {
  const { x, y, fill, stroke, strokeWidth = 0.8 } = props;
  return (
    <rect
      x={px(x + 0.5)}
      y={px(y + 0.5)}
      width={SWATCH - 1}
      height={SWATCH - 1}
      rx={2}
      fill={fill}
      {...(stroke === undefined ? {} : { stroke, strokeWidth })}
    />
  );
}

/** The dark disc with the rank of a problem place. */
export function RankDisc(props: { x: number; y: number; rank: number; radius: number }): ReactNode {
  const { x, y, rank, radius } = props;
  const label = String(rank);
  const size = label.length > 2 ? 8 : label.length > 1 ? 9.5 : 11;
  return (
    <>
      <circle cx={px(x)} cy={px(y)} r={radius} fill={palette.ink} stroke={palette.paper} strokeWidth={1.2} />
      <TextLine
        x={x}
        y={y + size * 0.36}
        text={label}
        size={size}
        weight="bold"
        fill={palette.paper}
        anchor="middle"
      />
    </>
  );
}
