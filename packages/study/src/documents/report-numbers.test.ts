import { latticeOf, randomStream } from '@oryn/core';
import { type Language, languages, text } from '@oryn/language';
import { describe, expect, it } from 'vitest';
import { BUSY_TOWN, bundleOf, reportOf, sourceOf } from '../../test/fixtures/town.ts';
import { readParquet } from '../bundle/parquet.ts';
import { abstractOf } from './abstract.ts';
import { type Block, isNumbered, type NumberCell } from './blocks.ts';
import type { ReportSource } from './report-source.ts';
import { reportTables } from './report-tables.ts';

const decode = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

/** Saying a number as a reader of the language takes it. */
function parsed(lang: Language, written: string): number {
  const plain =
    lang === 'en' ? written.replaceAll(',', '') : written.replaceAll('\u202f', '').replace(',', '.');
  return Number(plain);
}

/** By how much a written number may miss what it stands for: half of its last digit. */
function rounding(lang: Language, written: string): number {
  const mark = lang === 'en' ? '.' : ',';
  const decimals = written.includes(mark) ? written.length - written.indexOf(mark) - 1 : 0;
  return 0.5 * 10 ** -decimals * (1 + 1e-9);
}

function numbersIn(lang: Language, sentence: string): string[] {
  const pattern = lang === 'en' ? /\d+(?:,\d{3})*(?:\.\d+)?/g : /\d+(?:\u202f\d{3})*(?:,\d+)?/g;
  return sentence.replaceAll(/\[[\d, ]+\]/g, '').match(pattern) ?? [];
}

/** Every number of a document of JSON. */
function numbersOf(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(numbersOf);
}

/** Numbers that sentences have by themselves, with what they are. */
const CONSTANTS = new Map([
  [3, 'the name of the grid, H3'],
  [0.05, 'the level from which on a result is spoken of'],
  [95, 'intervals of 95 of 100'],
  [100, 'of 100'],
  [50, 'half of the incidents'],
  [1, 'one false place of twenty; rank of the first'],
  [0.001, 'a p below what is written'],
  [0.1, 'distances of a UTM zone inside a city are right within 0.1 %'],
  [12, 'a number above 12 tells the day from the month'],
  [256, 'the name of the hash, SHA-256'],
  [8, 'the name of the encoding, UTF-8'],
]);

/** Rows that a study leaves out though nothing is wrong with them. */
const OF_CHOICE = new Set([
  'outside-period',
  'other-category',
  'restricted',
  'struck-off',
  'duplicate',
  'chosen-on',
]);

function csvRows(files: ReadonlyMap<string, Uint8Array>): Record<string, string>[] {
  const [head, ...lines] = decode(files.get('problem-places.csv')).trim().split('\n');
  const names = head.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, i) => [names[i], cell])));
}

const columnOf = (files: ReadonlyMap<string, Uint8Array>, name: string): number[] =>
  csvRows(files).map((row) => Number(row[name]));

/** What the table of problem places holds, a trend as a change in percent too. */
function problemPlaceNumbers(files: ReadonlyMap<string, Uint8Array>): number[] {
  return csvRows(files)
    .flatMap((row) => Object.entries(row))
    .filter(([name, cell]) => cell !== '' && name !== 'lon' && name !== 'lat')
    .flatMap(([, cell]) => cell.split(' ').map(Number))
    .filter((value) => !Number.isNaN(value))
    .flatMap((value) => [value, Math.abs(value - 1)]);
}

