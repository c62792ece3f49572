import { extname } from 'node:path';
import { kernelDensityAt, OrynError, type ShareContour, shareContours } from '@oryn/core';
import { openTable } from '@oryn/ingest';
import { formatInteger, formatNumber, formatPercent, type Language, text } from '@oryn/language';
import {
  accountSentences,
  type Choice,
  type Column,
  contourRecord,
  contoursGeoJson,
  type DensityData,
  densityData,
  geotiffOf,
  pointsOnPlane,
  recordsOf,
  type Smoothing,
  type Study,
  smoothingOf,
  smoothSurface,
  windowOf,
} from '@oryn/study';
import type { Command } from 'commander';
import { choiceSentence } from '../choice-sentence.ts';
import { noticeOnce } from '../notice.ts';
import { addOptions, DENSITY_KEYS, type GivenOptions, languageOf, studyOf } from '../options.ts';
import { printJson, writeOut, writeTable } from '../output.ts';
import { say } from '../progress.ts';
import { sourceFile, sourcesOf } from '../sources.ts';
import { compareDensities } from './density-compare.ts';
import { gridColumns, gridRecord } from './density-grid.ts';
import { checkNetworkOptions, runNetworkDensity } from './network-density.ts';

/** Shares that are drawn where contours are written and none were named. */
const USUAL_SHARES = '25,50,80';

/**
 * `oryn density`: kernel density as GeoTIFF, table or contours, at given points with `--at`, or beside another
 * with `--against`.
 */
export function addDensityCommand(program: Command): void {
  const command = program
    .command('density <file...>')
    .description(text('en', 'cli.command.density'))
    .option('--at <points>', text('en', 'cli.option.at'))
    .option('--contours <shares>', text('en', 'cli.option.contours'))
    .option('--fast', text('en', 'cli.option.fast'))
    .option('--against <file|category:NAME>', text('en', 'cli.option.against'))
    .option('--compare <how>', text('en', 'cli.option.compare'))
    .option('--method <name>', text('en', 'cli.option.networkMethod'))
    .option('--lixel <metres>', text('en', 'cli.option.lixel'))
    .option('--max-snap <metres>', text('en', 'cli.option.maxSnap'));
  addOptions(command, [...DENSITY_KEYS, 'network']).action(async (files: string[], given: GivenOptions) => {
    checkTogether(given);
    checkNetworkOptions(given);
    const study = await studyOf(files, given);
    const { network } = study;
    if (network !== undefined) return runNetworkDensity({ ...study, network }, given);
    if (typeof given.against === 'string') return compareDensities(given.against, study, given);
    const data = await densityData(study, await sourcesOf(study));
    await noticeOnce(study.lang, data.simulated);
    say(text(languageOf(given), 'cli.progress.smoothing'));
    const smoothing = smoothingOf(data, study, data.area && windowOf(data.area, data.plane));
    sayChosen(data, smoothing, study);
    const choices = [...data.choices, ...smoothing.choices];
    if (typeof given.at === 'string') return densityAtPoints(given.at, study, { data, smoothing }, given);
    await writeSurface(study, { data, smoothing, choices }, given);
  });
}

/** Options that exclude each other, and those that mean nothing alone. */
function checkTogether(given: GivenOptions): void {
  const pairs = [
    ...(['against', 'contours', 'fast'] as const).map((name) => ['at', name]),
    ...(['contours', 'fast', 'adaptive'] as const).map((name) => ['against', name]),
    ['fast', 'adaptive'],
  ];
  for (const [first, second] of pairs) {
    if (given[first] !== undefined && given[second] !== undefined)
      throw new OrynError('option.together', { first: `--${first}`, second: `--${second}` });
  }
  for (const option of ['compare', 'permutations']) {
    if (given[option] !== undefined && given.against === undefined)
      throw new OrynError('option.needs', { option: `--${option}`, needed: '--against' });
  }
}

/** What was read and how it is smoothed. */
interface Prepared {
  data: DensityData;
  smoothing: Smoothing;
}

