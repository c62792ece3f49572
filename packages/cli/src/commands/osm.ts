import { extname } from 'node:path';
import { OrynError, type StudyArea, studyArea } from '@oryn/core';
import {
  listOsmAreas,
  type OsmArea,
  readBoundary,
  readOsmAreas,
  readOsmGround,
  readOsmStreets,
  type SourceFile,
} from '@oryn/ingest';
import { formatInteger, type Language, text } from '@oryn/language';
import type { Column } from '@oryn/study';
import { type Command, Option } from 'commander';
import { checkOutputs } from '../check-outputs.ts';
import { addOptions, type GivenOptions, languageOf } from '../options.ts';
import { sayGround, sayStreets } from '../osm-account.ts';
import { PieceWriter, printJson, printTable, writeTable } from '../output.ts';
import { readingProgress } from '../progress.ts';
import { sourceFile } from '../sources.ts';

/** `oryn osm FILE`: streets, boundaries, rails and water of a file of OpenStreetMap. */
export function addOsmCommand(program: Command): void {
  const command = program
    .command('osm <file>')
    .description(text('en', 'cli.command.osm'))
    .option('--list', text('en', 'cli.option.osmList'))
    .addOption(
      new Option('--area <id|name>', text('en', 'cli.option.osmArea')).argParser(
        (given: string, before: string[] = []) => [...before, given],
      ),
    )
    .option('--ground', text('en', 'cli.option.osmGround'))
    .option('--also <classes>', text('en', 'cli.option.osmAlso'));
  addOptions(command, ['boundary']).action(async (path: string, given: GivenOptions) => {
    const lang = languageOf(given);
    checkTogether(given);
    checkOutputs([path, given.boundary], [given.out]);
    if (!given.list) checkExtension(given);
    const file = await sourceFile(path);
    const progress = readingProgress(lang);
    const run = {
      file,
      given,
      lang,
      onProgress: (done: number, total: number) => progress(file.name, done, total),
    };
    if (given.list) await list(run);
    else if (given.area) await areas(run);
    else if (given.ground) await ground(run);
    else await streets(run);
  });
}

interface Run {
  file: SourceFile;
  given: GivenOptions;
  lang: Language;
  onProgress: (done: number, total: number) => void;
}

/** Options that ask for different things, and what each of them would pass over. @throws OrynError option.together */
function checkTogether(given: GivenOptions): void {
  const clashes = [
    ['list', 'area', 'ground', 'also', 'boundary'],
    ['area', 'ground', 'also', 'boundary'],
    ['ground', 'also'],
  ];
  for (const [first, ...others] of clashes) {
    const second = others.find((name) => given[name] !== undefined);
    if (given[first] !== undefined && second !== undefined)
      throw new OrynError('option.together', { first: `--${first}`, second: `--${second}` });
  }
}

/** @throws OrynError out.format */
function checkExtension({ out }: GivenOptions): void {
  if (typeof out === 'string' && extname(out).toLowerCase() !== '.geojson')
    throw new OrynError('out.format', { given: out, expected: '.geojson' });
}

async function streets({ file, given, lang, onProgress }: Run): Promise<void> {
  const also = typeof given.also === 'string' ? given.also.split(',').map((one) => one.trim()) : [];
  const area = await areaOf(given);
  const { features, account } = await readOsmStreets(file, { also, area, onProgress });
  if (account.kept === 0) {
    const { outside } = account.leftOut;
    throw new OrynError('osm.no-streets', { file: file.name, ways: account.ways, outside });
  }
  const written = write(given, features);
  if (given.json) print(file, given, { account });
  else {
    sayStreets(lang, account);
    sayWritten(lang, written);
  }
}

async function ground({ file, given, lang, onProgress }: Run): Promise<void> {
  const area = await areaOf(given);
  const { features, account } = await readOsmGround(file, { area, onProgress });
  const written = write(given, features);
  if (given.json) print(file, given, { account });
  else {
    sayGround(lang, account);
    sayWritten(lang, written);
  }
}

async function areas({ file, given, lang, onProgress }: Run): Promise<void> {
  const features = await readOsmAreas(file, given.area as string[], onProgress);
  const written = write(given, features);
  const found = features.map(({ properties }) => properties ?? {});
  if (given.json) print(file, given, { areas: found });
  else {
    const rows = found.map((area) => ['id', 'admin_level', 'name'].map((tag) => String(area[tag] ?? '')));
    printTable([heading(lang, 'relation'), heading(lang, 'level'), heading(lang, 'name')], rows);
    sayWritten(lang, written);
  }
}

