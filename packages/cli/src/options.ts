import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { OrynError } from '@oryn/core';
import { parseMappingFile } from '@oryn/ingest';
import { isLanguage, type Language, text } from '@oryn/language';
import { parseStudy, placeFilesOf, type Study } from '@oryn/study';
import { type Command, Option } from 'commander';
import { checkOutputs } from './check-outputs.ts';

/** Options as commander hands them over: texts, and lists for those that may be repeated. */
export interface GivenOptions {
  [name: string]: string | string[] | boolean | undefined;
}

/** An option of the command line and the key of a study that it sets; help texts are of the same name. */
interface StudyOption {
  key: keyof Study;
  flag: string;
  convert?: (given: string) => unknown;
  repeatable?: boolean;
}

/** A number, or the text as it is, so that the message can quote it. */
const wholeOrFraction = (given: string): number | string =>
  Number.isNaN(Number(given)) ? given : Number(given);

const STUDY_OPTIONS: readonly StudyOption[] = [
  { key: 'boundary', flag: '--boundary <file>' },
  { key: 'city', flag: '--city <name>' },
  { key: 'possible', flag: '--possible <file>' },
  { key: 'exposure', flag: '--exposure <file>' },
  { key: 'exposureColumn', flag: '--exposure-column <name>' },
  { key: 'context', flag: '--context <file>', repeatable: true },
  { key: 'from', flag: '--from <date>' },
  { key: 'to', flag: '--to <date>' },
  { key: 'category', flag: '--category <name>', repeatable: true },
  { key: 'columns', flag: '--columns <mapping>', convert: parseMapping },
  { key: 'crs', flag: '--crs <code>' },
  { key: 'encoding', flag: '--encoding <label>' },
  { key: 'delimiter', flag: '--delimiter <character>' },
  { key: 'sheet', flag: '--sheet <name>' },
  { key: 'zone', flag: '--zone <offset>' },
  { key: 'dateOrder', flag: '--date-order <order>' },
  { key: 'categories', flag: '--categories <file>' },
  { key: 'dropDuplicates', flag: '--drop-duplicates' },
  { key: 'weights', flag: '--weights <table>' },
  { key: 'unit', flag: '--unit <unit>' },
  { key: 'neighbours', flag: '--neighbours <rule>' },
  { key: 'noding', flag: '--noding <rule>' },
  { key: 'snapDistance', flag: '--snap-distance <metres>', convert: wholeOrFraction },
  { key: 'crossings', flag: '--crossings <rule>' },
  { key: 'resolution', flag: '--resolution <number>', convert: wholeOrFraction },
  { key: 'containment', flag: '--containment <rule>' },
  { key: 'statistic', flag: '--statistic <name>' },
  { key: 'inference', flag: '--inference <name>' },
  { key: 'correction', flag: '--correction <name>' },
  { key: 'permutations', flag: '--permutations <number>', convert: wholeOrFraction },
  { key: 'rankBy', flag: '--rank-by <measure>' },
  { key: 'bandwidth', flag: '--bandwidth <metres|rule>', convert: wholeOrFraction },
  { key: 'kernel', flag: '--kernel <name>' },
  { key: 'edge', flag: '--edge <correction>' },
  { key: 'adaptive', flag: '--adaptive <rule>' },
  { key: 'cellSize', flag: '--cell-size <metres>', convert: wholeOrFraction },
  { key: 'network', flag: '--network <file>' },
  { key: 'maxCells', flag: '--max-cells <number>', convert: wholeOrFraction },
  { key: 'seed', flag: '--seed <number>', convert: wholeOrFraction },
  { key: 'title', flag: '--title <text>' },
  { key: 'purpose', flag: '--purpose <text>' },
];

/** Add the options of some study keys, and those every command has. */
export function addOptions(command: Command, keys: readonly (keyof Study)[]): Command {
  for (const { key, flag, repeatable } of STUDY_OPTIONS) {
    if (!keys.includes(key)) continue;
    const option = new Option(flag, text('en', `cli.option.${key}` as never));
    if (repeatable) option.argParser((given: string, before: string[] = []) => [...before, given]);
    command.addOption(option);
  }
  if (keys.includes('columns')) command.option('--mapping <file>', text('en', 'cli.option.mapping'));
  return command
    .option('--lang <language>', text('en', 'cli.option.lang'))
    .option('--out <path>', text('en', 'cli.option.out'))
    .option('--json', text('en', 'cli.option.json'));
}

