import { type Angle, parseAngle } from './angle.ts';

/** Two numbers of one cell in the order written, and what the text itself says about them. */
export interface PointText {
  first: number;
  second: number;
  /** Which comes first where letters or WKT say it. */
  order: 'lon-lat' | 'lat-lon' | undefined;
  /** `EPSG:<code>` of `SRID=<code>;POINT(…)`. */
  srid: string | undefined;
}

const LONGEST_POINT = 200;
const NUMBER = '([+-]?(?:\\d{1,20}(?:\\.\\d{0,20})?|\\.\\d{1,20})(?:e[+-]?\\d{1,2})?)';
const WKT = new RegExp(
  `^(?:SRID=(\\d{1,6});)?\\s{0,5}POINT\\s{0,5}(?:Z|M|ZM)?\\s{0,5}\\(\\s{0,5}${NUMBER}\\s{1,5}${NUMBER}(?:\\s{1,5}${NUMBER}){0,2}\\s{0,5}\\)$`,
  'i',
);

/** Separators, the surest first: a comma followed by a space is no decimal comma. */
const SEPARATORS = [/[;|/]/g, /,\s/g, /,/g, /\s/g];

/**
 * Two coordinates of one cell: `51.1, 71.4`, `51,1; 71,4`, `51°10'11"N 71°24'0"E`, `POINT(71.4 51.1)`,
 * `SRID=4326;POINT(…)`, `[71.4, 51.1]`. Undefined for anything else; texts over 200 characters are refused.
 */
export function parsePointText(text: string): PointText | undefined {
  if (text.length > LONGEST_POINT) return undefined;
  const trimmed = text.trim();
  const wkt = WKT.exec(trimmed);
  if (wkt) {
    const srid = wkt[1] === undefined ? undefined : `EPSG:${wkt[1]}`;
    return { first: Number(wkt[2]), second: Number(wkt[3]), order: 'lon-lat', srid };
  }
  const bare = trimmed.replace(/^[[({]\s*/, '').replace(/\s*[\])}]$/, '');
  for (const separator of SEPARATORS) {
    const found = [...bare.matchAll(separator)];
    // The two halves are alike, so what parts them is the middle one of an odd number of equal marks.
    if (found.length % 2 === 0) continue;
    const middle = found[found.length >> 1];
    const first = parseAngle(bare.slice(0, middle.index));
    const second = parseAngle(bare.slice(middle.index + middle[0].length));
    if (!first || !second || (first.axis && first.axis === second.axis)) continue;
    return { first: first.degrees, second: second.degrees, order: orderOf(first, second), srid: undefined };
  }
  return undefined;
}

function orderOf(first: Angle, second: Angle): PointText['order'] {
  if (first.axis === 'lat' || second.axis === 'lon') return 'lat-lon';
  return first.axis === 'lon' || second.axis === 'lat' ? 'lon-lat' : undefined;
}
