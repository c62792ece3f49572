import type { ColumnMapping } from '@oryn/ingest';
import type { Language } from '@oryn/language';
import type { StudyInput } from '@oryn/study';
import type { DroppedFile } from './dropped-file.ts';

/** What a person has said about the study, beside the files. */
export interface Said {
  title: string;
  resolution: number;
  dateOrder: StudyInput['dateOrder'];
  columns: ColumnMapping | undefined;
}

/** The study that the files and what was said make: the same keys as those of a study file. */
export function studyInput(files: readonly DroppedFile[], said: Said, lang: Language): StudyInput {
  const of = (role: DroppedFile['role']): string[] =>
    files.filter((file) => file.role === role).map(({ name }) => name);
  const [boundary] = of('boundary');
  const streets = of('streets');
  const context = [...streets, ...of('context')];
  return {
    files: of('incidents'),
    ...(said.title.trim() !== '' && { title: said.title.trim() }),
    ...(boundary !== undefined && { boundary }),
    ...(streets[0] !== undefined && { possible: streets[0] }),
    ...(context.length > 0 && { context }),
    ...(said.columns && { columns: said.columns }),
    ...(said.dateOrder && { dateOrder: said.dateOrder }),
    resolution: said.resolution,
    lang,
  };
}

/** What stands in the way of a study. */
export function obstacle(files: readonly DroppedFile[]): 'noIncidents' | 'oneBoundary' | undefined {
  const count = (role: DroppedFile['role']): number => files.filter((file) => file.role === role).length;
  if (count('incidents') === 0) return 'noIncidents';
  return count('boundary') > 1 ? 'oneBoundary' : undefined;
}
