import {
  type CodedColumn,
  type Incidents,
  isoDate,
  isoDateTime,
  type PlaceColumn,
  SECONDS_PER_DAY,
} from '@oryn/core';
import { apartLayerOf } from '@oryn/ingest';
import type { Column } from '../bundle/column.ts';

/**
 * Wall-clock texts of the times: `yyyy-mm-ddThh:mm:ss`, a date alone where the hour is not known, `yyyy-mm` where
 * only the month is, else empty.
 */
function timeTexts({ time, hourKnown, dayKnown }: Incidents, from: number, to: number): string[] {
  return Array.from({ length: to - from }, (_, i) => {
    const seconds = time[from + i];
    if (Number.isNaN(seconds)) return '';
    if (hourKnown[from + i]) return isoDateTime(seconds);
    const date = isoDate(Math.floor(seconds / SECONDS_PER_DAY));
    return dayKnown?.[from + i] === 0 ? date.slice(0, 7) : date;
  });
}

/** What is known of the incidents beside their own columns. */
export interface IncidentMarks {
  /** 1 where an incident lies in the study area; only with a boundary. */
  inside?: Uint8Array | undefined;
  /** All are invented: every row says so, wherever it goes. */
  simulated?: boolean;
}

/**
 * The columns of the array of incident locations, for the incidents from `from` to before `to`: what any
 * analysis needs and nothing that names a person or a case. Columns the input did not have are left out.
 */
export function incidentColumns(
  incidents: Incidents,
  { inside, simulated }: IncidentMarks,
  from: number,
  to: number,
): Column[] {
  const rows = Array.from({ length: to - from }, (_, i) => from + i);
  const texts = (column: CodedColumn | PlaceColumn): string[] =>
    rows.map((i) => column.labels[column.codes[i]]);
  const layers = incidents.category.labels.map((label) => apartLayerOf(label) ?? 'place');
  const { timeEnd, category, article, gravity, iccs, source, district, place, discontinued, weight } =
    incidents;
  const flags = (column: Uint8Array): number[] => rows.map((i) => column[i]);
  return [
    { name: 'lon', values: incidents.lon.subarray(from, to) },
    { name: 'lat', values: incidents.lat.subarray(from, to) },
    { name: 'time', values: timeTexts(incidents, from, to) },
    ...(timeEnd
      ? [
          {
            name: 'time_end',
            values: rows.map((i) => (Number.isNaN(timeEnd[i]) ? '' : isoDateTime(timeEnd[i]))),
          },
        ]
      : []),
    { name: 'category', values: texts(category) },
    { name: 'layer', values: rows.map((i) => layers[category.codes[i]]) },
    ...(article ? [{ name: 'article', values: texts(article) }] : []),
    ...(gravity ? [{ name: 'gravity', values: texts(gravity) }] : []),
    ...(iccs ? [{ name: 'iccs', values: texts(iccs) }] : []),
    { name: 'place_type', values: texts(incidents.placeType) },
    ...(source ? [{ name: 'source', values: texts(source) }] : []),
    ...(district ? [{ name: 'district', values: texts(district) }] : []),
    ...(place ? [{ name: 'place', values: texts(place) }] : []),
    ...(discontinued ? [{ name: 'discontinued', values: flags(discontinued), integer: true }] : []),
    ...(weight ? [{ name: 'w', values: weight.subarray(from, to) }] : []),
    ...(inside ? [{ name: 'inside', values: flags(inside), integer: true }] : []),
    ...(simulated ? [{ name: 'simulated', values: rows.map(() => 'true') }] : []),
  ];
}
