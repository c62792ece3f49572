import { evaluate, type Findings, type Progress, readStudy, type Study, type StudyData } from '@oryn/study';
import { noticeOnce } from '../notice.ts';
import { readingProgress, stageProgress } from '../progress.ts';
import { sourcesOf } from '../sources.ts';

/** Read and evaluate a study whose files lie relative to a folder. */
export async function runStudy(study: Study, folder = '.'): Promise<Findings> {
  return evaluate(await readData(study, folder), stageProgress(study.lang));
}

/** Read a study and evaluate as much of it as a command needs. */
export async function runWith<Found>(
  study: Study,
  evaluateIt: (data: StudyData, onProgress: Progress) => Found,
): Promise<Found> {
  return evaluateIt(await readData(study, '.'), stageProgress(study.lang));
}

async function readData(study: Study, folder: string): Promise<StudyData> {
  const data = await readStudy(study, await sourcesOf(study, folder), {
    onProgress: readingProgress(study.lang),
  });
  await noticeOnce(study.lang, data.simulated);
  return data;
}
