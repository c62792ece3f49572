import { extname } from 'node:path';
import { OrynError } from '@oryn/core';
import { readCounts } from '@oryn/ingest';
import { formatInteger, text } from '@oryn/language';
import {
  type Account,
  type Choice,
  type Column,
  type ConcentrationReport,
  type CountedPlaces,
  categoriesTable,
  concentrationByCategory,
  concentrationOfWeight,
  countedByPlaceType,
  countedInTable,
  countedPlaces,
  countPlaces,
  firstOf,
  lorenzFigure,
  REPORT_DRAWS,
  type ReportOptions,
  recordsOf,
  reportOn,
  reportSentences,
  reportTable,
  type Study,
  type StudyData,
  scaleFigure,
  scaleReport,
  scaleTable,
  unitOf,
  verdictFacts,
  worldFigure,
  yearsFigure,
  yearsTable,
} from '@oryn/study';
import type { Command } from 'commander';
import { checkOutputs } from '../check-outputs.ts';
import { numberOf, wordOf } from '../option-values.ts';
import { addOptions, type GivenOptions, languageOf, PLACE_KEYS, studyOf } from '../options.ts';
import { type CommandDocument, documentText, printJson, writeOut, writeTable } from '../output.ts';
import { countWarnings } from '../place-warnings.ts';
import { sourceFile } from '../sources.ts';
import { runWith } from './study-run.ts';

/** The context gives the districts inside which concentration is nested. */
const CONCENTRATION_KEYS: readonly (keyof Study)[] = [
  ...PLACE_KEYS,
  ...(['exposure', 'exposureColumn', 'permutations', 'context', 'title'] as const),
];

const BY = ['all', 'year', 'category'] as const;

/** `oryn concentration`: the law of crime concentration over every denominator, the chance beside each number. */
export function addConcentrationCommand(program: Command): void {
  const command = program
    .command('concentration [file...]')
    .description(text('en', 'cli.command.concentration'))
    .option('--counts <table>', text('en', 'cli.option.counts'))
    .option('--by <which>', text('en', 'cli.option.by'))
    .option('--scale <sizes>', text('en', 'cli.option.scale'))
    .option('--world', text('en', 'cli.option.world'));
  addOptions(command, CONCENTRATION_KEYS).action(async (files: string[], given: GivenOptions) => {
    wordOf(given, 'by', BY);
    checkWorld(given);
    checkFormat(given);
    if (given.scale !== undefined) return printScale(files, given);
    await print(
      typeof given.counts === 'string' ? await fromTable(files, given) : await fromStudy(files, given),
      given,
    );
  });
}

/** What is printed, whatever it was counted from. */
interface Counted {
  /** Undefined for a table of counts. */
  study: Study | undefined;
  parameters: Record<string, unknown>;
  counted: CountedPlaces;
  report: ConcentrationReport;
  weighted: ReturnType<typeof concentrationOfWeight>;
  choices: readonly Choice[];
  account: Account | undefined;
  warnings: readonly string[];
}

async function fromStudy(files: readonly string[], given: GivenOptions): Promise<Counted> {
  const study = await studyOf(files, given);
  return runWith(study, (data, onProgress) => {
    const options: ReportOptions = {
      draws: study.permutations ?? REPORT_DRAWS,
      onProgress: (done, total) => onProgress('testing', done, total),
    };
    if (unitOf(study).kind === 'place-type') return fromTypes(data, options);
    const counts = countPlaces(data, onProgress);
    const { places, inMask, weighted, choices, account } = counts;
    const counted = countedPlaces(counts);
    return {
      study: counts.study,
      parameters: counts.study,
      counted,
      report: reportOn(counted, options),
      weighted: weighted
        ? concentrationOfWeight(weighted, places, inMask, counts.study, options.onProgress)
        : [],
      choices,
      account,
      // Neighbours take no part here, so places without any are no matter.
      warnings: countWarnings({ ...counts, choices: choices.filter(({ name }) => name !== 'islands') }),
    };
  });
}

function fromTypes(data: StudyData, options: ReportOptions): Counted {
  const { study, choices } = data;
  const { counted, types } = countedByPlaceType(data);
  const n = formatInteger(study.lang, types.withoutType);
  return {
    study,
    parameters: study,
    counted,
    report: reportOn(counted, options),
    weighted: [],
    choices,
    account: undefined,
    warnings: [
      text(study.lang, 'concentration.types.notPlaces'),
      ...(types.withoutType > 0 ? [text(study.lang, 'concentration.types.withoutType', { n })] : []),
    ],
  };
}

/** What a table of counts leaves open; every other option speaks of incidents, and would be passed over in silence. */
const TABLE_OPTIONS = ['counts', 'by', 'world', 'permutations', 'seed', 'title', 'lang', 'out', 'json'];

