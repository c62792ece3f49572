import {
  type ChanceThrows,
  type Concentration,
  chanceThrows,
  concentrationOver,
  type NestedGini,
  nestedGini,
  OrynError,
  type Places,
} from '@oryn/core';
import { cellToLatLng, gridDisk, latLngToCell } from 'h3-js';
import { unitOf } from '../definition/place-keys.ts';
import { analysedCategories, maskKindOf, type PlaceCounts } from '../evaluate/evaluate.ts';
import { placesOfStudy } from '../evaluate/places-of-study.ts';
import type { StudyData } from '../evaluate/read.ts';
import { planeOf } from '../evaluate/smoothing.ts';
import type { ReportOptions } from './concentration-report.ts';
import { placeSets, valuesIn } from './denominators.ts';
import { latticeParents } from './parents.ts';
import { type Shift, shiftedData } from './shifted-data.ts';
import { type UnitFacts, unitFacts } from './unit-facts.ts';

/** One size of cell at one position of its grid, over the first denominator. */
export interface ScaleRow {
  unit: UnitFacts;
  /** Number of the position of the grid, 0 as it lies. */
  position: number;
  over: Concentration;
  chance: ChanceThrows;
  nested: NestedGini;
}

/** What the size and the position of a grid do to the measures of one study. */
export interface ScaleReport {
  /** By size as asked for, then by position. */
  rows: ScaleRow[];
  subject: StudyData['subject'];
  simulated: boolean;
  maskKind: PlaceCounts['maskKind'];
  extent: Places['extent'];
}

/** Fewer sizes than these show no trend with the size. */
const LEAST_SCALES = 3;

/**
 * The same incidents, area and mask at several sizes of cell, each at four positions of the grid: as it lies, and
 * shifted by half a cell one way, the other way, and both (the modifiable areal unit problem, Openshaw 1984; methods
 * B12). The chance is thrown anew for each.
 *
 * Squares are shifted by the offset of their grid. H3 has one grid, so the city is shifted under it.
 *
 * @param given at least three sizes with commas between them: H3 resolutions where the unit is h3, metres where it is
 *   squares
 * @throws OrynError option.needs, concentration.scale, and those of `placesOfStudy`
 */
export function scaleReport(data: StudyData, given: string, options: ReportOptions): ScaleReport {
  const { kind } = unitOf(data.study);
  if (kind !== 'h3' && kind !== 'squares') {
    throw new OrynError('option.needs', { option: '--scale', needed: '--unit h3:9 | squares:250' });
  }
  const sizes = sizesOf(given, kind);
  // Exposures are summed over H3 cells and take no part here.
  const plain = { ...data, study: { ...data.study, exposure: undefined, neighbours: undefined } };
  const rows = sizes.flatMap((size) => {
    const positions = kind === 'h3' ? shiftedCities(plain, size) : shiftedGrids(plain, size);
    return positions.map((shifted, position) => scaleRow(shifted, position, options));
  });
  const { subject, simulated, possible, area } = data;
  return {
    ...{ rows, subject, simulated },
    maskKind: possible && maskKindOf(possible, { kind }),
    extent: area ? 'area' : 'occupied-neighbourhood',
  };
}

function sizesOf(given: string, kind: 'h3' | 'squares'): number[] {
  const sizes = given.split(',').map(Number);
  const isFit = (size: number): boolean =>
    kind === 'h3' ? Number.isInteger(size) && size >= 7 && size <= 12 : size >= 1 && size <= 100_000;
  const different = new Set(sizes).size;
  if (different >= LEAST_SCALES && different === sizes.length && sizes.every(isFit)) return sizes;
  throw new OrynError('concentration.scale', { given, least: LEAST_SCALES, unit: kind });
}

function shiftedGrids(data: StudyData, meters: number): StudyData[] {
  const half = meters / 2;
  return [
    [0, 0],
    [half, 0],
    [0, half],
    [half, half],
  ].map(([x, y]) => ({ ...data, study: { ...data.study, unit: `squares:${meters}:${x},${y}` } }));
}

function shiftedCities(data: StudyData, resolution: number): StudyData[] {
  const atSize = { ...data, study: { ...data.study, unit: `h3:${resolution}`, resolution } };
  return halfCellShifts(data, resolution).map((shift) => shiftedData(atSize, shift));
}

/** None, half of the way to one neighbour, half to the next, and half to the one beyond both. */
function halfCellShifts({ incidents }: StudyData, resolution: number): Shift[] {
  const middle = (values: Float64Array): number => Float64Array.from(values).sort()[values.length >> 1];
  const cell = latLngToCell(middle(incidents.lat), middle(incidents.lon), resolution);
  const [lat, lon] = cellToLatLng(cell);
  const halves = gridDisk(cell, 1)
    .filter((neighbour) => neighbour !== cell)
    .map((neighbour): Shift => {
      const [latOf, lonOf] = cellToLatLng(neighbour);
      return [(lonOf - lon) / 2, (latOf - lat) / 2];
    })
    .sort((a, b) => Math.atan2(a[1], a[0]) - Math.atan2(b[1], b[0]));
  const [one, next] = halves;
  return [[0, 0], one, next, [one[0] + next[0], one[1] + next[1]]];
}

function scaleRow(data: StudyData, position: number, { draws, onProgress }: ReportOptions): ScaleRow {
  const { seed, category } = data.study;
  const plane = planeOf(data, data.incidents);
  const { places, placeOf, inMask } = placesOfStudy(data, plane, () => onProgress?.(0, 1));
  const n = countAnalysed(data, placeOf, places, category);
  const [set] = placeSets({ n, inMask, extent: places.extent });
  const counts = valuesIn(n, set);
  const unit = unitFacts(places);
  return {
    unit,
    position,
    over: concentrationOver(counts, set.denominator),
    chance: chanceThrows(counts, { draws, seed, onProgress }),
    nested: nestedGini(counts, valuesIn(latticeParents(places, unit, plane).of, set)),
  };
}

function countAnalysed(
  { incidents }: StudyData,
  placeOf: Int32Array,
  places: Places,
  category: readonly string[] | undefined,
): Uint32Array {
  const analysed = analysedCategories(incidents, category);
  const n = new Uint32Array(places.count);
  for (let i = 0; i < placeOf.length; i++) {
    if (placeOf[i] >= 0 && analysed[incidents.category.codes[i]] === 1) n[placeOf[i]]++;
  }
  return n;
}