/** How files are read: every command that reads incidents has these. */
export const READING_KEYS: readonly (keyof Study)[] = [
  'boundary',
  'city',
  'columns',
  'crs',
  'encoding',
  'delimiter',
  'sheet',
  'zone',
  'dateOrder',
  'categories',
  'dropDuplicates',
  'weights',
];
export const PLACE_KEYS: readonly (keyof Study)[] = [
  ...READING_KEYS,
  'possible',
  'from',
  'to',
  'category',
  'unit',
  'neighbours',
  'noding',
  'snapDistance',
  'crossings',
  'resolution',
  'containment',
  'seed',
];
/** Windows are circles over cells and hold counts: no other unit, no neighbours, no weights. */
const NOT_SCANNED: readonly (keyof Study)[] = [
  ...(['unit', 'neighbours', 'noding', 'snapDistance', 'crossings', 'weights'] as const),
];
export const SCAN_KEYS: readonly (keyof Study)[] = [
  ...PLACE_KEYS.filter((key) => !NOT_SCANNED.includes(key)),
  'exposure',
  'exposureColumn',
  'permutations',
];
export const HOTSPOT_KEYS: readonly (keyof Study)[] = [
  ...PLACE_KEYS,
  'statistic',
  'inference',
  'correction',
  'permutations',
  'exposure',
  'exposureColumn',
];
export const DENSITY_KEYS: readonly (keyof Study)[] = [
  ...READING_KEYS,
  'from',
  'to',
  'category',
  'bandwidth',
  'kernel',
  'edge',
  'adaptive',
  'cellSize',
  'permutations',
  'seed',
];
export const CLUSTER_KEYS: readonly (keyof Study)[] = DENSITY_KEYS.filter((key) => key !== 'permutations');
/** A bundle has no lixels and no street segments. */
const NOT_IN_BUNDLES: readonly (keyof Study)[] = ['network', 'noding', 'snapDistance', 'crossings'];
export const STUDY_KEYS: readonly (keyof Study)[] = STUDY_OPTIONS.map((option) => option.key).filter(
  (key) => !NOT_IN_BUNDLES.includes(key),
);

/** The study keys that the options of a command line set. */
export function keysGiven(given: GivenOptions): Record<string, unknown> {
  const keys: Record<string, unknown> = {};
  for (const { key, convert } of STUDY_OPTIONS) {
    const value = given[key];
    if (value !== undefined) keys[key] = convert && typeof value === 'string' ? convert(value) : value;
  }
  if (given.lang !== undefined) keys.lang = given.lang;
  return keys;
}

/** Options that name a file to read, and those that name one to write. */
const INPUT_OPTIONS = [
  ...['boundary', 'possible', 'exposure', 'context', 'categories', 'weights', 'network', 'mapping'],
  ...['facilities', 'districts', 'at', 'counts', 'against'],
];
const OUTPUT_OPTIONS = ['out', 'rejects', 'saveMapping', 'points'];

/** A study from the files and options of a command line; options win over a saved mapping. */
export async function studyOf(files: readonly string[], given: GivenOptions): Promise<Study> {
  checkOutputs(
    [files, placeFilesOf(given), ...INPUT_OPTIONS.map((name) => given[name])],
    OUTPUT_OPTIONS.map((name) => given[name]),
  );
  const keys = { files, ...(await keysOfMapping(given)), ...keysGiven(given) };
  try {
    return parseStudy(keys, COMMAND_LINE);
  } catch (error) {
    throw asOption(error);
  }
}

const COMMAND_LINE = 'command line';

/** What a person wrote was an option, so the message names it and not the key of a file nobody has. */
function asOption(error: unknown): unknown {
  if (!(error instanceof OrynError) || error.code !== 'study.invalid') return error;
  const { file, key, given, expected } = error.parameters;
  const option = STUDY_OPTIONS.find((one) => one.key === key);
  if (file !== COMMAND_LINE || !option) return error;
  return new OrynError('option.invalid', {
    option: option.flag.split(' ')[0],
    given,
    // The schema writes ("a" | "b"); people read a, b.
    expected: String(expected).replaceAll(/[()"]/g, '').replaceAll(' | ', ', '),
  });
}

/** The study keys that a mapping file sets: columns, and how the file is to be read. */
export async function keysOfMapping({ mapping: path }: GivenOptions): Promise<Record<string, unknown>> {
  if (typeof path !== 'string') return {};
  const content = await readFile(path, 'utf8').catch(() => {
    throw new OrynError('file.missing', { path });
  });
  return { ...parseMappingFile(basename(path), content) };
}

/** One language asked for is that of the person who reads, too. */
export function readerOf({ lang }: GivenOptions): Language {
  return typeof lang === 'string' && isLanguage(lang) ? lang : 'en';
}

export function languageOf(given: GivenOptions): Language {
  if (given.lang === undefined) return 'en';
  if (typeof given.lang === 'string' && isLanguage(given.lang)) return given.lang;
  throw new OrynError('option.invalid', {
    option: '--lang',
    given: String(given.lang),
    expected: 'kk, ru, en',
  });
}

function parseMapping(given: string): Record<string, string> {
  const mapping: Record<string, string> = {};
  for (const pair of given.split(',')) {
    const [role, column] = pair.split('=').map((part) => part.trim());
    if (!role || !column) throw new OrynError('columns.mapping', { given });
    mapping[role] = column;
  }
  return mapping;
}
