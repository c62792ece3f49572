import {
  evaluate,
  evaluatePlaces,
  type Findings,
  type PlaceFindings,
  readStudy,
  type Study,
  type StudyData,
} from '@oryn/study';
import { noticeOnce } from '../notice.ts';
import { readingProgress, stageProgress } from '../progress.ts';
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
  const data = await readStudy(study, await sourcesOf(study, folder), {
    onProgress: readingProgress(study.lang),
  });
  await noticeOnce(study.lang, data.simulated);
  return data;
}
