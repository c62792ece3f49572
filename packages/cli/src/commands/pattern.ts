import { existsSync } from 'node:fs';
import {
  besagL,
  centrography,
  clarkEvans,
  clarkEvansSimulated,
  crossK,
  crossPairCorrelation,
  type Envelope,
  labellingEnvelope,
  meanNearestDistances,
  OrynError,
  type PairCorrelationOptions,
  type PatternCorrection,
  type PlanarPoints,
  pairCorrelation,
  quadratTest,
  randomnessEnvelope,
  ripleyK,
} from '@oryn/core';
import { formatInteger, formatNumber, formatP, text } from '@oryn/language';
import { type Choice, type Column, type PatternData, patternData, recordsOf, type Study } from '@oryn/study';
import type { Command } from 'commander';
import { prefixedCategory } from '../category-prefix.ts';
import { noticeOnce } from '../notice.ts';
import { isAboveZero, numberOf, wordOf } from '../option-values.ts';
import { addOptions, type GivenOptions, READING_KEYS, studyOf } from '../options.ts';
import { printJson, writeTable } from '../output.ts';
import { percentOnTerminal, readingProgress, say } from '../progress.ts';
import { sourceFile, sourcesOf } from '../sources.ts';
import { checkNetworkPattern, runNetworkPattern } from './network-pattern.ts';
import { type CurveOptions, curveOptionsOf, isWhole } from './pattern-options.ts';

const CURVES = ['K', 'L', 'pcf', 'cross-K', 'cross-pcf'] as const;
const FUNCTIONS = [...CURVES, 'nearest', 'quadrats', 'centre'] as const;
const CORRECTIONS = ['isotropic', 'border', 'translate', 'none'] as const;
/** Orders of neighbours in the table of nearest distances. */
const ORDERS = 5;

/** Metres; farther out a curve takes minutes and says little of places. */
const USUAL_DISTANCE = 2000;

type CurveName = (typeof CURVES)[number];

interface Asked extends CurveOptions {
  name: (typeof FUNCTIONS)[number];
  edgeCorrection: PatternCorrection;
  tiles: number;
  halfWidth: number | undefined;
}

/** What a function found: a table, sentences about it, and the same for `--json`. */
interface Found {
  columns: Column[];
  sentences: string[];
  result: Record<string, unknown>;
  choices?: Choice[];
}

/** `oryn pattern`: functions of a point pattern, each beside what its null would give. */
export function addPatternCommand(program: Command): void {
  const command = program
    .command('pattern <file...>')
    .description(text('en', 'cli.command.pattern'))
    .option('--function <name>', text('en', 'cli.option.function'))
    .option('--edge-correction <name>', text('en', 'cli.option.patternCorrection'))
    .option('--max-distance <metres>', text('en', 'cli.option.maxDistance'))
    .option('--steps <number>', text('en', 'cli.option.steps'))
    .option('--permutations <number>', text('en', 'cli.option.draws'))
    .option('--against <category or file>', text('en', 'cli.option.against'))
    .option('--window <kind>', text('en', 'cli.option.window'))
    .option('--tiles <number>', text('en', 'cli.option.tiles'))
    .option('--max-snap <metres>', text('en', 'cli.option.maxSnap'));
  const keys = [...READING_KEYS, 'from', 'to', 'category', 'bandwidth', 'seed', 'network'] as const;
  addOptions(command, keys).action(async (files: string[], given: GivenOptions) => {
    checkNetworkPattern(given);
    // It has a meaning of its own here, other than that of the study key of the same name.
    const study = await studyOf(files, { ...given, permutations: undefined });
    const { network } = study;
    if (network !== undefined) return runNetworkPattern({ ...study, network }, given);
    const asked = askedOf(given);
    const data = await readPattern(study, given, asked);
    const found = foundIn(data, asked, study);
    const { name, ...how } = asked;
    for (const sentence of found.sentences) process.stderr.write(`${sentence}\n`);
    if (!given.json) return writeTable(found.columns, given.out as string | undefined);
    const { points, against, window, windowKind, account } = data;
    printJson({
      command: 'pattern',
      parameters: {
        ...study,
        correction: undefined,
        permutations: undefined,
        ...how,
        function: name,
        against: given.against,
      },
      choices: [...data.choices, ...(found.choices ?? [])],
      account,
      result: {
        points: points.x.length,
        against: against?.x.length,
        window: { kind: windowKind, areaKm2: window.areaSquareMeters / 1e6 },
        ...found.result,
        rows: recordsOf(found.columns),
      },
    });
  });
}