/** What was read, and what was chosen to smooth it. */
function sayChosen({ account, area }: DensityData, { choices }: Smoothing, { lang }: Study): void {
  const sentences = [
    ...accountSentences(account, area !== undefined, lang),
    ...choices.map((choice) => choiceSentence(choice, lang)),
  ];
  for (const sentence of sentences) process.stderr.write(`${sentence}\n`);
}

async function writeSurface(
  study: Study,
  { data, smoothing, choices }: Prepared & { choices: Choice[] },
  given: GivenOptions,
): Promise<void> {
  const { cellSize, seed } = study;
  const fast = given.fast === true ? { seed } : undefined;
  const surface = smoothSurface(data, data.extent, smoothing, { cellSize, fast });
  const { approximation } = surface;
  if (approximation) {
    const rule = `${approximation.parts} × ${approximation.parts} bins per cell`;
    choices.push({ name: 'fast', value: approximation.bound, unit: 'per km²', rule, reason: 'fast' });
  }
  const out = given.out as string | undefined;
  const extension = out && extname(out).toLowerCase();
  const asked = given.contours ?? (extension === '.geojson' ? USUAL_SHARES : undefined);
  const contours = typeof asked === 'string' ? shareContours(surface, sharesOf(asked), data) : undefined;
  if (contours) for (const contour of contours) say(contourLine(contour, study.lang));
  if (out && /^\.tiff?$/.test(extension ?? '')) await writeOut(out, await geotiffOf(surface, data.plane.crs));
  else if (out || !(given.json || contours))
    await writeTable(
      gridColumns(surface, data.plane, [{ name: 'density_per_km2', values: surface.values }]),
      out,
      contours && (() => contoursGeoJson(contours, data.plane, data.simulated)),
    );
  else if (contours && !given.json)
    process.stdout.write(`${JSON.stringify(contoursGeoJson(contours, data.plane, data.simulated))}\n`);
  if (!given.json) return;
  printJson({
    ...{ command: 'density', parameters: study, choices, account: data.account },
    result: {
      grid: gridRecord(surface, data.plane),
      unit: 'incidents per km²',
      ...{ kernel: surface.kernel, bandwidth: surface.bandwidth, edge: study.edge },
      ...(approximation && { approximation }),
      ...(contours && { contours: contours.map(contourRecord) }),
      values: Array.from(surface.values),
    },
  });
}

/** Shares in per cent, each over 0 and at most 100. */
function sharesOf(given: string): number[] {
  return given.split(',').map((part) => {
    const share = Number(part) / 100;
    if (part.trim() === '' || !(share > 0 && share <= 1))
      throw new OrynError('option.invalid', {
        option: '--contours',
        given,
        expected: '25,50,80 (0 < % ≤ 100)',
      });
    return share;
  });
}

function contourLine(
  { share, areaSquareMeters, pointsInside, pointShare }: ShareContour,
  lang: Language,
): string {
  return text(lang, 'statements.contour', {
    level: formatPercent(lang, share),
    area: formatNumber(lang, areaSquareMeters / 1e6),
    ...{ count: pointsInside, n: formatInteger(lang, pointsInside), share: formatPercent(lang, pointShare) },
  });
}

/** The columns of the points as they are, and the density; rows in order. */
async function densityAtPoints(
  path: string,
  study: Study,
  { data, smoothing }: Prepared,
  given: GivenOptions,
): Promise<void> {
  const file = await sourceFile(path);
  const at = await pointsOnPlane(file, data.plane, study);
  const density = kernelDensityAt(data, at, smoothing.options);
  const table = await openTable(file);
  const texts: string[][] = table.columns.map(() => []);
  await table.visit((values) => {
    table.columns.forEach((_, i) => {
      texts[i].push(values[i] ?? '');
    });
  });
  const columns: Column[] = table.columns.map((name, i) => ({ name, values: texts[i] }));
  columns.push({ name: 'density_per_km2', values: density });
  if (!given.json) return writeTable(columns, given.out as string | undefined);
  printJson({
    ...{ command: 'density', parameters: study, account: data.account },
    choices: [...data.choices, ...smoothing.choices],
    result: { points: recordsOf(columns), unit: 'incidents per km²' },
  });
}
