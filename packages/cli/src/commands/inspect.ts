import { extname } from 'node:path';
import { isoDate, OrynError, SECONDS_PER_DAY } from '@oryn/core';
import { readFeatures, writeMappingFile } from '@oryn/ingest';
import { text } from '@oryn/language';
import { type InspectOptions, inspectIncidents, qualityHtml, readStudy, type StudyData } from '@oryn/study';
import type { Command } from 'commander';
import { printInspection } from '../inspection-summary.ts';
import { addOptions, type GivenOptions, READING_KEYS, studyOf } from '../options.ts';
import { printJson, writeOut } from '../output.ts';
import { readingProgress } from '../progress.ts';
import { sourceFile, sourcesOf } from '../sources.ts';

/** `oryn inspect FILE`: what is understood of a file, every defect counted, and whether it can be used. */
export function addInspectCommand(program: Command): void {
  const command = program
    .command('inspect <file...>')
    .description(text('en', 'cli.command.inspect'))
    .option('--facilities <file>', text('en', 'cli.option.facilities'))
    .option('--districts <file>', text('en', 'cli.option.districts'))
    .option('--save-mapping <file>', text('en', 'cli.option.saveMapping'));
  addOptions(command, [...READING_KEYS, 'resolution']).action(
    async (files: string[], given: GivenOptions) => {
      const study = await studyOf(files, given);
      const out = given.out as string | undefined;
      const format = out === undefined ? undefined : formatOf(out);
      const places = await pointsAndDistricts(given);
      const data = await readStudy(study, await sourcesOf(study), {
        use: 'plane',
        keepStruckOff: true,
        onProgress: readingProgress(study.lang),
      });
      const quality = inspectIncidents(data, { ...places, area: data.area, resolution: study.resolution });
      const { files: _, lang, ...parameters } = study;
      const inspection = { ...understood(data), quality };
      if (out !== undefined) {
        const content =
          format === 'html' ? qualityHtml(quality, lang) : `${JSON.stringify(quality, null, 1)}\n`;
        await writeOut(out, content);
      }
      if (typeof given.saveMapping === 'string') await writeOut(given.saveMapping, mappingOf(data));
      if (given.json) {
        printJson({
          command: 'inspect',
          parameters: { files: data.inputs.map(({ name }) => name), ...parameters, lang },
          choices: data.choices,
          account: undefined,
          result: inspection,
        });
        return;
      }
      printInspection(inspection, lang);
      if (out !== undefined) process.stdout.write(`${text(lang, 'cli.written', { path: out })}\n`);
    },
  );
}

/** What was understood of the first file, to be used again for files of its kind. */
function mappingOf({ readings, study }: StudyData): string {
  const { crs, zone, dateOrder, encoding, delimiter, sheet } = study;
  const { mapping, time } = readings[0];
  const order = dateOrder ?? (time?.orderReason === 'values' ? time.order : undefined);
  return writeMappingFile({
    columns: mapping,
    ...(crs !== undefined && { crs }),
    ...(zone !== undefined && { zone }),
    ...(order !== undefined && { dateOrder: order }),
    ...(encoding !== undefined && { encoding }),
    ...(delimiter !== undefined && { delimiter }),
    ...(sheet !== undefined && { sheet }),
  });
}

function formatOf(out: string): 'html' | 'json' {
  const extension = extname(out).toLowerCase();
  if (extension === '.html') return 'html';
  if (extension === '.json') return 'json';
  throw new OrynError('out.format', { given: out, expected: '.html, .json' });
}

async function pointsAndDistricts({
  facilities,
  districts,
}: GivenOptions): Promise<Pick<InspectOptions, 'facilities' | 'districts'>> {
  const features = async (path: GivenOptions[string]) =>
    typeof path === 'string' ? readFeatures(await sourceFile(path)) : undefined;
  return { facilities: await features(facilities), districts: await features(districts) };
}

/** What a file holds, before any judgement. */
export interface Understood {
  subject: StudyData['subject'];
  simulated: boolean;
  columns: StudyData['readings'];
  files: StudyData['accounts'];
  /** Only with a boundary. */
  outside?: number;
  dates: { first: string; last: string } | undefined;
  bounds: { lon: [number, number]; lat: [number, number] };
  categories: LabelCount[];
  placeTypes: LabelCount[];
}

interface LabelCount {
  label: string;
  n: number;
}

function understood({ incidents, accounts, readings, subject, simulated, area }: StudyData): Understood {
  let outside = 0;
  if (area)
    for (let i = 0; i < incidents.count; i++)
      if (!area.contains(incidents.lon[i], incidents.lat[i])) outside++;
  return {
    subject,
    simulated,
    columns: readings,
    files: accounts,
    ...(area && { outside }),
    dates: range(incidents.time),
    bounds: { lon: extremes(incidents.lon), lat: extremes(incidents.lat) },
    categories: countsOf(incidents.category),
    placeTypes: countsOf(incidents.placeType),
  };
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

function countsOf({ codes, labels }: { codes: Uint16Array; labels: string[] }): LabelCount[] {
  const counts = new Uint32Array(labels.length);
  for (const code of codes) counts[code]++;
  return labels
    .map((label, code) => ({ label, n: counts[code] }))
    .filter(({ n }) => n > 0)
    .sort((a, b) => b.n - a.n || (a.label < b.label ? -1 : 1));
}
