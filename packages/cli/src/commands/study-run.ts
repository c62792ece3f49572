import { text } from '@oryn/language';
import { evaluate, type Findings, readStudy, type Study } from '@oryn/study';
import { say, stageProgress } from '../progress.ts';
import { sourcesOf } from '../sources.ts';

/** Read and evaluate a study whose files lie relative to a folder. */
export async function runStudy(study: Study, folder = '.'): Promise<Findings> {
  const sources = await sourcesOf(study, folder);
  for (const file of study.files)
    say(text(study.lang, 'cli.progress.reading', { file: sources.get(file)!.name }));
  const data = await readStudy(study, sources);
  return evaluate(data, stageProgress(study.lang));
}
