import { basename, extname, resolve } from 'node:path';
import { OrynError } from '@oryn/core';
import { type Language, text } from '@oryn/language';
import {
  type CityBundle,
  type CompareStage,
  type Comparison,
  compareCities,
  comparedTable,
  comparisonDocument,
  comparisonFiles,
  openBundle,
  readPopulations,
  resultsText,
} from '@oryn/study';
import type { Command } from 'commander';
import { bundleReader } from '../bundle-folder.ts';
import { checkOutputs } from '../check-outputs.ts';
import { numberOf, wordOf } from '../option-values.ts';
import { type GivenOptions, languageOf } from '../options.ts';
import { printJson, writeTable } from '../output.ts';
import { say } from '../progress.ts';
import { sourceFile } from '../sources.ts';
import { checkOut, writeFolder } from '../write-bundle.ts';

const DRAWS = 999;
const SEED = 1;
/** Any other extension is refused before the work, and a path without one is a folder. */
const TABLE_FILES = ['.csv', '.parquet'];

/** `oryn compare BUNDLE…`: cities, years and offence groups side by side over units of one kind. */
export function addCompareCommand(program: Command): void {
  program
    .command('compare [bundle...]')
    .description(text('en', 'cli.command.compare'))
    .option('--from <date>', text('en', 'cli.option.from'))
    .option('--to <date>', text('en', 'cli.option.to'))
    .option('--by <rows>', text('en', 'cli.option.compareBy'))
    .option('--population <table>', text('en', 'cli.option.population'))
    .option('--permutations <number>', text('en', 'cli.option.compareDraws'))
    .option('--lang <language>', text('en', 'cli.option.lang'))
    .option('--out <path>', text('en', 'cli.option.compareOut'))
    .option('--json', text('en', 'cli.option.json'))
    .action(async (folders: string[], given: GivenOptions) => {
      const lang = languageOf(given);
      if (folders.length === 0) throw new OrynError('compare.no-bundle');
      const out = given.out as string | undefined;
      const isFolder = out !== undefined && extname(out) === '';
      checkOutputs([folders, given.population], [out]);
      if (out !== undefined && !isFolder && !TABLE_FILES.includes(extname(out).toLowerCase())) {
        throw new OrynError('out.format', { given: out, expected: TABLE_FILES.join(', ') });
      }
      if (isFolder) await checkOut(out, { list: 'comparison.json', format: 'oryn-comparison' });
      const options = await optionsOf(given);
      const comparison = compareCities(await bundlesOf(folders), {
        ...options,
        onProgress: stagesOnce(lang),
      });
      await write(
        comparison,
        isFolder ? out : undefined,
        isFolder ? undefined : out,
        lang,
        given.json === true,
      );
    });
}

async function write(
  comparison: Comparison,
  folder: string | undefined,
  file: string | undefined,
  lang: Language,
  asJson: boolean,
): Promise<void> {
  if (folder !== undefined) await writeFolder(comparisonFiles(comparison), folder);
  if (asJson) {
    const { options, cities } = comparison;
    printJson({
      command: 'compare',
      parameters: { ...options, bundles: cities.map((city) => city.folder) },
      choices: [],
      account: undefined,
      result: comparisonDocument(comparison),
    });
    return;
  }
  if (folder === undefined) {
    await writeTable(comparedTable(comparison, lang), file);
    return;
  }
  process.stdout.write(`${resultsText(lang, comparison)}\n${text(lang, 'cli.written', { path: folder })}\n`);
}

async function optionsOf(given: GivenOptions) {
  const { population, from, to } = given;
  const file = typeof population === 'string' ? await sourceFile(population) : undefined;
  return {
    from: dayOf('--from', from),
    to: dayOf('--to', to),
    by: wordOf(given, 'by', ['both', 'year', 'category']),
    draws: numberOf(given, 'permutations', '99 … 99999', isNumberOfDraws) ?? DRAWS,
    seed: SEED,
    populations: file && { file: file.name, rows: await readPopulations(file) },
  };
}

const isNumberOfDraws = (draws: number): boolean => Number.isInteger(draws) && draws >= 99 && draws <= 99_999;

/** @throws OrynError period.invalid */
function dayOf(option: string, given: GivenOptions[string]): string | undefined {
  if (given === undefined) return undefined;
  const day = String(given);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(Date.parse(day))) {
    throw new OrynError('option.invalid', { option, given: day, expected: '2019-01-31' });
  }
  return day;
}

async function bundlesOf(folders: readonly string[]): Promise<CityBundle[]> {
  const bundles: CityBundle[] = [];
  for (const folder of folders) {
    const bundle = await openBundle(bundleReader(folder), folder);
    bundles.push({ folder: basename(resolve(folder)), bundle });
  }
  return bundles;
}

/** Each stage of the work is said once. */
function stagesOnce(lang: Language): (stage: CompareStage) => void {
  let current: CompareStage | undefined;
  return (stage) => {
    if (stage !== current) say(text(lang, `cli.progress.compare.${stage}`));
    current = stage;
  };
}
