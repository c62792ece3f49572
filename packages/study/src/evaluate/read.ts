import {
  type Incidents,
  isGeographic,
  type NeighbourTable,
  OrynError,
  PLANAR_CRS,
  type StudyArea,
  studyArea,
} from '@oryn/core';
import { cities, demoCities, findCity } from '@oryn/datasets';
import {
  crossingOf,
  type ExposureFeatures,
  type FileAccount,
  type FileReading,
  type ReadOptions,
  type ReadResult,
  readBoundary,
  readCategoryTable,
  readExposure,
  readFeatures,
  readIncidents,
  readWeightTable,
  type SourceFile,
  sha256OfFile,
} from '@oryn/ingest';
import type { Feature, Position } from 'geojson';
import { neighbourRuleOf, unitOf } from '../definition/place-keys.ts';
import type { Study } from '../definition/schema.ts';
import type { Choice } from './choice.ts';
import { exposureFileOf } from './exposure.ts';
import { type OwnPlaces, readNeighbourTable, readOwnPlaces } from './own-places.ts';
import { readingChoices } from './reading-choices.ts';
import { type Selection, select } from './select-incidents.ts';
import { codeBoundOf, codeWeights, weigh } from './weighing.ts';

/** Files of a study by the path written in it. */
export type Sources = ReadonlyMap<string, SourceFile>;

/** A study with its files read: the first of the three doors. */
export interface StudyData {
  study: Study;
  incidents: Incidents;
  accounts: FileAccount[];
  /** How each file of incidents was understood. */
  readings: readonly FileReading[];
  subject: ReadResult['subject'];
  simulated: boolean;
  area: StudyArea | undefined;
  /** Polygons or street segments of the user's own that are the unit. */
  ownPlaces: OwnPlaces | undefined;
  neighbourTable: NeighbourTable | undefined;
  /** Features that say where an incident is possible; undefined without such a file. */
  possible: Feature[] | undefined;
  /** What a file of exposure holds; undefined without such a file. */
  exposed: ExposureFeatures | undefined;
  /** Lines and polygons to draw under the map. */
  context: Feature[];
  inputs: SourceFile[];
  choices: Choice[];
}

/** How a study is read: where what is left out goes, and who is told of the progress. */
export interface ReadingOptions extends Selection {
  /** `plane` where no H3 places will be made, so that `planar` coordinates may be read too. */
  use?: 'places' | 'plane' | undefined;
  onProgress?: ReadOptions['onProgress'];
}

/**
 * Read the files of a study and leave out rows outside its period and categories.
 *
 * @throws OrynError of ingest, city.unknown, crs.planar-h3, files.twice, period.empty, category.unknown,
 *   possible.empty
 */
export async function readStudy(
  study: Study,
  sources: Sources,
  options: ReadingOptions = {},
): Promise<StudyData> {
  const { use = 'places', onProgress, onReject } = options;
  if (study.crs === PLANAR_CRS && use === 'places') throw new OrynError('crs.planar-h3');
  const inputs: SourceFile[] = [];
  const file = (path: string): SourceFile => {
    const source = sources.get(path);
    if (!source) throw new OrynError('file.missing', { path });
    if (!inputs.includes(source)) inputs.push(source);
    return source;
  };
  if (study.city !== undefined) checkCity(study.city);
  const boundary = study.boundary ? file(study.boundary) : undefined;
  const files = study.files.map(file);
  const projected = study.crs === undefined || isGeographic(study.crs) ? undefined : study.crs;
  const area = boundary ? studyArea(await readBoundary(boundary), projected) : undefined;
  await checkTwice(files);
  const categories = study.categories ? await readCategoryTable(file(study.categories)) : undefined;
  const bound = study.weights === undefined ? undefined : codeBoundOf(study.weights);
  const { columns, crs, encoding, delimiter, sheet, zone, dateOrder, dropDuplicates } = study;
  const read = await readIncidents(files, {
    ...{ columns, crs, encoding, delimiter, sheet, zone, dateOrder, dropDuplicates },
    ...{ area, categories, onProgress, onReject },
  });
  const possible = study.possible ? await readFeatures(file(study.possible)) : undefined;
  if (possible?.length === 0) throw new OrynError('possible.empty', { file: study.possible ?? '' });
  const unit = unitOf(study);
  const rule = neighbourRuleOf(study);
  const isForPlaces = use === 'places';
  const ownPlaces = isForPlaces && 'file' in unit ? await readOwnPlaces(file(unit.file), unit) : undefined;
  const neighbourTable =
    isForPlaces && rule?.kind === 'table' ? await readNeighbourTable(file(rule.file)) : undefined;
  const exposureFile = exposureFileOf(study);
  const exposed = exposureFile ? await readExposure(file(exposureFile), study.exposureColumn) : undefined;
  const context: Feature[] = [];
  for (const path of study.context ?? []) context.push(...(await readFeatures(file(path))));
  const selected = select(read.incidents, read.accounts, study, options);
  const table = bound ? codeWeights(bound) : study.weights && (await readWeightTable(file(study.weights)));
  const weighed = table ? weigh(selected, table, study.weights ?? '') : undefined;
  return {
    study,
    incidents: weighed?.incidents ?? selected,
    accounts: read.accounts,
    readings: read.columns,
    subject: read.subject,
    simulated: read.simulated,
    area,
    ownPlaces,
    neighbourTable,
    possible,
    exposed,
    context,
    inputs,
    choices: [
      ...readingChoices(read, encoding !== undefined),
      ...crossingChoice(area, study),
      ...(weighed ? [weighed.choice] : []),
    ],
  };
}

/** Where the boundary crosses itself, what lies between the crossings counts as outside: that is said. */
function crossingChoice(area: StudyArea | undefined, { boundary = '' }: Study): Choice[] {
  for (const ring of area?.polygons.flat() ?? []) {
    const crossing = crossingOf(ring as Position[]);
    if (!crossing) continue;
    const value = crossing.map((degrees) => degrees.toFixed(6)).join(', ');
    const rule = boundary.replace(/^.*[\\/]/, '');
    return [{ name: 'crossing', value, unit: '°', rule, reason: 'boundaryCrosses' }];
  }
  return [];
}

/** The same bytes given twice would count every incident twice. */
async function checkTwice(files: readonly SourceFile[]): Promise<void> {
  const seen = new Map<string, string>();
  for (const file of files) {
    if (!files.some((other) => other !== file && other.size === file.size)) continue;
    const hash = await sha256OfFile(file);
    const first = seen.get(hash);
    if (first !== undefined) throw new OrynError('files.twice', { first, second: file.name });
    seen.set(hash, file.name);
  }
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
