import { type NetworkK, type NetworkKEnvelope, networkK, networkKEnvelope, OrynError } from '@oryn/core';
import { formatInteger, formatNumber, text } from '@oryn/language';
import { type Choice, type Column, type NetworkData, networkData, recordsOf, type Study } from '@oryn/study';
import { noticeOnce } from '../notice.ts';
import { isAboveZero, numberOf, wordOf } from '../option-values.ts';
import type { GivenOptions } from '../options.ts';
import { printJson, writeTable } from '../output.ts';
import { percentOnTerminal, say } from '../progress.ts';
import { sourcesOf } from '../sources.ts';
import { streetSentences } from './network-density.ts';
import { curveOptionsOf } from './pattern-options.ts';

const FUNCTIONS = ['K', 'pcf'] as const;
/** Metres; paths longer than this say little of places and take long to follow. */
const USUAL_DISTANCE = 500;

/** Options of the plane only, by the names commander gives them. */
const PLANE_ONLY = {
  edgeCorrection: '--edge-correction',
  against: '--against',
  window: '--window',
  tiles: '--tiles',
  bandwidth: '--bandwidth',
};

/** @throws OrynError option.together, option.needs */
export function checkNetworkPattern(given: GivenOptions): void {
  if (given.network === undefined) {
    if (given.maxSnap !== undefined)
      throw new OrynError('option.needs', { option: '--max-snap', needed: '--network' });
    return;
  }
  for (const [name, second] of Object.entries(PLANE_ONLY)) {
    if (given[name] !== undefined) throw new OrynError('option.together', { first: '--network', second });
  }
}

/** `oryn pattern --network`: K or pair correlation along streets, beside an even spread by length. */
export async function runNetworkPattern(
  study: Study & { network: string },
  given: GivenOptions,
): Promise<void> {
  const name = wordOf(given, 'function', FUNCTIONS);
  const { maxDistance, steps, draws } = curveOptionsOf(given);
  const maxSnap = numberOf(given, 'maxSnap', '> 0, 100', isAboveZero) ?? 100;
  const { lang, seed } = study;
  // Every incident counts once: one without a weight is an incident like any other.
  const data = await networkData({ ...study, weights: undefined }, await sourcesOf(study), { maxSnap });
  await noticeOnce(lang, data.simulated);
  const { network, placed } = data;
  if (placed.point.length < 2)
    throw new OrynError('pattern.too-few-points', { count: placed.point.length, least: 2 });
  const most = maxDistance ?? USUAL_DISTANCE;
  const radii = Float64Array.from({ length: steps + 1 }, (_, step) => (most * step) / steps);
  const n = formatInteger(lang, draws);
  if (draws > 0) say(text(lang, 'cli.progress.simulating', { n }));
  const onProgress = percentOnTerminal();
  const found: NetworkK | NetworkKEnvelope =
    draws > 0
      ? networkKEnvelope(network, placed, radii, { simulations: draws, seed, onProgress })
      : networkK(network, placed, radii, { onProgress });
  for (const sentence of sentencesOf(data, found, most, study)) process.stderr.write(`${sentence}\n`);
  const columns = name === 'K' ? columnsOfK(found) : columnsOfCorrelation(found);
  if (!given.json) return writeTable(columns, given.out as string | undefined);
  const chosen: Choice = {
    name: 'maxDistance',
    value: most,
    unit: 'm',
    rule: 'usual along streets',
    reason: 'maxDistanceNetwork',
  };
  printJson({
    command: 'pattern',
    parameters: { ...study, permutations: undefined, function: name, steps, draws, maxSnap },
    choices: [...data.choices, ...(maxDistance === undefined ? [chosen] : [])],
    account: data.account,
    result: {
      function: name,
      maxDistanceMeters: most,
      steps,
      points: placed.point.length,
      tooFar: placed.tooFar,
      totalLengthMeters: found.totalLength,
      pairs: found.pairs,
      bandwidthMeters: found.pairCorrelation.bandwidth,
      ...(isTested(found) && { test: testOf(found) }),
      rows: recordsOf(columns),
    },
  });
}

function isTested(found: NetworkK | NetworkKEnvelope): found is NetworkKEnvelope {
  return 'simulations' in found;
}

/** One test of all distances, of K whichever function is printed. */
function testOf(found: NetworkKEnvelope): Record<string, unknown> {
  const { p, deviation, alternative, correction, tested, simulations: draws, seed } = found;
  return { of: 'K', deviation, p, alternative, null: found.null, correction, tested, draws, seed };
}

function columnsOfK(found: NetworkK | NetworkKEnvelope): Column[] {
  const bounds = isTested(found)
    ? [
        { name: 'lower', values: found.low },
        { name: 'upper', values: found.high },
      ]
    : [];
  return [
    { name: 'r_m', values: found.radii },
    { name: 'K', values: found.k },
    { name: 'theo', values: found.radii },
    { name: 'K_uncorrected', values: found.uncorrected },
    ...bounds,
  ];
}

function columnsOfCorrelation({ radii, pairCorrelation }: NetworkK): Column[] {
  return [
    { name: 'r_m', values: radii },
    { name: 'g', values: pairCorrelation.values },
    { name: 'theo', values: radii.map(() => 1) },
  ];
}

function sentencesOf(
  data: NetworkData,
  found: NetworkK | NetworkKEnvelope,
  most: number,
  { lang }: Study,
): string[] {
  if (!isTested(found)) return streetSentences(data, lang);
  return [
    ...streetSentences(data, lang),
    text(lang, 'statements.patternNetwork', {
      p: formatNumber(lang, found.p),
      distance: formatInteger(lang, Math.round(most)),
      n: formatInteger(lang, found.simulations),
      seed: String(found.seed),
    }),
    text(lang, 'statements.patternNetworkWeak'),
  ];
}
