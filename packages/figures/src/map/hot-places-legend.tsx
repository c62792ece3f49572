import { formatInteger, formatNumber, text } from '@oryn/language';
import { type Block, gap, paragraph, Stack, stackHeight } from '../frame/stack.tsx';
import { px } from '../geometry/svg-path.ts';
import { classStyle, palette, significantClasses } from '../palette.ts';
import { countClasses, type HotPlacesMapProps } from './hot-places-props.ts';
import {
  amountHeading,
  type LegendColumn,
  LINE,
  legendHeading,
  row,
  SWATCH,
  Swatch,
  totalLine,
} from './legend-parts.tsx';
import { boundaryStroke, problemPlaceStroke } from './map-style.ts';
import { RankDisc } from './rank-disc.tsx';

/** More names than this and the list would be a table of its own. */
const LISTED_PLACES = 20;

/** The legend of the hot places: method, classes with counts, N. @param mostDiscs as many problem places have a number */
export function hotPlacesLegend(props: HotPlacesMapProps, column: LegendColumn, mostDiscs: number): Block[] {
  const { lang, unit = 'places' } = props;
  const { x, width } = column;
  return [
    legendHeading(text(lang, 'figures.hotPlaces'), column),
    paragraph(props.method, x, width, { fill: palette.secondary, leading: LINE }),
    gap(4),
    amountHeading(text(lang, unit === 'cells' ? 'figures.cellsHeading' : 'figures.placesHeading'), column),
    ...classRows(props, x, width, mostDiscs),
    gap(6),
    totalLine(lang, props.total, column),
    paragraph(
      text(lang, unit === 'cells' ? 'figures.testedCells' : 'figures.testedPlaces', {
        n: formatInteger(lang, props.tested),
        count: props.tested,
      }),
      x,
      width,
      { fill: palette.secondary },
    ),
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

function classRows(props: HotPlacesMapProps, x: number, width: number, mostDiscs: number): Block[] {
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
        <path d={`M${px(x)} ${px(y + SWATCH / 2)}h${SWATCH}`} {...boundaryStroke} />
      )),
    );
  }
  if (props.problemPlaces.length > 0) {
    rows.push(
      row(
        x,
        width,
        props.problemPlaces.length > mostDiscs
          ? text(lang, 'figures.problemPlaceNumbered', { n: String(mostDiscs) })
          : text(lang, 'figures.problemPlace'),
        formatInteger(lang, props.problemPlaces.length),
        (y) => <Swatch x={x} y={y} fill="none" {...problemPlaceStroke} />,
      ),
    );
  }
  return rows;
}
