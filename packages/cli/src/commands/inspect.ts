import { isoDate, SECONDS_PER_DAY, studyArea } from '@oryn/core';
import { type ColumnMapping, readBoundary, readIncidents } from '@oryn/ingest';
import { formatInteger, text } from '@oryn/language';
import type { Command } from 'commander';
import { addOptions, type GivenOptions, languageOf, studyOf } from '../options.ts';
import { printJson, printTable } from '../output.ts';
import { sourceFile } from '../sources.ts';

/** `oryn inspect FILE`: what is understood of a file, every defect counted. */
export function addInspectCommand(program: Command): void {
  const command = program.command('inspect <file...>').description(text('en', 'cli.command.inspect'));
  addOptions(command, ['boundary', 'columns', 'crs']).action(async (files: string[], given: GivenOptions) => {
    const lang = languageOf(given);
    const study = studyOf(files, given);
    const area = study.boundary ? studyArea(await readBoundary(await sourceFile(study.boundary))) : undefined;
    const sources = await Promise.all(files.map((file) => sourceFile(file)));
    const { incidents, accounts, columns, subject, simulated } = await readIncidents(sources, {
      columns: study.columns,
      crs: study.crs,
      area,
    });
    let outside = 0;
    if (area)
      for (let i = 0; i < incidents.count; i++)
        if (!area.contains(incidents.lon[i], incidents.lat[i])) outside++;
    const result = {
      subject,
      simulated,
      columns,
      files: accounts,
      ...(area && { outside }),
      dates: range(incidents.time),
      bounds: { lon: extremes(incidents.lon), lat: extremes(incidents.lat) },
      categories: countsOf(incidents.category),
      placeTypes: countsOf(incidents.placeType),
    };
    if (given.json) {
      printJson({
        command: 'inspect',
        parameters: { files: study.files },
        choices: [],
        account: undefined,
        result,
      });
      return;
    }
    for (const { file, mapping } of columns) printMapping(file, mapping, lang);
    for (const account of accounts) {
      const reasons = Object.entries(account.dropped).map(([reason, rows]) => [
        `${text(lang, `statements.dropped.${reason}` as never)} (${text(lang, 'statements.rows.first', {
          row: String(account.firstRow[reason as keyof typeof account.firstRow] ?? ''),
        })})`,
        formatInteger(lang, rows),
      ]);
      printTable(
        [account.file, text(lang, 'cli.heading.rows')],
        [
          [text(lang, 'terms.read'), formatInteger(lang, account.read)],
          [text(lang, 'terms.kept'), formatInteger(lang, account.kept)],
          ...reasons,
          [
            text(lang, 'statements.rows.withoutDate', { n: '' }).replace(/:\s*$/, ''),
            formatInteger(lang, account.withoutDate),
          ],
          [
            text(lang, 'statements.rows.withoutHour', { n: '' }).replace(/:\s*$/, ''),
            formatInteger(lang, account.withoutHour),
          ],
        ],
      );
      process.stdout.write('\n');
    }
    if (area)
      process.stdout.write(`${text(lang, 'statements.rows.outside', { n: formatInteger(lang, outside) })}\n`);
    if (result.dates) process.stdout.write(`${result.dates.first} … ${result.dates.last}\n`);
    printTable(
      [text(lang, 'cli.heading.category'), text(lang, 'cli.heading.rows')],
      result.categories
        .slice(0, 20)
        .map(({ label, n }) => [label || text(lang, 'terms.not_known'), formatInteger(lang, n)]),
    );
  });
}

function printMapping(file: string, mapping: ColumnMapping, lang: ReturnType<typeof languageOf>): void {
  printTable(
    [file, text(lang, 'cli.heading.column')],
    Object.entries(mapping).map(([role, column]) => [role, column]),
  );
  process.stdout.write('\n');
}

function range(time: Float64Array): { first: string; last: string } | undefined {
  const [first, last] = extremes(time);
  if (!Number.isFinite(first)) return undefined;
  const day = (seconds: number): string => isoDate(Math.floor(seconds / SECONDS_PER_DAY));
  return { first: day(first), last: day(last) };
}

function extremes(values: Float64Array): [number, number] {
  let [least, most] = [Infinity, -Infinity];
  for (const value of values) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return [least, most];
}

function countsOf({
  codes,
  labels,
}: {
  codes: Uint16Array;
  labels: string[];
}): { label: string; n: number }[] {
  const counts = new Uint32Array(labels.length);
  for (const code of codes) counts[code]++;
  return labels
    .map((label, code) => ({ label, n: counts[code] }))
    .filter(({ n }) => n > 0)
    .sort((a, b) => b.n - a.n || (a.label < b.label ? -1 : 1));
}
