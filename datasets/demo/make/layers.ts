import type { DemoCity } from '@oryn/datasets';
import { beatsOf } from './beats.ts';
import type { Facility } from './facilities.ts';
import { facilityKinds } from './facility-kinds.ts';
import { simplified, type XY } from './geometry.ts';
import { type Cell, type CornerShift, framePath, isBuilt, outlineOf } from './grid.ts';
import { districtCode } from './incident-table.ts';
import type { Segment } from './network.ts';
import type { CityPlan, Trilingual, Zone } from './plan.ts';
import type { Plane } from './plane.ts';
import type { StreetName } from './street-names.ts';
import { areaFeature, type Feature, geojsonText, lineFeature, pointFeature } from './text.ts';

/** All that the layers of a city are written from. */
export interface City {
  readonly plan: CityPlan;
  readonly city: DemoCity;
  readonly plane: Plane;
  readonly cells: readonly Cell[];
  readonly shift: CornerShift;
  readonly boundary: readonly (readonly XY[])[];
  readonly segments: readonly Segment[];
  readonly names: ReadonlyMap<string, StreetName>;
  readonly facilities: readonly Facility[];
}

export function nameProperties({ kk, ru, en }: Trilingual): {
  name_kk: string;
  name_ru: string;
  name_en: string;
} {
  return { name_kk: kk, name_ru: ru, name_en: en };
}

export function segmentId(index: number): string {
  return `S${String(index + 1).padStart(4, '0')}`;
}

/** Boundary, districts, beats, streets, water, railway, land use and facilities. */
export function contextFiles(city: City): [string, string][] {
  const { plan, plane } = city;
  const files: [string, string][] = [
    [
      'boundary.geojson',
      geojsonText('boundary', [
        areaFeature(plane, city.boundary, { id: plan.id, ...nameProperties(city.city.name) }),
      ]),
    ],
    ['districts.geojson', geojsonText('districts', districts(city))],
    ['beats.geojson', geojsonText('beats', beats(city))],
    ['streets.geojson', geojsonText('streets', streets(city))],
    ['landuse.geojson', geojsonText('landuse', landUse(city))],
    ['facilities.geojson', geojsonText('facilities', facilities(city))],
  ];
  if (plan.riverHalfWidth)
    files.push(['river.geojson', geojsonText('river', [river(city, plan.riverHalfWidth)])]);
  const rail = railway(city);
  if (rail) files.push(['railway.geojson', geojsonText('railway', [rail])]);
  return files;
}

function outline(city: City, cells: readonly Cell[]): XY[][] {
  return outlineOf(city.plan, cells, city.shift).map((ring) => simplified([...ring, ring[0]!], 2));
}

function districts(city: City): Feature[] {
  return city.plan.districtNames.map((name, index) =>
    areaFeature(
      city.plane,
      outline(
        city,
        city.cells.filter(({ district }) => district === index + 1),
      ),
      { code: districtCode(city.plan, index + 1), ...nameProperties(name) },
    ),
  );
}

function beats(city: City): Feature[] {
  return city.plan.districtNames.flatMap((_, index) => {
    const own = city.cells.filter(({ district }) => district === index + 1);
    const district = districtCode(city.plan, index + 1);
    return beatsOf(own, city.plan.beatsPerDistrict).map((cells, order) =>
      areaFeature(city.plane, outline(city, cells), { code: `${district}-${order + 1}`, district }),
    );
  });
}

function streets(city: City): Feature[] {
  return city.segments.map((segment, index) =>
    lineFeature(city.plane, segment.path, {
      segment_id: segmentId(index),
      ...nameProperties(city.names.get(segment.key)!),
      class: segment.class,
    }),
  );
}

function facilities(city: City): Feature[] {
  return city.facilities.map(({ kind, name, point }, index) =>
    pointFeature(city.plane, point, {
      id: `F${String(index + 1).padStart(3, '0')}`,
      kind,
      place_code: facilityKinds[kind].code,
      ...nameProperties(name),
    }),
  );
}

const LAND_USE: Partial<Record<Zone, string>> = {
  C: 'centre',
  O: 'old_town',
  M: 'apartment_blocks',
  P: 'private_houses',
  I: 'industry',
  A: 'allotments',
  G: 'park',
};
const STREET_HALF_WIDTH = 16;

/** One polygon per built cell, drawn back from the streets around it. */
function landUse({ plan, plane, cells }: City): Feature[] {
  return cells
    .filter(({ zone }) => isBuilt(zone))
    .map(({ zone, west, east, south, north }) => {
      const w = west + STREET_HALF_WIDTH;
      const e = east - STREET_HALF_WIDTH;
      const s = south + STREET_HALF_WIDTH;
      const n = north - STREET_HALF_WIDTH;
      const ring = framePath(plan, [
        [w, s],
        [e, s],
        [e, n],
        [w, n],
        [w, s],
      ]);
      return areaFeature(plane, [simplified(ring, 1.5)], { use: LAND_USE[zone]! });
    });
}

const BEYOND_METRES = 2600;
const RIVER_STEP = 70;

function span({ columns }: CityPlan): { west: number; east: number } {
  return { west: columns[0]! - BEYOND_METRES, east: columns[columns.length - 1]! + BEYOND_METRES };
}

function river({ plan, plane }: City, halfWidth: (u: number) => number): Feature {
  const { west, east } = span(plan);
  const left: XY[] = [];
  const right: XY[] = [];
  for (let u = west; u <= east; u += RIVER_STEP) {
    left.push(plan.frame(u, halfWidth(u)));
    right.push(plan.frame(u, -halfWidth(u)));
  }
  const ring = [...right, ...left.reverse()];
  return areaFeature(plane, [[...ring, ring[0]!]], {
    ...nameProperties({ kk: 'Тассу өзені', ru: 'река Тассу', en: 'Tassu River' }),
  });
}

function railway({ plan, plane }: City): Feature | undefined {
  const row = plan.zones.findIndex((line) => line.includes('='));
  if (row < 0) return undefined;
  const { west, east } = span(plan);
  const v = (plan.rows[row]! + plan.rows[row + 1]!) / 2;
  const path = simplified(
    framePath(plan, [
      [west, v],
      [east, v],
    ]),
    1.5,
  );
  return lineFeature(plane, path, nameProperties({ kk: 'Теміржол', ru: 'Железная дорога', en: 'Railway' }));
}
