import {
  decimalsOf,
  type Incidents,
  judgeStack,
  type NamedPoint,
  polygonsOf,
  type RowGroups,
  ringCentres,
  usedCoordinates,
} from '@oryn/core';
import { placeTypeOf } from '@oryn/datasets';
import type { Feature, Position } from 'geojson';
import type { MetricIncidents } from './in-meters.ts';
import type { InspectOptions } from './inspect-incidents.ts';
import type { StackReport } from './quality-report.ts';
import { recordPlaces } from './record-places.ts';

export interface JudgedStacks {
  top: StackReport[];
  points: RowGroups;
  distinct: number;
  sharedRows: number;
  officialPlaceTypes: boolean;
  facilities: { listed: number; counted: number } | null;
  /** 1 for a row at a coordinate judged a station, a centre or a default place. */
  isSuspect: Uint8Array;
}

/** Groups of the place types of the official layer that are one facility each. */
const FACILITY_GROUPS = ['commerce', 'transport', 'institution', 'production and storage'];

/** The most used coordinates with a judgement of each. */
export function judgedStacks(
  incidents: Incidents,
  metric: MetricIncidents,
  options: InspectOptions,
): JudgedStacks {
  const { category, placeType } = incidents;
  const used = usedCoordinates({
    lon: metric.lon,
    lat: metric.lat,
    x: metric.x,
    y: metric.y,
    time: incidents.time,
    category,
    placeType,
    district: incidents.district,
    row: incidents.row,
  });
  const centres = centresOf(metric, options);
  const counted = recordPlaces(options.facilities ?? []);
  const facilities = pointsOf(metric, counted);
  const translated = namesOfFeatures([...counted, ...(options.districts ?? [])]);
  const decimals = usualDecimals(metric);
  const categoryCounts = new Uint32Array(category.labels.length);
  for (const code of category.codes) if (code > 0) categoryCounts[code]++;
  const commonestCategoryShare = Math.max(0, ...categoryCounts) / Math.max(1, incidents.count);
  const officialPlaceTypes = areOfficial(placeType.labels);
  const levels = used.top.map(({ n }) => n);

  const suspectPoints = new Set<number>();
  const top = used.top.map((stack, i): StackReport => {
    const others = levels.filter((_, other) => other !== i);
    const judged = judgeStack(stack, {
      centres,
      facilities,
      decimals,
      usualRows: others.length > 0 ? others[others.length >> 1] : 1,
      commonestCategoryShare,
      isFacility: (code) =>
        officialPlaceTypes && FACILITY_GROUPS.includes(placeTypeOf(placeType.labels[code])?.group ?? ''),
    });
    if (judged.judgement !== 'ordinary' && judged.judgement !== 'facility') suspectPoints.add(stack.point);
    const names = judged.name === undefined ? undefined : translated.get(judged.name);
    return {
      lon: stack.lon,
      lat: stack.lat,
      n: stack.n,
      share: stack.share,
      firstRow: stack.firstRow,
      days: stack.days,
      categories: stack.categories,
      districts: stack.districts,
      commonestCategory: category.labels[stack.commonestCategory.code],
      commonestCategoryShare: stack.commonestCategory.share,
      commonestPlaceType: placeType.labels[stack.commonestPlaceType.code],
      commonestPlaceTypeShare: stack.commonestPlaceType.share,
      mixDistance: stack.mixDistance,
      around: stack.around,
      ...judged,
      ...(names && { names }),
    };
  });
  return {
    top,
    points: used.points,
    distinct: used.distinct,
    sharedRows: used.sharedRows,
    officialPlaceTypes,
    facilities: options.facilities ? { listed: options.facilities.length, counted: counted.length } : null,
    isSuspect: Uint8Array.from(used.points.groupOf, (point) => (suspectPoints.has(point) ? 1 : 0)),
  };
}

/** Codes of another register look like ours: only where nearly all are known are they taken for them. */
function areOfficial(labels: readonly string[]): boolean {
  const written = labels.filter((label) => label !== '');
  return written.length > 0 && written.filter(placeTypeOf).length >= 0.9 * written.length;
}

/** Centres of the area, of each district and of all points, on the plane. */
function centresOf(metric: MetricIncidents, { area, districts }: InspectOptions): NamedPoint[] {
  const project = (polygons: Position[][][]): Position[][][] =>
    polygons.map((rings) => rings.map((ring) => ring.map(([lon, lat]) => metric.plane.project(lon, lat))));
  const found: NamedPoint[] = [];
  const add = (name: string, polygons: Position[][][]): void => {
    const { mass, box } = ringCentres(project(polygons));
    for (const [x, y] of [mass, box]) found.push({ name, x, y });
  };
  if (area) {
    add('area', area.polygons);
    if (area.polygons.length > 1) for (const polygon of area.polygons) add('part-of-area', [polygon]);
  }
  districts?.forEach((district, i) => {
    const { geometry } = district;
    if (geometry.type === 'Polygon' || geometry.type === 'MultiPolygon')
      add(nameOf(district, i), polygonsOf(geometry));
  });
  const { x, y } = metric;
  let [sumX, sumY, west, south, east, north] = [0, 0, Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < x.length; i++) {
    sumX += x[i];
    sumY += y[i];
    west = Math.min(west, x[i]);
    east = Math.max(east, x[i]);
    south = Math.min(south, y[i]);
    north = Math.max(north, y[i]);
  }
  if (x.length > 0) {
    found.push({ name: 'all-points', x: sumX / x.length, y: sumY / x.length });
    found.push({ name: 'all-points', x: (west + east) / 2, y: (south + north) / 2 });
  }
  return found;
}

function pointsOf(metric: MetricIncidents, features: readonly Feature[]): NamedPoint[] {
  return features.flatMap((feature, i) => {
    if (feature.geometry.type !== 'Point') return [];
    const [lon, lat] = feature.geometry.coordinates;
    const [x, y] = metric.plane.project(lon, lat);
    return { name: nameOf(feature, i), x, y };
  });
}

/** Names in other languages (`name_kk`, `name:kk`), by the name a feature is called in the report. */
function namesOfFeatures(features: readonly Feature[]): Map<string, Readonly<Record<string, string>>> {
  const found = new Map<string, Record<string, string>>();
  features.forEach((feature, i) => {
    const names: Record<string, string> = {};
    for (const [key, value] of Object.entries(feature.properties ?? {})) {
      const lang = /^name[_:](kk|ru|en)$/.exec(key)?.[1];
      if (lang !== undefined && typeof value === 'string' && value.trim() !== '') names[lang] = value.trim();
    }
    if (Object.keys(names).length > 0) found.set(nameOf(feature, i), names);
  });
  return found;
}

function nameOf({ properties }: Feature, index: number): string {
  const name = properties?.name ?? properties?.name_ru ?? properties?.name_kk ?? properties?.name_en;
  return typeof name === 'string' && name.trim() !== '' ? name.trim() : `№ ${index + 1}`;
}

/** Decimals of the middle point, of a thousand spread over the file: its usual precision. */
function usualDecimals({ givenX, givenY }: MetricIncidents): number {
  const step = Math.max(1, Math.floor(givenX.length / 1000));
  const found: number[] = [];
  for (let i = 0; i < givenX.length; i += step)
    found.push(Math.max(decimalsOf(givenX[i]), decimalsOf(givenY[i])));
  return found.sort((a, b) => a - b)[found.length >> 1] ?? 0;
}
