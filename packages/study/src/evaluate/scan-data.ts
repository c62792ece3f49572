import {
  type HexagonPlaces,
  type OnProgress,
  poissonScan,
  type ScanCluster,
  type ScanInference,
  type ScanRates,
  type SpaceTimeCluster,
  spaceTimePermutationScan,
  type WindowLimits,
} from '@oryn/core';
import type { Column } from '../bundle/column.ts';
import type { Study } from '../definition/schema.ts';
import { type Account, accountOf } from './account.ts';
import { type Choice, choicesOf } from './choice.ts';
import { type Exposure, exposureOf } from './exposure.ts';
import type { StudyData } from './read.ts';
import { periodsOf, type TimeUnit } from './scan-periods.ts';
import { cellsWithin, scannedPlaces } from './scan-places.ts';

export interface ScanOptions {
  model: 'poisson' | 'space-time-permutation';
  rates: ScanRates;
  /** Undefined where none was given: then 5 % of the exposure. */
  limits: WindowLimits;
  timeUnit: TimeUnit;
  /** Longest window of time in days; undefined where none was given. */
  maxDays: number | undefined;
  isProspective: boolean;
  highestP: number;
}

/** One cluster with the cells it is drawn with. */
interface PlacedCluster extends ScanCluster {
  /** H3 cells of the circle, the centre first. */
  cells: string[];
  lon: number;
  lat: number;
  /** First and last day, both included; undefined in space alone. */
  from: string | undefined;
  to: string | undefined;
}

export interface ScanFindings {
  study: Study;
  model: ScanOptions['model'];
  simulated: boolean;
  account: Account;
  choices: Choice[];
  extent: HexagonPlaces['extent'];
  clusters: PlacedCluster[];
  inference: ScanInference;
  /** Incidents scanned, and places with exposure (in space-time, with incidents). */
  incidents: number;
  places: number;
  exposure: Omit<Exposure, 'values' | 'choices'> | undefined;
  withoutExposure: { places: number; incidents: number };
  tooLarge: { places: number; incidents: number };
  time:
    | { unit: TimeUnit; from: string; to: string; periods: number; maxPeriods: number; withoutDay: number }
    | undefined;
}

/** Replicas of a scan: its p is of the maximum over all windows, so one in 1,000 is fine enough. */
const SCAN_REPLICAS = 999;

/**
 * Scan the H3 places of a study for clusters.
 *
 * @param onProgress in replicas; may throw to stop
 * @throws OrynError scan.*, exposure.*, coordinates.all-outside, possible.outside, memory.cells, memory.windows
 */
export function scanStudy(data: StudyData, options: ScanOptions, onProgress?: OnProgress): ScanFindings {
  const scanned = scannedPlaces(data);
  const { places, plane, incidents, x, y, tested } = scanned;
  const { limits, limitChoices } = limitsOf(options);
  const { permutations = SCAN_REPLICAS, seed } = data.study;
  const common = { limits, highestP: options.highestP, permutations, seed, onProgress };
  const base = {
    study: data.study,
    model: options.model,
    simulated: data.simulated,
    account: accountOf(data, incidents, scanned.insideMask),
    extent: places.extent,
  };
  // There are no problem places here, so their size was not chosen.
  const choices = [
    ...data.choices,
    ...choicesOf(data, plane, places, 0).filter(({ name }) => name !== 'maxCells'),
    ...limitChoices,
  ];
  const drawn = (cluster: ScanCluster, cells: string[]): PlacedCluster => {
    const centre = tested[cluster.centre];
    return {
      ...cluster,
      cells,
      lon: places.lon[centre],
      lat: places.lat[centre],
      from: undefined,
      to: undefined,
    };
  };

  if (options.model === 'poisson') {
    const exposure = exposureOf(data, places, plane, scanned.inMask);
    const field = {
      x,
      y,
      counts: Uint32Array.from(tested, (place) => scanned.counts[place]),
      exposure: Float64Array.from(tested, (place) => exposure.values[place]),
    };
    const scan = poissonScan(field, { ...common, rates: options.rates });
    const { kind, column, total, outside, rows } = exposure;
    return {
      ...base,
      choices: [...choices, ...exposure.choices],
      clusters: scan.clusters.map((cluster) =>
        drawn(
          cluster,
          Array.from(cluster.members, (member) => places.ids[tested[member]]),
        ),
      ),
      inference: scan.inference,
      incidents: scan.incidents,
      places: scan.places,
      exposure: { kind, column, total, outside, rows },
      withoutExposure: scan.withoutExposure,
      tooLarge: scan.tooLarge,
      time: undefined,
    };
  }

  const calendar = periodsOf(data.study, scanned, options);
  const scan = spaceTimePermutationScan(
    { x, y, place: calendar.place, period: calendar.period, periods: calendar.periods },
    {
      ...common,
      maxPeriods: calendar.maxPeriods,
      mode: options.isProspective ? 'prospective' : 'retrospective',
    },
  );
  const { unit, periods, maxPeriods, withoutDay } = calendar;
  return {
    ...base,
    choices: [...choices, ...calendar.choices],
    clusters: scan.clusters.map((cluster: SpaceTimeCluster) => ({
      ...drawn(cluster, cellsWithin(cluster, scanned)),
      from: calendar.firstDayOf(cluster.from),
      to: calendar.lastDayOf(cluster.to),
    })),
    inference: scan.inference,
    incidents: scan.incidents,
    places: scan.places,
    exposure: undefined,
    withoutExposure: { places: 0, incidents: 0 },
    tooLarge: scan.tooLarge,
    time: {
      unit,
      from: calendar.firstDayOf(0),
      to: calendar.lastDayOf(periods - 1),
      periods,
      maxPeriods,
      withoutDay,
    },
  };
}

/** The clusters as a table, the most likely first. */
export function scanTable({ clusters, model }: Pick<ScanFindings, 'clusters' | 'model'>): Column[] {
  const texts = (name: string, of: (cluster: PlacedCluster) => string): Column => ({
    name,
    values: clusters.map(of),
  });
  const numbers = (
    name: string,
    of: (cluster: PlacedCluster, i: number) => number,
    integer = false,
  ): Column => ({
    name,
    values: Float64Array.from(clusters, of),
    ...(integer && { integer }),
  });
  const columns = [
    texts('cluster', ({ cells }) => cells[0]),
    numbers('rank', (_, i) => i + 1, true),
    numbers('lon', ({ lon }) => lon),
    numbers('lat', ({ lat }) => lat),
    numbers('radius_m', ({ radius }) => radius),
    numbers('places', ({ cells }) => cells.length, true),
    numbers('n', ({ count }) => count, true),
    numbers('expected', ({ expected }) => expected),
    numbers('ratio', ({ ratio }) => ratio),
    numbers('llr', ({ llr }) => llr),
    numbers('p', ({ p }) => p),
  ];
  if (model === 'poisson') return columns;
  return [...columns, texts('from', ({ from = '' }) => from), texts('to', ({ to = '' }) => to)];
}

const DEFAULT_SHARE = 0.05;

function limitsOf({ limits }: ScanOptions): { limits: WindowLimits; limitChoices: Choice[] } {
  if (Object.values(limits).some((limit) => limit !== undefined)) return { limits, limitChoices: [] };
  const limitChoices = [
    { name: 'windowLimit', value: 100 * DEFAULT_SHARE, unit: '%', rule: 'default', reason: 'windowLimit' },
  ];
  return { limits: { maxShare: DEFAULT_SHARE }, limitChoices };
}