function askedOf(given: GivenOptions): Asked {
  const name = wordOf(given, 'function', FUNCTIONS);
  const isCross = name.startsWith('cross');
  if (isCross && given.against === undefined) throw new OrynError('option.missing', { option: '--against' });
  const edgeCorrection = wordOf(given, 'edgeCorrection', CORRECTIONS);
  if (name.endsWith('pcf') && edgeCorrection === 'border')
    throw new OrynError('option.invalid', {
      option: '--edge-correction',
      given: edgeCorrection,
      expected: 'isotropic, translate, none',
    });
  return {
    ...{ name, edgeCorrection },
    ...curveOptionsOf(given),
    tiles: numberOf(given, 'tiles', '2 … 100', isWhole(2, 100)) ?? 5,
    halfWidth: numberOf(given, 'bandwidth', '> 0', isAboveZero),
  };
}

async function readPattern(study: Study, given: GivenOptions, { name }: Asked): Promise<PatternData> {
  const windowKind = wordOf(given, 'window', ['area', 'box']);
  const sources = new Map(await sourcesOf(study));
  const other = CURVES.some((curve) => curve === name) ? (given.against as string | undefined) : undefined;
  const against = other === undefined ? undefined : againstOf(other);
  if (against && 'file' in against) sources.set(against.file, await sourceFile(against.file));
  const onProgress = readingProgress(study.lang);
  const data = await patternData(study, sources, { windowKind, against, onProgress });
  await noticeOnce(study.lang, data.simulated);
  return data;
}

/** A category named with its prefix, else a file that is there, else a category by its bare name. */
function againstOf(given: string): { file: string } | { category: string } {
  const category = prefixedCategory(given);
  if (category !== undefined) return { category };
  return existsSync(given) ? { file: given } : { category: given };
}

function foundIn(data: PatternData, asked: Asked, study: Study): Found {
  if (asked.name === 'nearest') return nearestIn(data, asked, study);
  if (asked.name === 'quadrats') return quadratsIn(data, asked, study);
  if (asked.name === 'centre') return centreIn(data);
  return curveIn(data, asked, asked.name, study);
}

