import { indexPolygons, polygonsOf } from '@oryn/core';
import type { MapName } from '@oryn/figures';
import type { Language } from '@oryn/language';
import type { Feature, MultiPolygon, Polygon, Position } from 'geojson';
import { roleOf } from '../naming/context-role.ts';
import { linesOf, namesOf } from '../naming/names.ts';
import type { Project } from './map-ground.ts';

/** More street names than this and the map would be a street map. */
const MOST_STREETS = 8;
/** Points where a name may lie. */
const MOST_POINTS = 15;
/** Points tried along each side of what holds an area. */
const GRID = 9;

/** Everything of one name and kind. */
interface Named {
  readonly kind: MapName['kind'];
  readonly text: string;
  readonly lines: Position[][];
  readonly polygons: Position[][][];
}

/** Names of districts, then of rivers and water, then of main streets, the largest first. */
export function groundNames(context: readonly Feature[], lang: Language, project: Project): MapName[] {
  const named = [...groupByName(context, lang).values()].map((one) => {
    const points = one.polygons.length > 0 ? pointsInside(one.polygons) : pointsAlong(one.lines);
    return { ...one, at: project(points), size: sizeOf(one, project) };
  });
  const ofKind = (kind: MapName['kind']) =>
    named.filter((one) => one.kind === kind).sort((a, b) => b.size - a.size);
  return [...ofKind('district'), ...ofKind('river'), ...ofKind('street').slice(0, MOST_STREETS)].map(
    ({ kind, text, at }) => ({ kind, text, at }),
  );
}

function groupByName(context: readonly Feature[], lang: Language): Map<string, Named> {
  const groups = new Map<string, Named>();
  for (const feature of context) {
    const kind = kindOf(feature);
    const text = kind && namesOf(feature)?.[lang];
    if (!kind || !text) continue;
    const key = `${kind} ${text}`;
    const group = groups.get(key) ?? { kind, text, lines: [], polygons: [] };
    group.lines.push(...linesOf(feature));
    if (feature.geometry.type.endsWith('Polygon')) {
      group.polygons.push(...polygonsOf(feature.geometry as Polygon | MultiPolygon));
    }
    groups.set(key, group);
  }
  return groups;
}

function kindOf(feature: Feature): MapName['kind'] | undefined {
  const role = roleOf(feature);
  if (role === 'district') return 'district';
  if (role === 'water') return 'river';
  return role === 'main' ? 'street' : undefined;
}

/** Points of a grid that lie inside, those nearest to the middle first. */
function pointsInside(polygons: Position[][][]): Position[] {
  const { bounds, contains } = indexPolygons(polygons);
  const { west, south, east, north } = bounds;
  const parts = Array.from({ length: GRID }, (_, i) => (i + 1) / (GRID + 1));
  const points = parts.flatMap((across) =>
    parts.map((up): Position => [west + across * (east - west), south + up * (north - south)]),
  );
  return nearestToMiddle(points.filter(([lon, lat]) => contains(lon!, lat!)));
}

/** Middles of the pieces, those nearest to the middle of all first. */
function pointsAlong(lines: Position[][]): Position[] {
  return nearestToMiddle(
    lines.flatMap((line) =>
      line.slice(1).map((to, i): Position => [(line[i]![0]! + to[0]!) / 2, (line[i]![1]! + to[1]!) / 2]),
    ),
  );
}

function nearestToMiddle(points: Position[]): Position[] {
  const mean = [0, 1].map((axis) => points.reduce((sum, p) => sum + p[axis]!, 0) / points.length);
  const distance = (p: Position) => Math.hypot(p[0]! - mean[0]!, p[1]! - mean[1]!);
  const sorted = [...points].sort((a, b) => distance(a) - distance(b));
  const step = Math.max(1, sorted.length / MOST_POINTS);
  return Array.from(
    { length: Math.min(sorted.length, MOST_POINTS) },
    (_, i) => sorted[Math.floor(i * step)]!,
  );
}

/** Of what has an area, that of the rectangle round it in square degrees; else the length in metres. */
function sizeOf({ lines, polygons }: Named, project: Project): number {
  if (polygons.length === 0) return lines.reduce((sum, line) => sum + lengthOf(project(line)), 0);
  const { west, south, east, north } = indexPolygons(polygons).bounds;
  return (east - west) * (north - south);
}

function lengthOf(line: Float64Array): number {
  let length = 0;
  for (let i = 0; i + 3 < line.length; i += 2) {
    length += Math.hypot(line[i + 2]! - line[i]!, line[i + 3]! - line[i + 1]!);
  }
  return length;
}
