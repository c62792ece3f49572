import { OrynError } from '@oryn/core';
import { formatInteger, formatNumber, text } from '@oryn/language';
import {
  outlineOf,
  readStudy,
  recordsOf,
  type ScanFindings,
  type ScanOptions,
  scanStudy,
  scanTable,
} from '@oryn/study';
import type { Command } from 'commander';
import { noticeOnce } from '../notice.ts';
import { numberOf, wordOf } from '../option-values.ts';
import { addOptions, type GivenOptions, SCAN_KEYS, studyOf } from '../options.ts';
import { printJson, writeTable } from '../output.ts';
import { percentOnTerminal, readingProgress, say } from '../progress.ts';
import { sourcesOf } from '../sources.ts';

/** `oryn scan`: clusters by circular windows, in space against an exposure or in space and time. */
export function addScanCommand(program: Command): void {
  const command = program
    .command('scan <file...>')
    .description(text('en', 'cli.command.scan'))
    .option('--model <name>', text('en', 'cli.option.model'))
    .option('--max-share <percent>', text('en', 'cli.option.maxShare'))
    .option('--max-radius <metres>', text('en', 'cli.option.maxRadius'))
    .option('--max-places <number>', text('en', 'cli.option.maxPlaces'))
    .option('--rates <which>', text('en', 'cli.option.rates'))
    .option('--time-unit <unit>', text('en', 'cli.option.timeUnit'))
    .option('--max-days <number>', text('en', 'cli.option.maxDays'))
    .option('--prospective', text('en', 'cli.option.prospective'))
    .option('--max-p <number>', text('en', 'cli.option.maxP'));
  addOptions(command, SCAN_KEYS).action(async (files: string[], given: GivenOptions) => {
    const study = await studyOf(files, given);
    const options = scanOptionsOf(given);
    const sources = await sourcesOf(study);
    const data = await readStudy(study, sources, { onProgress: readingProgress(study.lang) });
    await noticeOnce(study.lang, data.simulated);
    say(text(study.lang, 'cli.progress.scanning'));
    await print(scanStudy(data, options, percentOnTerminal()), options, given);
  });
}

/** Options of one model that the other would pass over. */
const ONLY_OF = {
  poisson: { exposure: '--exposure', rates: '--rates' },
  'space-time-permutation': { timeUnit: '--time-unit', maxDays: '--max-days', prospective: '--prospective' },
} as const;

/** @throws OrynError option.invalid, option.needs */
function scanOptionsOf(given: GivenOptions): ScanOptions {
  const model = wordOf(given, 'model', ['poisson', 'space-time-permutation']);
  for (const [needed, options] of Object.entries(ONLY_OF)) {
    for (const [name, option] of Object.entries(options)) {
      if (needed !== model && given[name] !== undefined)
        throw new OrynError('option.needs', { option, needed: `--model ${needed}` });
    }
  }
  const share = numberOf(given, 'maxShare', '5');
  return {
    model,
    rates: wordOf(given, 'rates', ['high', 'low', 'both']),
    limits: {
      maxShare: share === undefined ? undefined : share / 100,
      maxRadius: numberOf(given, 'maxRadius', '1000'),
      maxPlaces: numberOf(given, 'maxPlaces', '100', Number.isInteger),
    },
    timeUnit: wordOf(given, 'timeUnit', ['week', 'day', 'month']),
    maxDays: numberOf(given, 'maxDays', '14'),
    isProspective: given.prospective === true,
    highestP: numberOf(given, 'maxP', '0.05, 1', (p) => p > 0 && p <= 1) ?? 0.05,
  };
}

async function print(findings: ScanFindings, options: ScanOptions, given: GivenOptions): Promise<void> {
  const columns = scanTable(findings);
  for (const sentence of sentencesOf(findings, options)) process.stderr.write(`${sentence}\n`);
  if (given.json) {
    const { model, inference, incidents, places, exposure, withoutExposure, tooLarge, time } = findings;
    const clusters = recordsOf(columns).map((record, i) => ({
      ...record,
      cells: findings.clusters[i].cells,
    }));
    printJson({
      command: 'scan',
      parameters: { ...findings.study, ...options },
      choices: findings.choices,
      account: findings.account,
      result: { model, clusters, inference, incidents, places, exposure, withoutExposure, tooLarge, time },
    });
    return;
  }
  const mark = findings.simulated && { simulated: true };
  await writeTable(columns, given.out as string | undefined, () => ({
    type: 'FeatureCollection',
    ...mark,
    features: recordsOf(columns).map((record, i) => ({
      type: 'Feature',
      properties: { ...record, ...mark },
      geometry: { type: 'MultiPolygon', coordinates: outlineOf(findings.clusters[i].cells) },
    })),
  }));
}

/** What chance means, and what was left out of it. */
function sentencesOf(findings: ScanFindings, { highestP }: ScanOptions): string[] {
  const { study, incidents, places, exposure, withoutExposure, tooLarge, time, clusters } = findings;
  const { lang } = study;
  const n = (value: number): string => formatInteger(lang, value);
  const sentences: string[] = [];
  if (findings.extent === 'occupied-neighbourhood') {
    sentences.push(text(lang, 'statements.occupied'), text(lang, 'statements.occupiedWarning'));
  }
  if (exposure) {
    const values = { n: n(incidents), places: n(places), by: exposure.kind, column: exposure.column ?? '' };
    sentences.push(text(lang, 'statements.scanNull', values));
  }
  if (time) sentences.push(text(lang, 'statements.scanNullTimes', { unit: time.unit, n: n(incidents) }));
  const left = ({ places: of, incidents: held }: { places: number; incidents: number }) => ({
    places: n(of),
    n: n(held),
  });
  if (withoutExposure.places > 0)
    sentences.push(text(lang, 'statements.scanWithoutExposure', left(withoutExposure)));
  if (tooLarge.places > 0) sentences.push(text(lang, 'statements.scanTooLarge', left(tooLarge)));
  if (time && time.withoutDay > 0) {
    sentences.push(text(lang, 'statements.scanWithoutDay', { unit: time.unit, n: n(time.withoutDay) }));
  }
  if (!(clusters[0]?.p <= highestP))
    sentences.push(text(lang, 'statements.scanNone', { p: formatNumber(lang, highestP) }));
  return sentences;
}