function curveIn(data: PatternData, asked: Asked, name: CurveName, study: Study): Found {
  const { points, against, window } = data;
  const { left, bottom, right, top } = window.bounds;
  const shorter = Math.min(right - left, top - bottom);
  const maxDistanceMeters = asked.maxDistance ?? Math.min(USUAL_DISTANCE, shorter / 4);
  if (!(maxDistanceMeters > 0)) throw new OrynError('pattern.empty-window');
  const { steps, draws, edgeCorrection: correction } = asked;
  const choices = distanceChoices(asked.maxDistance, maxDistanceMeters, shorter);
  const options = { maxDistanceMeters, steps, onProgress: draws === 0 ? percentOnTerminal() : undefined };
  const k = (first: PlanarPoints, second: PlanarPoints) =>
    name === 'cross-K'
      ? crossK(first, second, window, { ...options, corrections: [correction] })
      : ripleyK(first, window, { ...options, corrections: [correction] });
  const correlationOptions: PairCorrelationOptions = {
    ...options,
    correction: correction === 'border' ? undefined : correction,
    halfWidthMeters: asked.halfWidth,
  };
  const none = { x: new Float64Array(0), y: new Float64Array(0) };
  const second = against ?? none;
  const isCorrelation = name === 'pcf' || name === 'cross-pcf';
  const correlation = (first: PlanarPoints, other: PlanarPoints, halfWidthMeters?: number) => {
    const chosen = { ...correlationOptions, halfWidthMeters: halfWidthMeters ?? asked.halfWidth };
    return name === 'cross-pcf'
      ? crossPairCorrelation(first, other, window, chosen)
      : pairCorrelation(first, window, chosen);
  };
  const observed = isCorrelation ? correlation(points, second) : k(points, second);
  const curveOf = (first: PlanarPoints, other: PlanarPoints): Float64Array =>
    'values' in observed
      ? correlation(first, other, observed.halfWidthMeters).values
      : besagL(k(first, other).estimates[correction]!);
  const envelope = envelopeIn(data, curveOf, asked, study);
  const facts = { function: name, correction, maxDistanceMeters, steps };
  if ('values' in observed) {
    if (observed.rule === 'stoyan') choices.push(halfWidthChoice(observed.halfWidthMeters));
    const columns: Column[] = [
      { name: 'r_m', values: observed.r },
      { name: 'g', values: observed.values },
      { name: 'theo', values: observed.r.map(() => 1) },
      ...envelopeColumns(envelope, (value) => value),
    ];
    const result = { ...facts, halfWidthMeters: observed.halfWidthMeters, ...envelopeFacts(envelope) };
    return { columns, sentences: envelopeSentences(envelope, maxDistanceMeters, study), result, choices };
  }
  const values = observed.estimates[correction]!;
  const l = besagL(values);
  const columns: Column[] = [
    { name: 'r_m', values: observed.r },
    { name: 'K', values },
    { name: 'theo', values: observed.theoretical },
    { name: 'L', values: l },
    { name: 'L_minus_r', values: l.map((value, at) => value - observed.r[at]) },
    ...envelopeColumns(envelope, (value) => (name === 'L' ? value : Math.PI * Math.max(0, value) ** 2)),
    ...(correction === 'border' ? [{ name: 'points', values: observed.borderPoints, integer: true }] : []),
  ];
  return {
    columns,
    sentences: envelopeSentences(envelope, maxDistanceMeters, study),
    result: { ...facts, coincidentPairs: observed.coincidentPairs, ...envelopeFacts(envelope) },
    choices,
  };
}

function envelopeIn(
  { points, against, window }: PatternData,
  curveOf: (first: PlanarPoints, second: PlanarPoints) => Float64Array,
  { draws }: Asked,
  { seed, lang }: Study,
): Envelope | undefined {
  if (draws === 0) return undefined;
  say(text(lang, 'cli.progress.simulating', { n: formatInteger(lang, draws) }));
  const onProgress = percentOnTerminal();
  if (against) return labellingEnvelope(points, against, curveOf, { draws, seed, onProgress });
  return randomnessEnvelope(points, window, (of) => curveOf(of, of), { draws, seed, onProgress });
}

/** Bounds of the envelope in the unit of the function asked for. */
function envelopeColumns(envelope: Envelope | undefined, inUnit: (value: number) => number): Column[] {
  if (!envelope) return [];
  const { mean, lower, upper, globalLower, globalUpper } = envelope;
  return Object.entries({ mean, lower, upper, global_lower: globalLower, global_upper: globalUpper }).map(
    ([name, values]) => ({ name, values: values.map(inUnit) }),
  );
}

function envelopeFacts(envelope: Envelope | undefined): Record<string, unknown> {
  if (!envelope) return {};
  const { test, pointwiseLevel, globalLevel } = envelope;
  return { test, pointwiseLevel, globalLevel };
}

function envelopeSentences(envelope: Envelope | undefined, distance: number, { lang }: Study): string[] {
  if (!envelope) return [];
  const { test, pointwiseLevel } = envelope;
  const isLabels = test.null === 'random-labelling';
  const sentences = [
    text(lang, 'statements.patternTest', {
      p: formatNumber(lang, test.p),
      distance: formatInteger(lang, Math.round(distance)),
      n: formatInteger(lang, test.draws),
      seed: String(test.seed),
      null: isLabels ? 'labels' : 'randomness',
    }),
    text(lang, 'statements.patternPointwise', { level: formatNumber(lang, pointwiseLevel) }),
  ];
  return isLabels ? sentences : [...sentences, text(lang, 'statements.patternRandomness')];
}

