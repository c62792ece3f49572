import {
  lixelsOf,
  NETWORK_METHODS,
  type NetworkDensity,
  type NetworkDensityOptions,
  type NetworkMethod,
  networkDensity,
  OrynError,
  placeOnNetwork,
} from '@oryn/core';
import { openTable } from '@oryn/ingest';
import { formatInteger, formatNumber, type Language, text } from '@oryn/language';
import {
  accountSentences,
  type Column,
  type NetworkData,
  networkData,
  pointsOnPlane,
  recordsOf,
  type Study,
} from '@oryn/study';
import { noticeOnce } from '../notice.ts';
import { isAboveZero, numberOf, wordOf } from '../option-values.ts';
import type { GivenOptions } from '../options.ts';
import { printJson, writeTable } from '../output.ts';
import { percentOnTerminal, say } from '../progress.ts';
import { sourceFile, sourcesOf } from '../sources.ts';
import { lixelColumns, lixelLines } from './network-lixels.ts';

const UNIT = 'incidents per km of street';

/** More parts than this would not fit the memory of an ordinary laptop. */
const MOST_LIXELS = 5_000_000;

interface NetworkOptions {
  method: NetworkMethod;
  /** Metres. */
  lixel: number;
  maxSnap: number;
}

/** `oryn density --network`: kernel density along streets, one row per part of a street. */
export async function runNetworkDensity(
  study: Study & { network: string },
  given: GivenOptions,
): Promise<void> {
  const options = networkOptionsOf(given);
  const bandwidth = bandwidthOf(study);
  const { lang } = study;
  const data = await networkData(study, await sourcesOf(study), options);
  await noticeOnce(lang, data.simulated);
  const { network, placed, placedWeights } = data;
  const count = network.totalLength / options.lixel + network.edges;
  if (count > MOST_LIXELS)
    throw new OrynError('memory.lixels', { lixels: Math.round(count), limit: MOST_LIXELS });
  say(text(lang, 'cli.progress.network'));
  const how = {
    ...{ method: options.method, kernel: study.kernel, bandwidth },
    ...{ weights: placedWeights, onProgress: percentOnTerminal() },
  };
  if (typeof given.at === 'string') return densityAtPoints(given.at, study, data, how, given);
  const lixels = lixelsOf(network, options.lixel);
  const density = networkDensity(network, placed, lixels, how);
  let sum = 0;
  for (let i = 0; i < lixels.count; i++) sum += (lixels.length[i] / 1000) * density.values[i];
  for (const sentence of sentencesOf(data, density, sum, study)) process.stderr.write(`${sentence}\n`);
  const columns = lixelColumns(data, lixels, density, study);
  if (!given.json) {
    // Metres on an unknown plane are no GeoJSON.
    const geojson = data.plane.crs === 'planar' ? undefined : () => lixelLines(data, lixels, columns);
    return writeTable(columns, given.out as string | undefined, geojson);
  }
  const { values: _, ...facts } = density;
  printJson({
    command: 'density',
    parameters: { ...study, ...options },
    choices: data.choices,
    account: data.account,
    result: {
      unit: UNIT,
      crs: data.plane.crs,
      ...facts,
      sum,
      streets: {
        ...network.account,
        ...{ edges: network.edges, nodes: network.nodes, parts: network.components },
        length_m: network.totalLength,
      },
      placed: placed.point.length,
      tooFar: placed.tooFar,
      lixels: recordsOf(columns),
    },
  });
}