async function list({ file, given, lang, onProgress }: Run): Promise<void> {
  const found = await listOsmAreas(file, onProgress);
  if (typeof given.out === 'string') await writeTable(areaTable(found), given.out);
  if (given.json) {
    print(file, given, { areas: found });
    return;
  }
  if (typeof given.out === 'string') {
    process.stdout.write(`${text(lang, 'cli.written', { path: given.out })}\n`);
    return;
  }
  const rows = found.map(({ id, adminLevel, name, kk, ru, ways, missingWays }) => [
    ...[String(id), adminLevel, name, kk, ru],
    ...[formatInteger(lang, ways), missingWays > 0 ? formatInteger(lang, missingWays) : ''],
  ]);
  const head = [heading(lang, 'relation'), heading(lang, 'level'), heading(lang, 'name'), 'kk', 'ru'];
  if (rows.length > 0) printTable([...head, heading(lang, 'ways'), heading(lang, 'missing')], rows);
  process.stdout.write(`${text(lang, 'cli.osm.areas', { n: formatInteger(lang, rows.length) })}\n`);
}

function areaTable(found: readonly OsmArea[]): Column[] {
  const texts = (key: 'adminLevel' | 'name' | 'kk' | 'ru' | 'en') => found.map((area) => area[key]);
  const numbers = (key: 'id' | 'ways' | 'missingWays') => found.map((area) => area[key]);
  return [
    { name: 'relation', values: numbers('id'), integer: true },
    { name: 'admin_level', values: texts('adminLevel') },
    { name: 'name', values: texts('name') },
    { name: 'name_kk', values: texts('kk') },
    { name: 'name_ru', values: texts('ru') },
    { name: 'name_en', values: texts('en') },
    { name: 'ways', values: numbers('ways'), integer: true },
    { name: 'missing_ways', values: numbers('missingWays'), integer: true },
  ];
}

const heading = (lang: Language, name: 'relation' | 'level' | 'name' | 'ways' | 'missing'): string =>
  text(lang, `cli.heading.${name}`);

async function areaOf({ boundary }: GivenOptions): Promise<StudyArea | undefined> {
  return typeof boundary === 'string' ? studyArea(await readBoundary(await sourceFile(boundary))) : undefined;
}

function print(
  file: SourceFile,
  { list: isList, area, ground: isGround, also, boundary, lang }: GivenOptions,
  result: unknown,
): void {
  const asked = { list: isList, area, ground: isGround, also, boundary, lang };
  printJson({
    command: 'osm',
    parameters: { files: [file.name], ...(asked as Record<string, unknown>) },
    choices: [],
    account: undefined,
    result,
  });
}

const ATTRIBUTION = '© OpenStreetMap contributors, ODbL 1.0';

interface Written {
  path: string;
  isSimulated: boolean;
}

/** One feature a line, written as it goes: a country is larger than a text may be. */
function write(
  { out }: GivenOptions,
  features: readonly { properties: Record<string, unknown> | null }[],
): Written | undefined {
  if (typeof out !== 'string') return undefined;
  const isSimulated =
    features.length > 0 && features.every(({ properties }) => properties?.simulated === true);
  const mark = isSimulated ? '"simulated":true' : `"attribution":${JSON.stringify(ATTRIBUTION)}`;
  const writer = new PieceWriter(out);
  const utf8 = new TextEncoder();
  writer.write(utf8.encode(`{"type":"FeatureCollection",${mark},"features":[\n`));
  features.forEach((feature, i) => {
    writer.write(utf8.encode(`${JSON.stringify(feature)}${i < features.length - 1 ? ',' : ''}\n`));
  });
  writer.write(utf8.encode(']}\n'));
  writer.close();
  return { path: out, isSimulated };
}

function sayWritten(lang: Language, written: Written | undefined): void {
  if (!written) return;
  process.stdout.write(`${text(lang, 'cli.written', { path: written.path })}\n`);
  if (!written.isSimulated) process.stdout.write(`${text(lang, 'cli.osm.licence')}\n`);
}
