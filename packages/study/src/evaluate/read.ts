import {
  type Incidents,
  isGeographic,
  isoDate,
  OrynError,
  PLANAR_CRS,
  parseIsoDate,
  SECONDS_PER_DAY,
  type StudyArea,
  selectIncidents,
  studyArea,
} from '@oryn/core';
import { cities, demoCities, findCity } from '@oryn/datasets';
import {
  drop,
  type FileAccount,
  type ReadResult,
  readBoundary,
  readFeatures,
  readIncidents,
  type SourceFile,
} from '@oryn/ingest';
import type { Feature } from 'geojson';
import type { Study } from '../definition/schema.ts';
import type { Choice } from './choice.ts';

/** Files of a study by the path written in it. */
export type Sources = ReadonlyMap<string, SourceFile>;

/** A study with its files read: the first of the three doors. */
export interface StudyData {
  study: Study;
  incidents: Incidents;
  accounts: FileAccount[];
  subject: ReadResult['subject'];
  simulated: boolean;
  area: StudyArea | undefined;
  /** Features that say where an incident is possible; undefined without such a file. */
  possible: Feature[] | undefined;
  /** Lines and polygons to draw under the map. */
  context: Feature[];
  inputs: SourceFile[];
  choices: Choice[];
}

/**
 * Read the files of a study and leave out rows outside its period and categories.
 *
 * @param use `plane` where no H3 places will be made, so that `planar` coordinates may be read too
 *
 * @throws OrynError of ingest, city.unknown, crs.planar-h3, period.empty, category.unknown, possible.empty
 */
export async function readStudy(
  study: Study,
  sources: Sources,
  use: 'places' | 'plane' = 'places',
): Promise<StudyData> {
  if (study.crs === PLANAR_CRS && use === 'places') throw new OrynError('crs.planar-h3');
  const inputs: SourceFile[] = [];
  const file = (path: string): SourceFile => {
    const source = sources.get(path);
    if (!source) throw new OrynError('file.missing', { path });
    if (!inputs.includes(source)) inputs.push(source);
    return source;
  };
  if (study.city !== undefined) checkCity(study.city);
  const projected = study.crs === undefined || isGeographic(study.crs) ? undefined : study.crs;
  const area = study.boundary ? studyArea(await readBoundary(file(study.boundary)), projected) : undefined;
  const read = await readIncidents(study.files.map(file), { columns: study.columns, crs: study.crs, area });
  const possible = study.possible ? await readFeatures(file(study.possible)) : undefined;
  if (possible?.length === 0) throw new OrynError('possible.empty', { file: study.possible ?? '' });
  const context: Feature[] = [];
  for (const path of study.context ?? []) context.push(...(await readFeatures(file(path))));
  const incidents = select(read.incidents, read.accounts, study);
  const choices: Choice[] = read.columns.map(({ file: name, mapping }) => ({
    name: 'columns',
    value: Object.entries(mapping)
      .map(([role, column]) => `${role}=${column}`)
      .join(','),
    unit: '',
    rule: name,
    reason: 'columnsFound',
  }));
  return {
    study,
    incidents,
    accounts: read.accounts,
    subject: read.subject,
    simulated: read.simulated,
    area,
    possible,
    context,
    inputs,
    choices,
  };
}

function checkCity(given: string): void {
  if (findCity(given) || demoCities.some((city) => city.id === given)) return;
  const start = given.slice(0, 2).toLowerCase();
  const near = cities.filter((city) =>
    Object.values(city.name).some((name) => name.toLowerCase().startsWith(start)),
  );
  const suggestions = (near.length > 0 ? near : cities.slice(0, 3)).map((city) => city.name.en).join(', ');
  throw new OrynError('city.unknown', { given, suggestions });
}

/** Leave out rows outside the period and other categories, and count them in the account of their file. */
function select(incidents: Incidents, accounts: FileAccount[], study: Study): Incidents {
  const from = study.from === undefined ? -Infinity : parseIsoDate(study.from)! * SECONDS_PER_DAY;
  const to = study.to === undefined ? Infinity : (parseIsoDate(study.to)! + 1) * SECONDS_PER_DAY;
  const hasPeriod = study.from !== undefined || study.to !== undefined;
  const wanted = study.category && new Set(study.category);
  if (wanted) {
    const known = incidents.category.labels.filter((label) => label !== '');
    const unknown = [...wanted].find((label) => !known.includes(label));
    if (unknown !== undefined) {
      throw new OrynError('category.unknown', { given: unknown, known: known.slice(0, 40).join(', ') });
    }
  }
  const keep = new Uint8Array(incidents.count);
  let first = Infinity;
  let last = -Infinity;
  let index = 0;
  for (const account of accounts) {
    for (const end = index + account.kept; index < end; index++) {
      const time = incidents.time[index];
      if (!Number.isNaN(time)) {
        first = Math.min(first, time);
        last = Math.max(last, time);
      }
      const category = incidents.category.labels[incidents.category.codes[index]];
      if (hasPeriod && Number.isNaN(time)) drop(account, 'no-date', incidents.row[index]);
      else if (hasPeriod && !(time >= from && time < to))
        drop(account, 'outside-period', incidents.row[index]);
      else if (wanted && !wanted.has(category)) drop(account, 'other-category', incidents.row[index]);
      else keep[index] = 1;
    }
  }
  for (const account of accounts) {
    for (const reason of ['no-date', 'outside-period', 'other-category'] as const) {
      account.kept -= account.dropped[reason] ?? 0;
    }
  }
  const selected = selectIncidents(incidents, keep);
  if (selected.count === 0 && incidents.count > 0 && hasPeriod) {
    const day = (seconds: number): string =>
      Number.isFinite(seconds) ? isoDate(Math.floor(seconds / SECONDS_PER_DAY)) : '–';
    throw new OrynError('period.empty', {
      from: study.from ?? '…',
      to: study.to ?? '…',
      first: day(first),
      last: day(last),
    });
  }
  recountTimes(selected, accounts);
  return selected;
}

/** Dates and hours not known are counted over the rows that are still kept. */
function recountTimes(incidents: Incidents, accounts: FileAccount[]): void {
  let index = 0;
  for (const account of accounts) {
    account.withoutDate = 0;
    account.withoutHour = 0;
    for (const end = index + account.kept; index < end; index++) {
      if (Number.isNaN(incidents.time[index])) account.withoutDate++;
      else if (!incidents.hourKnown[index]) account.withoutHour++;
    }
  }
}