/** The columns of the points as they are, and the density of the street nearest to each; rows in order. */
async function densityAtPoints(
  path: string,
  study: Study,
  data: NetworkData,
  how: NetworkDensityOptions,
  given: GivenOptions,
): Promise<void> {
  const file = await sourceFile(path);
  const at = await pointsOnPlane(file, data.plane, study);
  const onStreets = placeOnNetwork(at, data.network, { maxDistance: data.maxSnap });
  const { values, ...facts } = networkDensity(data.network, data.placed, onStreets, how);
  // Farther from every street than an incident may be there is no density: the cell stays empty.
  const density = new Float64Array(at.x.length).fill(NaN);
  onStreets.point.forEach((point, i) => {
    density[point] = values[i];
  });
  const table = await openTable(file);
  const texts: string[][] = table.columns.map(() => []);
  await table.visit((cells) => {
    table.columns.forEach((_, i) => {
      texts[i].push(cells[i] ?? '');
    });
  });
  const columns: Column[] = table.columns.map((name, i) => ({ name, values: texts[i] }));
  columns.push({ name: 'density_per_km', values: density });
  if (!given.json) return writeTable(columns, given.out as string | undefined);
  printJson({
    command: 'density',
    parameters: { ...study, maxSnap: data.maxSnap },
    choices: data.choices,
    account: data.account,
    result: { unit: UNIT, ...facts, placed: data.placed.point.length, points: recordsOf(columns) },
  });
}

function networkOptionsOf(given: GivenOptions): NetworkOptions {
  const method = given.method === undefined ? 'discontinuous' : wordOf(given, 'method', NETWORK_METHODS);
  return {
    method,
    lixel: numberOf(given, 'lixel', '> 0, 50', isAboveZero) ?? 50,
    maxSnap: numberOf(given, 'maxSnap', '> 0, 100', isAboveZero) ?? 100,
  };
}

/** The bandwidth in metres. @throws OrynError network.bandwidth for a rule, which is of the plane */
function bandwidthOf({ bandwidth }: Study): number {
  if (typeof bandwidth === 'number') return bandwidth;
  throw new OrynError('network.bandwidth', { given: bandwidth });
}

/** Options of the plane only, and options of `--network` only, by the names commander gives them. */
const PLANE_ONLY = { against: '--against', contours: '--contours', fast: '--fast' };
const PLANE_KEYS = { adaptive: '--adaptive', edge: '--edge', cellSize: '--cell-size' };
const NETWORK_ONLY = { method: '--method', lixel: '--lixel', maxSnap: '--max-snap' };

/** @throws OrynError option.together, option.needs */
export function checkNetworkOptions(given: GivenOptions): void {
  if (given.network === undefined) {
    for (const [name, option] of Object.entries(NETWORK_ONLY)) {
      if (given[name] !== undefined) throw new OrynError('option.needs', { option, needed: '--network' });
    }
    return;
  }
  for (const [name, second] of Object.entries({ ...PLANE_ONLY, ...PLANE_KEYS })) {
    if (given[name] !== undefined) throw new OrynError('option.together', { first: '--network', second });
  }
}

/** What was kept of streets and incidents. */
export function streetSentences(data: NetworkData, lang: Language): string[] {
  const { network, placed, maxSnap } = data;
  const { lines, kept } = network.account;
  const n = (value: number): string => formatInteger(lang, value);
  const streets = {
    ...{ kept: n(kept), lines: n(lines), left: n(lines - kept), edges: n(network.edges) },
    ...{ km: formatNumber(lang, network.totalLength / 1000), parts: n(network.components) },
  };
  const onStreets = {
    ...{ placed: n(placed.point.length), n: n(data.x.length) },
    ...{ far: n(placed.tooFar), limit: formatNumber(lang, maxSnap) },
  };
  return [
    ...accountSentences(data.account, data.area !== undefined, lang),
    text(lang, 'statements.networkStreets', streets),
    text(lang, 'statements.networkPlaced', onStreets),
  ];
}

/** The same, and whether the numbers add up. */
function sentencesOf(data: NetworkData, density: NetworkDensity, sum: number, { lang }: Study): string[] {
  const number = (value: number): string => formatNumber(lang, value);
  const mass = { sum: number(sum), total: number(density.total) };
  return [
    ...streetSentences(data, lang),
    density.method === 'simple'
      ? text(lang, sum > density.total ? 'statements.networkSimple' : 'statements.networkSimpleLess', mass)
      : text(lang, 'statements.networkMass', {
          ...mass,
          mass: number(density.mass),
          lost: number(density.lostAtDeadEnds),
        }),
  ];
}