function distanceChoices(given: number | undefined, metres: number, shorter: number): Choice[] {
  const choice = (rule: string, reason: string): Choice[] => [
    { name: 'maxDistance', value: metres, unit: 'm', rule, reason },
  ];
  if (given === undefined)
    return metres < shorter / 4
      ? choice('at most 2 km', 'maxDistanceUsual')
      : choice('a quarter of the shorter side of the window', 'maxDistanceQuarter');
  return given > shorter / 2 ? choice('given', 'maxDistanceFar') : [];
}

function halfWidthChoice(metres: number): Choice {
  return { name: 'halfWidth', value: metres, unit: 'm', rule: '0.15 / √λ', reason: 'stoyan' };
}

function nearestIn({ points, window }: PatternData, { draws }: Asked, { seed, lang }: Study): Found {
  const normal = clarkEvans(points, window);
  const means = meanNearestDistances(points, Math.min(ORDERS, points.x.length - 1));
  const expected = means.map(() => normal.expectedMeters);
  // Under complete spatial randomness the k-th distance grows by (k - 1/2) / (k - 1) (Thompson 1956).
  for (let k = 1; k < means.length; k++) expected[k] = (expected[k - 1] * (k + 0.5)) / k;
  if (draws > 0) say(text(lang, 'cli.progress.simulating', { n: formatInteger(lang, draws) }));
  const simulated =
    draws > 0
      ? clarkEvansSimulated(points, window, { draws, seed, onProgress: percentOnTerminal() })
      : undefined;
  const number = (value: number): string => formatNumber(lang, value);
  const sentences = simulated && [
    text(lang, 'statements.patternNearest', {
      mean: number(simulated.meanMeters),
      expected: number(simulated.expectedMeters),
      index: number(simulated.index),
      p: number(simulated.p),
      n: formatInteger(lang, draws),
      seed: String(seed),
    }),
    text(lang, 'statements.patternRandomness'),
  ];
  return {
    columns: [
      { name: 'neighbour', values: means.map((_, k) => k + 1), integer: true },
      { name: 'mean_m', values: means },
      { name: 'expected_m', values: expected },
    ],
    sentences: sentences ?? [],
    result: { clarkEvans: normal, simulated },
  };
}

function quadratsIn({ points, window }: PatternData, { tiles }: Asked, { lang }: Study): Found {
  const { observed, expected, ...test } = quadratTest(points, window, { columns: tiles, rows: tiles });
  return {
    columns: [
      { name: 'row', values: observed.map((_, tile) => Math.floor(tile / tiles) + 1), integer: true },
      { name: 'column', values: observed.map((_, tile) => (tile % tiles) + 1), integer: true },
      { name: 'n', values: observed, integer: true },
      { name: 'expected', values: expected },
    ],
    sentences: [
      text(lang, 'statements.patternQuadrats', {
        value: formatNumber(lang, test.chiSquared),
        degrees: String(test.degreesOfFreedom),
        p: formatP(lang, test.p),
        least: formatNumber(lang, test.leastExpected),
      }),
      text(lang, 'statements.patternRandomness'),
    ],
    result: { test },
  };
}

function centreIn({ points, plane }: PatternData): Found {
  const centre = centrography(points);
  const { meanCentre, medianCentre, geometricMedian, ellipse } = centre;
  const centres = { mean: meanCentre, median: medianCentre, 'geometric-median': geometricMedian };
  const places = Object.values(centres);
  const columns: Column[] = [
    { name: 'centre', values: Object.keys(centres) },
    { name: 'x', values: places.map(([x]) => x) },
    { name: 'y', values: places.map(([, y]) => y) },
  ];
  if (plane.crs !== 'planar') {
    const degrees = places.map(([x, y]) => plane.unproject(x, y));
    columns.push({ name: 'lon', values: degrees.map(([lon]) => lon) });
    columns.push({ name: 'lat', values: degrees.map(([, lat]) => lat) });
  }
  const same = (name: string, value: number): Column => ({ name, values: places.map(() => value) });
  columns.push(same('standard_distance_m', centre.standardDistance));
  columns.push(same('ellipse_major_m', ellipse.majorMeters), same('ellipse_minor_m', ellipse.minorMeters));
  columns.push(same('ellipse_angle_deg', ellipse.angleDegrees));
  return { columns, sentences: [], result: { ...centre } };
}
