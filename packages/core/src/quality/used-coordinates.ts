import KDBush from 'kdbush';
import { SECONDS_PER_DAY } from '../incidents/calendar.ts';
import type { CodedColumn } from '../incidents/incidents.ts';
import { groupRows, type RowGroups } from './group-rows.ts';

/** Incidents with their coordinates as the file gave them and in metres. */
export interface PlacedIncidents {
  /** Coordinates compared exactly: degrees, or what the file has on its own plane. */
  lon: Float64Array;
  lat: Float64Array;
  x: Float64Array;
  y: Float64Array;
  time: Float64Array;
  category: CodedColumn;
  placeType: CodedColumn;
  district?: CodedColumn | undefined;
  row: Uint32Array;
}

/** One exact pair of coordinates and what is recorded there. */
export interface UsedCoordinate {
  /** Number of the point among the distinct ones; `pointOf` of `usedCoordinates` refers to it. */
  point: number;
  lon: number;
  lat: number;
  x: number;
  y: number;
  n: number;
  /** Of all rows. */
  share: number;
  /** Number of the first row in its file. */
  firstRow: number;
  /** Days with at least one row here. */
  days: number;
  /** Categories and districts named here, "not known" left out. */
  categories: number;
  districts: number;
  /** The commonest category, place type and district that are known, with their share of the rows here; code 0: none. */
  commonestCategory: { code: number; share: number };
  commonestPlaceType: { code: number; share: number };
  commonestDistrict: { code: number; share: number };
  /** 0 where the mix of categories is that of the whole file, 1 where they have none in common. */
  mixDistance: number;
  /** Rows 50 to 500 m away. */
  around: number;
}

export interface UsedCoordinates {
  /** Distinct pairs of coordinates. */
  distinct: number;
  /** Rows whose coordinates another row has too. */
  sharedRows: number;
  /** The most used ones, most rows first. */
  top: UsedCoordinate[];
  points: RowGroups;
}

/** The most used exact coordinates: a hot spot of defects starts as one of these. */
export function usedCoordinates(incidents: PlacedIncidents, top = 20): UsedCoordinates {
  const { x, y, category } = incidents;
  const points = groupRows([incidents.lon, incidents.lat]);
  const { n, first } = points;
  const order = Array.from(n, (_, point) => point).sort((a, b) => n[b] - n[a] || first[a] - first[b]);
  const chosen = order.slice(0, top).filter((point) => n[point] > 1);

  const rank = new Map(chosen.map((point, index) => [point, index]));
  const members: number[][] = chosen.map(() => []);
  points.groupOf.forEach((point, row) => {
    const index = rank.get(point);
    if (index !== undefined) members[index].push(row);
  });
  const index = new KDBush(points.count);
  for (const row of first) index.add(x[row], y[row]);
  index.finish();
  const all = countsOf(category.codes, category.labels.length);

  return {
    distinct: points.count,
    sharedRows: n.reduce((sum, rows) => sum + (rows > 1 ? rows : 0), 0),
    points,
    top: chosen.map((point, i) => {
      const rows = members[i];
      const [px, py] = [x[first[point]], y[first[point]]];
      const categories = countsAt(category, rows);
      const placeTypes = countsAt(incidents.placeType, rows);
      const districts = incidents.district ? countsAt(incidents.district, rows) : new Uint32Array(1);
      const within = (radius: number): number =>
        Number.isFinite(px) ? index.within(px, py, radius).reduce((sum, other) => sum + n[other], 0) : 0;
      return {
        point,
        lon: incidents.lon[first[point]],
        lat: incidents.lat[first[point]],
        x: px,
        y: py,
        n: n[point],
        share: n[point] / x.length,
        firstRow: incidents.row[first[point]],
        days: new Set(
          rows
            .map((row) => Math.floor(incidents.time[row] / SECONDS_PER_DAY))
            .filter((day) => !Number.isNaN(day)),
        ).size,
        categories: known(categories),
        districts: known(districts),
        commonestCategory: commonest(categories, rows.length),
        commonestPlaceType: commonest(placeTypes, rows.length),
        commonestDistrict: commonest(districts, rows.length),
        mixDistance: totalVariation(categories, all),
        around: within(500) - within(50),
      };
    }),
  };
}

function countsOf(codes: Uint16Array, labels: number): Uint32Array {
  const counts = new Uint32Array(labels);
  for (const code of codes) counts[code]++;
  return counts;
}

function countsAt({ codes, labels }: CodedColumn, rows: readonly number[]): Uint32Array {
  return countsOf(
    Uint16Array.from(rows, (row) => codes[row]),
    labels.length,
  );
}

function known(counts: Uint32Array): number {
  return counts.reduce((sum, rows, code) => sum + (code > 0 && rows > 0 ? 1 : 0), 0);
}

function commonest(counts: Uint32Array, rows: number): { code: number; share: number } {
  let best = 0;
  for (let code = 1; code < counts.length; code++) if (counts[code] > (best ? counts[best] : 0)) best = code;
  return { code: best, share: best ? counts[best] / rows : 0 };
}

/** Half the sum of the differences of shares (total variation distance), 0 to 1. */
function totalVariation(a: Uint32Array, b: Uint32Array): number {
  const sum = (counts: Uint32Array): number => counts.reduce((total, n) => total + n, 0);
  const [totalA, totalB] = [sum(a), sum(b)];
  let distance = 0;
  a.forEach((n, code) => {
    distance += Math.abs(n / totalA - b[code] / totalB) / 2;
  });
  return distance;
}