/** The table of incidents counted anew: on how many coordinates they stand, and what happens in each problem place. */
async function recounted(
  files: ReadonlyMap<string, Uint8Array>,
  { places }: ReportSource,
): Promise<number[]> {
  const rows = await readParquet(files.get('incidents.parquet')!);
  const { keyOf } = latticeOf(places.resolution);
  const idAt = new Map(places.ids.map((id, i) => [keyOf(places.lon[i], places.lat[i]), id]));
  const groups = csvRows(files).map(({ members }) => new Set(members.split(' ')));
  const all = groups.map((ids) =>
    rows.filter((row) => ids.has(idAt.get(keyOf(Number(row.lon), Number(row.lat)))!)),
  );
  return [rows, ...all].flatMap((some) => {
    const stacks = tallyOf(some.map((row) => `${row.lon} ${row.lat}`));
    const hours = some.flatMap(({ time }) =>
      /T(\d\d)/.test(String(time)) ? [Number(String(time).slice(11, 13))] : [],
    );
    const shifts = Array.from(
      { length: 24 },
      (_, from) => hours.filter((hour) => (hour - from + 24) % 24 < 8).length,
    );
    const most = Math.max(...shifts);
    const from = shifts.indexOf(most);
    const categories = tallyOf(some.map((row) => String(row.category)));
    return [
      ...[some.length, stacks.length, stacks[0], stacks[0] / some.length],
      ...[most / hours.length, from, (from + 8) % 24, some.length - hours.length, ...categories],
    ];
  });
}

/** How often each text is there, most first. */
function tallyOf(texts: readonly string[]): number[] {
  const counts = new Map<string, number>();
  for (const one of texts) counts.set(one, (counts.get(one) ?? 0) + 1);
  return [...counts.values()].sort((a, b) => b - a);
}

/** Every text of a document but its cells, its literature and what is typed as it is. */
function wholeText(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => {
    switch (block.kind) {
      case 'list':
        return block.items.every(isNumbered) ? [] : block.items;
      case 'table':
        return [withoutNumber(block.caption), ...block.table.head, ...block.table.notes];
      case 'figure':
        return [withoutNumber(block.caption)];
      case 'code':
        return [];
      default:
        return [block.text];
    }
  });
}

/** A caption counts its own kind. */
const withoutNumber = (caption: string): string => caption.replace(/^\d+|(?<=^\S+ )\d+/, '');

/** What a bundle names with digits in it: versions, systems of coordinates, files, values of choices. */
function withoutNames(sentence: string, manifest: ReportSource['manifest']): string {
  const names = [
    ...[manifest.version, manifest.crs, ...manifest.inputs.map(({ path }) => path)],
    ...manifest.choices.flatMap(({ value }) =>
      typeof value === 'string' ? [value.replaceAll(/, */g, ', ')] : [],
    ),
  ];
  return names.reduce((rest, name) => rest.replaceAll(name, ''), sentence);
}

/** Numbers of some sentences that none of `known` stands for, rounded as they are written. */
function unknownIn(lang: Language, sentences: readonly string[], known: readonly number[]): string[] {
  return sentences.flatMap((sentence) =>
    numbersIn(lang, sentence).flatMap((written) => {
      const number = parsed(lang, written);
      const near = rounding(lang, written);
      const isNear = (value: number) =>
        Math.abs(value - number) <= near || Math.abs(Number(value.toPrecision(2)) - number) <= near * 0.01;
      return known.some((value) => isNear(value) || isNear(100 * value))
        ? []
        : [`${written} in: ${sentence}`];
    }),
  );
}

