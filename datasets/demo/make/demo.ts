import { randomStream } from '@oryn/core';
import { demoCities } from '@oryn/datasets';
import { buildAddresses } from './addresses.ts';
import { between } from './chance.ts';
import { placeFacilities } from './facilities.ts';
import { insideRing, simplified, type XY } from './geometry.ts';
import { type CornerShift, cellsOf, outlineOf, zoneAt } from './grid.ts';
import { incidentTable } from './incident-table.ts';
import { drawIncidents } from './incidents.ts';
import { type City, contextFiles } from './layers.ts';
import type { CityPlan } from './plan.ts';
import { planeAround } from './plane.ts';
import { ashyqdala } from './plans/ashyqdala.ts';
import { kenzhol } from './plans/kenzhol.ts';
import { tasozen } from './plans/tasozen.ts';
import { populationCells } from './population.ts';
import { riskOf } from './risk.ts';
import { nameStreets } from './street-names.ts';
import { streetsOf } from './streets.ts';
import { studyText } from './study-text.ts';
import { csvText } from './text.ts';
import { truthAreas, truthCells, truthSegments } from './truth.ts';
import { truthFiles } from './truth-files.ts';
import { zoneFinder } from './zone-finder.ts';

export const plans: readonly CityPlan[] = [tasozen, kenzhol, ashyqdala];

/** One stream per step: a change in one step leaves the draws of the others alone. */
const STREAM = {
  streets: 0,
  names: 1,
  limits: 2,
  facilities: 3,
  houses: 4,
  risk: 5,
  incidents: 6,
  defects: 7,
  people: 8,
};

/**
 * All files of an invented city by name, as text (`simulated-incidents.csv` before compression). Pure: the same id gives
 * the same bytes.
 *
 * @param seed instead of the plan's own, to see that nothing hangs on it; the stored files have the plan's own
 */
export function makeDemo(cityId: string, seed?: number): Map<string, string> {
  const known = plans.find(({ id }) => id === cityId);
  const city = demoCities.find(({ id }) => id === cityId);
  if (!known || !city) {
    throw new Error(
      `no demo city ${JSON.stringify(cityId)}; there are ${plans.map(({ id }) => id).join(', ')}`,
    );
  }
  const plan: CityPlan = seed === undefined ? known : { ...known, seed };
  const stream = (step: keyof typeof STREAM) => randomStream(plan.seed, STREAM[step]);
  const plane = planeAround(city.centre);
  const cells = cellsOf(plan);
  const shift = cornerShift(plan);
  const zones = zoneFinder(plan, cells, shift);
  const boundary = outlineOf(plan, cells, shift).map((ring) => simplified([...ring, ring[0]!], 2));
  const inside = (point: XY): boolean => boundary.some((ring) => insideRing(point, ring));
  const segments = streetsOf(plan, stream('streets'));
  const names = nameStreets(segments, stream('names'));
  const facilities = placeFacilities(plan, cells, segments, stream('facilities'));
  const addresses = buildAddresses(segments, names, facilities, zones, stream('houses'));
  const risk = riskOf(plan, segments, addresses, facilities, stream('risk'));
  const incidents = drawIncidents(plan, addresses, facilities, risk, stream('incidents'));
  const station = (district: number): XY =>
    facilities.find((one) => one.kind === 'police_station' && one.district === district)!.point;
  const whole: City = { plan, city, plane, cells, shift, boundary, segments, names, facilities };
  const xs = boundary.flat().map(([x]) => x);
  const ys = boundary.flat().map(([, y]) => y);
  const extent = {
    west: Math.min(...xs),
    east: Math.max(...xs),
    south: Math.min(...ys),
    north: Math.max(...ys),
  };
  const people = populationCells(plan, extent, zones, stream('people'));
  return new Map([
    ...contextFiles(whole),
    [
      'population.csv',
      csvText(
        ['lon', 'lat', 'population'],
        people.map(({ point, people: count }) => [...plane.lonLat(point), count]),
      ),
    ],
    [
      'simulated-incidents.csv',
      incidentTable(plan, incidents, addresses, { plane, inside, station }, stream('defects')),
    ],
    ...truthFiles(
      whole,
      truthCells(plan, plane, segments, addresses, risk, inside),
      truthSegments(segments, addresses, risk),
      truthAreas(plan, addresses, risk),
    ),
    ['study.yaml', studyText(whole)],
  ]);
}

const SHIFT_METRES = 130;

/** Corners between empty cells or at the rim move a little; corners of anything built stay. */
function cornerShift(plan: CityPlan): CornerShift {
  const random = randomStream(plan.seed, STREAM.limits);
  const moves = new Map<string, XY>();
  for (let column = 0; column < plan.columns.length; column++) {
    for (let row = 0; row < plan.rows.length; row++) {
      const move: XY = [
        between(random, -SHIFT_METRES, SHIFT_METRES),
        between(random, -SHIFT_METRES, SHIFT_METRES),
      ];
      const around = [
        zoneAt(plan, column, row),
        zoneAt(plan, column - 1, row),
        zoneAt(plan, column, row - 1),
        zoneAt(plan, column - 1, row - 1),
      ];
      moves.set(`${column},${row}`, around.every((zone) => zone === '.' || zone === ' ') ? move : [0, 0]);
    }
  }
  return (column, row) => moves.get(`${column},${row}`)!;
}
