/** One record of a layer; its number in the service is not part of it. */
export interface PointFeature {
  /** Degrees east; NaN where the record has no place. */
  lon: number;
  /** Degrees north; NaN where the record has no place. */
  lat: number;
  /** In the order of the fields asked for. */
  values: readonly (string | number | null)[];
}

export type LineFormat = 'csv' | 'ndjson';

/** How records become lines of text. */
export interface LineWriter {
  /** Before the first record; may be empty. */
  head: string;
  line(feature: PointFeature): string;
}

/**
 * Lines of CSV (UTF-8, a header, dates as the service gave them) or of GeoJSON, one feature a line.
 *
 * @param fields names of the values of each feature
 */
export function lineWriter(format: LineFormat, fields: readonly string[]): LineWriter {
  if (format === 'csv') {
    return {
      head: `${[...['lon', 'lat'], ...besideCoordinates(fields)].map(cell).join(',')}\n`,
      line: ({ lon, lat, values }) =>
        `${[placeNumber(lon), placeNumber(lat), ...values.map((value) => cell(value))].join(',')}\n`,
    };
  }
  return {
    head: '',
    line: ({ lon, lat, values }) =>
      `${JSON.stringify({
        type: 'Feature',
        geometry: Number.isNaN(lon) ? null : { type: 'Point', coordinates: [lon, lat] },
        properties: Object.fromEntries(fields.map((name, i) => [name, values[i]])),
      })}\n`,
  };
}

/** A layer may have fields of the names of our two columns. */
function besideCoordinates(fields: readonly string[]): string[] {
  return fields.map((name) => (/^(lon|lat)$/i.test(name) ? `${name} (2)` : name));
}

const placeNumber = (degrees: number): string => (Number.isNaN(degrees) ? '' : String(degrees));

/** What a spreadsheet would run as a formula. */
const FORMULA = /^[=+\-@\t\r]/;
const PLAIN_NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

/** A cell of CSV; an apostrophe keeps a spreadsheet from running a text of the service as a formula. */
function cell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = FORMULA.test(value) && !PLAIN_NUMBER.test(value) ? `'${value}` : value;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
