import { text } from '@oryn/language';
import {
  evaluate,
  evaluatePlaces,
  type Findings,
  type PlaceFindings,
  readStudy,
  type Study,
  type StudyData,
} from '@oryn/study';
import { say, stageProgress } from '../progress.ts';
import { sourcesOf } from '../sources.ts';

/** Read and evaluate a study whose files lie relative to a folder. */
export async function runStudy(study: Study, folder = '.'): Promise<Findings> {
  return evaluate(await readData(study, folder), stageProgress(study.lang));
}

/** The same without a density, which a command about places does not need. */
export async function runPlaces(study: Study): Promise<PlaceFindings> {
  return evaluatePlaces(await readData(study, '.'), stageProgress(study.lang));
}

async function readData(study: Study, folder: string): Promise<StudyData> {
  const sources = await sourcesOf(study, folder);
  for (const file of study.files)
    say(text(study.lang, 'cli.progress.reading', { file: sources.get(file)!.name }));
  return readStudy(study, sources);
}