describe('the numbers of a report', async () => {
  const files = await bundleOf(BUSY_TOWN);
  const source = await sourceOf(files);
  const manifest = JSON.parse(decode(files.get('manifest.json')));
  const report = JSON.parse(decode(files.get('concentration-report.json')));
  const areas = source.places.areaKm2;
  const meanArea = areas.reduce((sum, area) => sum + area, 0) / areas.length;
  const { theil } = report.nested;
  // What sentences divide or add up themselves, done here again from what the bundle holds.
  const dropped = manifest.account.dropped as Record<string, number>;
  const unusable = Object.entries(dropped).reduce(
    (sum, [reason, n]) => (OF_CHOICE.has(reason) ? sum : sum + n),
    0,
  );
  const inside = columnOf(files, 'n').reduce((sum, n) => sum + n, 0);
  const divided = [
    theil.between / theil.total,
    theil.expected.between / theil.expected.total,
    unusable,
    unusable / manifest.account.read,
    manifest.account.withoutHour / manifest.account.kept,
    inside / manifest.account.analysed,
    areas.length,
    meanArea,
    ...(await recounted(files, source)),
  ];
  const known = [
    ...divided,
    ...numbersOf(manifest),
    ...numbersOf(report),
    ...problemPlaceNumbers(files),
    ...CONSTANTS.keys(),
  ];

  for (const lang of languages) {
    it(`says no number in ${lang} that the bundle does not hold, from the summary to the appendix`, () => {
      const { blocks, title } = reportOf(source, lang);
      const sentences = [title, ...wholeText(blocks)].map((one) => withoutNames(one, source.manifest));
      expect(sentences.join(' ').length).toBeGreaterThan(5000);
      // Where the text points to a figure or a table, it counts them.
      const pointer = new RegExp(`^${text(lang, 'report.seeBelow', { list: '.*' })}$`);
      expect(
        unknownIn(
          lang,
          sentences.filter((one) => !pointer.test(one)),
          known,
        ),
      ).toEqual([]);
    });

    it(`writes an abstract in ${lang} of 120 to 200 words, with no number that the bundle does not hold`, () => {
      const abstract = abstractOf(source, lang);
      const words = abstract.split(/\s+/).filter((word) => /\p{L}|\d/u.test(word));
      expect(words.length).toBeGreaterThanOrEqual(120);
      expect(words.length).toBeLessThanOrEqual(200);
      expect(unknownIn(lang, [abstract], known)).toEqual([]);
    });

    it(`writes in the tables in ${lang} what the bundle holds, cell by cell`, () => {
      const [account, found, shares] = reportTables(source, lang);
      const values = (table: typeof account, column: number) =>
        table.rows.map((row) => (row[column] as NumberCell).value);
      expect(values(account, 1).slice(0, 2)).toEqual([manifest.account.read, manifest.account.kept]);
      const [head, ...lines] = decode(files.get('problem-places.csv')).trim().split('\n');
      const column = (name: string) =>
        lines.map((line) => Number(line.split(',')[head.split(',').indexOf(name)]));
      expect(lines.length).toBeGreaterThan(0);
      expect(values(found, 0)).toEqual(column('rank'));
      expect(values(found, 2)).toEqual(column('n'));
      expect(values(found, 3)).toEqual(column('expected'));
      expect(values(found, 7)).toEqual(column('area_km2'));
      const rows = report.denominators.flatMap((one: typeof report) =>
        one.over.shares.map((share: typeof report) => ({
          k: share.k,
          share: 100 * share.share,
          // Places with any incident get no throws: their cell is a dash.
          mean: !one.chance
            ? Number.NaN
            : 100 * one.chance.shares.find((thrown: typeof report) => thrown.percent === share.percent).mean,
        })),
      );
      expect(values(shares, 2)).toEqual(rows.map(({ k }: { k: number }) => k));
      expect(values(shares, 4)).toEqual(rows.map(({ share }: { share: number }) => share));
      expect(values(shares, 5)).toEqual(rows.map(({ mean }: { mean: number }) => mean));
    });

    it(`shows every number of the tables in ${lang} as it is, rounded`, () => {
      let checked = 0;
      for (const { rows } of reportTables(source, lang)) {
        for (const cell of rows.flat()) {
          if (typeof cell === 'string' || cell.text.startsWith('<') || cell.text === '–') continue;
          expect(Math.abs(parsed(lang, cell.text) - cell.value), cell.text).toBeLessThanOrEqual(
            rounding(lang, cell.text),
          );
          checked++;
        }
      }
      expect(checked).toBeGreaterThan(40);
    });
  }

  it('would notice a number that is not of the bundle', () => {
    const random = randomStream(7);
    const made = Array.from({ length: 300 }, () => random.integer(1600, 9_999));
    const found = unknownIn(
      'ru',
      made.map((n) => `Случаев: ${n}.`),
      known,
    );
    expect(found.length).toBeGreaterThan(200);
    const shares = Array.from({ length: 300 }, () => (100 * random.uniform()).toFixed(1).replace('.', ','));
    expect(
      unknownIn(
        'ru',
        shares.map((share) => `Доля: ${share} %.`),
        known,
      ).length,
    ).toBeGreaterThan(100);
  });
});