/** @throws OrynError option.together */
function checkTableAlone(files: readonly string[], given: GivenOptions): void {
  const option = Object.keys(given).find((name) => !TABLE_OPTIONS.includes(name));
  const other =
    option === undefined ? files[0] : `--${option.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
  const second = given.by === 'category' ? '--by category' : other;
  if (second !== undefined) throw new OrynError('option.together', { first: '--counts', second });
}

async function fromTable(files: readonly string[], given: GivenOptions): Promise<Counted> {
  checkTableAlone(files, given);
  const path = String(given.counts);
  checkOutputs([path], [given.out]);
  const isDraws = (n: number): boolean => Number.isInteger(n) && n >= 99 && n <= 99_999;
  const draws = numberOf(given, 'permutations', '99 … 99999', isDraws) ?? REPORT_DRAWS;
  const seed = numberOf(given, 'seed', '1', Number.isInteger) ?? 1;
  const title = given.title as string | undefined;
  const counted = countedInTable(await readCounts(await sourceFile(path)), seed, title);
  return {
    study: undefined,
    parameters: { counts: path.replace(/^.*[\\/]/, ''), permutations: draws, seed, title },
    counted,
    report: reportOn(counted, { draws }),
    ...{ weighted: [], choices: [], account: undefined, warnings: [] },
  };
}

async function print(found: Counted, given: GivenOptions): Promise<void> {
  const { report, counted, weighted, parameters, choices, account } = found;
  const lang = languageOf(given);
  const by = wordOf(given, 'by', BY);
  const sentences = reportSentences(lang, report);
  for (const sentence of [...sentences, ...found.warnings]) process.stderr.write(`${sentence}\n`);
  const draws = firstOf(report).chance?.draws ?? REPORT_DRAWS;
  const categories = by === 'category' ? concentrationByCategory(counted, { draws }) : undefined;
  const columns = categories
    ? categoriesTable(categories)
    : by === 'year'
      ? yearsTable(report.years)
      : reportTable(report, weighted);
  const result = {
    ...report,
    denominators: report.denominators.map(({ over, ...rest }) => ({ ...over, ...rest })),
    ...(weighted.length > 0 && { weighted }),
    ...(categories && { categories }),
    sentences,
    rows: recordsOf(columns),
  };
  await writeResult(given, columns, { command: 'concentration', parameters, choices, account, result }, () =>
    figureOf(found, given),
  );
}

/** The strip is a figure of the whole result, so it needs a file to be drawn in and goes with no other figure. */
function checkWorld(given: GivenOptions): void {
  if (given.world !== true) return;
  for (const other of ['by', 'scale', 'json']) {
    if (given[other] !== undefined) {
      throw new OrynError('option.together', { first: '--world', second: `--${other}` });
    }
  }
  if (extname(String(given.out ?? '')).toLowerCase() !== '.svg') {
    throw new OrynError('option.needs', { option: '--world', needed: '--out FILE.svg' });
  }
}

/** Formats of what is written: offences side by side have no figure. Refused before the work, not after it. */
function checkFormat({ json, out, by }: GivenOptions): void {
  if (json || out === undefined) return;
  const formats = ['.csv', '.parquet', '.json', ...(by === 'category' ? [] : ['.svg'])];
  if (formats.includes(extname(String(out)).toLowerCase())) return;
  throw new OrynError('out.format', { given: String(out), expected: formats.join(', ') });
}

/** The figure of what was asked for: the curve where nothing else was. */
function figureOf({ report, counted, study }: Counted, given: GivenOptions): string | undefined {
  const lang = languageOf(given);
  const by = wordOf(given, 'by', BY);
  if (by === 'year') return yearsFigure(report, study, lang);
  if (by === 'category') return undefined;
  if (given.world !== true) return lorenzFigure(report, counted, study, lang);
  const strip = worldFigure(report, study, lang);
  if (strip !== undefined) return strip;
  const { reason } = verdictFacts(report).comparison;
  throw new OrynError('concentration.world', {
    reason: reason === 'not-crime' ? 'accidents' : (reason ?? ''),
  });
}

async function printScale(files: readonly string[], given: GivenOptions): Promise<void> {
  for (const other of ['counts', 'by']) {
    if (given[other] !== undefined) {
      throw new OrynError('option.together', { first: '--scale', second: `--${other}` });
    }
  }
  const study = await studyOf(files, given);
  const { report, choices } = await runWith(study, (data, onProgress) => {
    const options: ReportOptions = {
      draws: study.permutations ?? REPORT_DRAWS,
      onProgress: (done, total) => onProgress('testing', done, total),
    };
    return { report: scaleReport(data, String(given.scale), options), choices: data.choices };
  });
  process.stderr.write(`${text(study.lang, 'concentration.scale.reading')}\n`);
  const columns = scaleTable(report.rows);
  const result = { ...report, rows: recordsOf(columns) };
  const document = { command: 'concentration', parameters: study, choices, account: undefined, result };
  await writeResult(given, columns, document, () => scaleFigure(report, study, study.lang));
}

/**
 * To standard output, or to a file whose extension picks the format: a table, all of it as JSON, or a figure.
 *
 * @param draw undefined where there is none
 */
async function writeResult(
  given: GivenOptions,
  columns: readonly Column[],
  document: CommandDocument,
  draw: () => string | undefined,
): Promise<void> {
  if (given.json) return printJson(document);
  const out = given.out as string | undefined;
  if (out === undefined) return writeTable(columns, out);
  switch (extname(out).toLowerCase()) {
    case '.csv':
    case '.parquet':
      return writeTable(columns, out);
    case '.json':
      return writeOut(out, documentText(document));
  }
  const svg = draw();
  if (svg !== undefined) return writeOut(out, svg);
  // Without an incident there is no curve.
  throw new OrynError('out.format', { given: out, expected: '.csv, .parquet, .json' });
}
