import { OrynError } from '@oryn/core';
import { formatInteger, text } from '@oryn/language';
import {
  type Choice,
  countPlaces,
  globalTable,
  globalTests,
  type OptimisedStudy,
  optimisedChoices,
  optimiseStudy,
  type PlaceCounts,
  type PlaceTests,
  placeGeometry,
  placesTable,
  recordsOf,
  type Study,
  testPlaces,
  type YearSpan,
} from '@oryn/study';
import type { Command } from 'commander';
import { addOptions, type GivenOptions, HOTSPOT_KEYS, PLACE_KEYS, studyOf } from '../options.ts';
import { printJson, writeTable } from '../output.ts';
import { countWarnings, extentWarnings } from '../place-warnings.ts';
import { runWith } from './study-run.ts';

/** `oryn cells` and `oryn hotspots`: the places table with more or fewer columns. */
export function addPlaceCommands(program: Command): void {
  const cells = program.command('cells <file...>').description(text('en', 'cli.command.cells'));
  addOptions(cells, PLACE_KEYS).action(async (files: string[], given: GivenOptions) => {
    const counts = await runWith(await studyOf(files, given), countPlaces);
    await printPlaces('cells', counts, counts.choices, {}, given);
  });
  const hotspots = program
    .command('hotspots <file...>')
    .description(text('en', 'cli.command.hotspots'))
    .option('--global', text('en', 'cli.option.global'))
    .option('--optimised', text('en', 'cli.option.optimised'))
    .option('--choose-on <years>', text('en', 'cli.option.chooseOn'));
  addOptions(hotspots, HOTSPOT_KEYS).action(async (files: string[], given: GivenOptions) => {
    const years = yearsToChooseOn(given);
    const study = await studyOf(files, given);
    const { found, optimised } = await runWith(study, (data, onProgress) => {
      const optimised = given.optimised ? optimiseStudy(data, years, onProgress) : undefined;
      const chosen = optimised?.data ?? data;
      if (!given.global) return { found: testPlaces(chosen, onProgress), optimised };
      const counts = countPlaces(chosen, onProgress);
      const withPermutation = given.permutations !== undefined || study.inference === 'permutation';
      const global = globalTable(globalTests(counts, withPermutation, onProgress));
      return { found: { ...counts, global }, optimised };
    });
    const choices = optimised ? optimisedChoices(found.choices, optimised) : found.choices;
    if (optimised) sayOptimised(optimised, study);
    const facts = optimised ? { optimised: factsOf(optimised) } : {};
    if ('global' in found) return printGlobal(found, choices, facts, given);
    await printPlaces('hotspots', found, choices, { ...testsOf(found), ...facts }, given);
  });
}

async function printPlaces(
  command: string,
  found: PlaceCounts & Partial<PlaceTests>,
  choices: Choice[],
  facts: Record<string, unknown>,
  given: GivenOptions,
): Promise<void> {
  const columns = placesTable(found);
  sayWarnings({ ...found, choices });
  if (given.json) {
    const { study: parameters, account, concentration } = found;
    const result = { places: recordsOf(columns), ...facts, null: concentration[0].null };
    printJson({ command, parameters, choices, account, result });
    return;
  }
  const mark = found.simulated && { simulated: true };
  await writeTable(columns, given.out as string | undefined, () => ({
    type: 'FeatureCollection',
    ...mark,
    features: recordsOf(columns).map((properties, i) => ({
      type: 'Feature',
      properties: { ...properties, ...mark },
      geometry: placeGeometry(found.places, i),
    })),
  }));
}

async function printGlobal(
  found: PlaceCounts & { global: ReturnType<typeof globalTable> },
  choices: Choice[],
  facts: Record<string, unknown>,
  given: GivenOptions,
): Promise<void> {
  sayWarnings({ ...found, choices });
  if (!given.json) return writeTable(found.global, given.out as string | undefined);
  const { study: parameters, account } = found;
  const result = { global: recordsOf(found.global), ...facts };
  printJson({ command: 'hotspots', parameters, choices, account, result });
}

function sayWarnings(found: PlaceCounts): void {
  for (const sentence of [...extentWarnings(found), ...countWarnings(found)]) {
    process.stderr.write(`${sentence}\n`);
  }
}

/** What every p of the table is to be read with. */
function testsOf({ hot, hotAll, hotOfWeight, moran, moranOfWeight }: PlaceTests): Record<string, unknown> {
  const record = (test: PlaceTests['hot'] | PlaceTests['moran']): Record<string, unknown> | undefined => {
    if (!test) return undefined;
    const { statistic, inference, alternative, correction, tested, permutation } = test;
    return { statistic, inference, null: test.null, alternative, correction, tested, permutation };
  };
  return {
    tested: (hot ?? moran)?.tested,
    tests: {
      gi: record(hot),
      gi_all: record(hotAll),
      gi_w: record(hotOfWeight),
      moran: record(moran),
      moran_w: record(moranOfWeight),
    },
  };
}

function factsOf({ isExploratory, chosenOn, units, bands }: OptimisedStudy): Record<string, unknown> {
  return { exploratory: isExploratory, chosenOn: chosenOn ?? null, units, bands };
}

function sayOptimised({ data, isExploratory, chosenOn }: OptimisedStudy, { lang }: Study): void {
  const { resolution, neighbours = '' } = data.study;
  const chosen = { resolution: String(resolution), rings: neighbours.replace('ring:', '') };
  process.stderr.write(`${text(lang, 'statements.optimisedChosen', chosen)}\n`);
  const sentence =
    isExploratory || !chosenOn
      ? text(lang, 'statements.optimisedExploratory')
      : text(lang, 'statements.optimisedOther', {
          years: chosenOn.years,
          n: formatInteger(lang, chosenOn.incidents),
        });
  process.stderr.write(`${sentence}\n`);
}

/** @throws OrynError option.together, option.needs, option.invalid */
function yearsToChooseOn(given: GivenOptions): YearSpan | undefined {
  if (given.optimised) {
    for (const name of ['unit', 'resolution', 'neighbours']) {
      if (given[name] !== undefined)
        throw new OrynError('option.together', { first: '--optimised', second: `--${name}` });
    }
  }
  const { chooseOn } = given;
  if (chooseOn === undefined) return undefined;
  if (!given.optimised) throw new OrynError('option.needs', { option: '--choose-on', needed: '--optimised' });
  const [, from, to = from] = /^(\d{4})(?:-(\d{4}))?$/.exec(String(chooseOn)) ?? [];
  if (from !== undefined && from <= to) return { from: Number(from), to: Number(to) };
  const expected = '2019, 2019-2021';
  throw new OrynError('option.invalid', { option: '--choose-on', given: String(chooseOn), expected });
}
