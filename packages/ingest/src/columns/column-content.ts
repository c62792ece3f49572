import { parseNumber } from '../coordinates/coordinate-number.ts';
import { parsePointText } from '../coordinates/point-text.ts';
import { parseMoment } from '../time/moment.ts';

/** What the cells of a column look like; shares are of the cells that are not blank. */
export interface ColumnContent {
  filled: number;
  /** Range of the numbers, and whether they look like degrees: most with three decimals or more. */
  least: number;
  most: number;
  numeric: boolean;
  precise: boolean;
  /** Share of cells that hold two coordinates. */
  points: number;
  /** Share of cells that hold a date in words or figures with separators. */
  dates: number;
  /** Share of cells that hold a clock without a date. */
  clocks: number;
  /** Share of cells that cite an article in words. */
  articles: number;
}

/** As many cells are looked at; more say nothing new. */
const MOST_CELLS = 200;

const CLOCK_ONLY = /^\s{0,3}\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]m)?\s{0,3}$/i;
const ARTICLE = /^\s{0,3}(?:ст(?:атья|\.)|бап|\d{1,3}(?:-\d)?[\s-]{1,2}бап)/i;

/** What the cells of a column of the sample look like; undefined where all are blank. */
export function contentOf(
  sample: readonly (readonly string[])[],
  position: number,
): ColumnContent | undefined {
  const cells = sample.flatMap((row) => (row[position] ?? '').trim() || []).slice(0, MOST_CELLS);
  if (cells.length === 0) return undefined;
  const share = (holds: (cell: string) => boolean): number => cells.filter(holds).length / cells.length;
  const numbers = cells.map(parseNumber).filter((value) => !Number.isNaN(value));
  return {
    filled: cells.length,
    least: numbers.length === 0 ? Number.NaN : Math.min(...numbers),
    most: numbers.length === 0 ? Number.NaN : Math.max(...numbers),
    numeric: numbers.length >= 0.9 * cells.length,
    precise: share((cell) => /[.,]\d{3,}$/.test(cell)) >= 0.5,
    points: share(looksLikePoint),
    dates: share((cell) => !/^\d+(?:[.,]\d+)?$/.test(cell) && parseMoment(cell) !== undefined),
    clocks: share((cell) => CLOCK_ONLY.test(cell)),
    articles: share((cell) => ARTICLE.test(cell)),
  };
}

/** WKT, letters of the hemispheres, or two numbers with decimals in the range of degrees. */
function looksLikePoint(cell: string): boolean {
  const point = parsePointText(cell);
  if (!point) return false;
  if (point.order !== undefined) return true;
  const inRange = Math.abs(point.first) <= 180 && Math.abs(point.second) <= 180;
  return inRange && (cell.match(/[.,]\d{3,}/g) ?? []).length >= 2;
}

/** Kazakhstan: the degrees by which a column is known when its name says nothing. */
const LON = { least: 46.4, most: 87.4 };
const LAT = { least: 40.5, most: 55.5 };

/**
 * The one pair of columns whose numbers are longitudes and latitudes of Kazakhstan. Both may lie between 46.4 and
 * 55.5; then the partner decides, and where more than one pair is possible, none is named.
 */
export function degreePair(
  contents: readonly (ColumnContent | undefined)[],
): [lon: number, lat: number] | undefined {
  const within = (range: { least: number; most: number }): number[] =>
    contents.flatMap((content, position) =>
      content?.numeric && content.precise && content.least >= range.least && content.most <= range.most
        ? [position]
        : [],
    );
  const lats = within(LAT);
  const pairs = within(LON).flatMap((lon) =>
    lats.filter((lat) => lat !== lon).map((lat) => [lon, lat] as const),
  );
  return pairs.length === 1 ? [pairs[0][0], pairs[0][1]] : undefined;
}
