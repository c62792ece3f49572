import type { ColumnMapping, ColumnRole } from '@oryn/ingest';
import type { Language } from '@oryn/language';
import type { Study, StudyInput } from '@oryn/study';
import type { Settings } from '../worker/dropped.ts';
import type { DroppedFile } from './dropped-file.ts';

/** What a person has said beside the files; it counts instead of what the settings say. */
export type Said = Partial<Omit<StudyInput, 'files'>>;

/** The study that the files and what was said make: the same keys as those of a study file. */
export function studyInput(
  files: readonly DroppedFile[],
  settings: Study | undefined,
  said: Said,
  lang: Language,
): StudyInput {
  if (settings) return { ...settings, ...said };
  const of = (role: DroppedFile['role']): string[] =>
    files.filter((file) => file.role === role).map(({ name }) => name);
  const [boundary] = of('boundary');
  const [categories] = of('categories');
  const streets = of('streets');
  const context = [...streets, ...of('context')];
  return {
    files: of('incidents'),
    ...(boundary !== undefined && { boundary }),
    ...(streets[0] !== undefined && { possible: streets[0] }),
    ...(context.length > 0 && { context }),
    ...(categories !== undefined && { categories }),
    resolution: 9,
    ...said,
    lang,
  };
}

/** What stands in the way of a study. */
export type Obstacle =
  | { kind: 'noIncidents' | 'oneBoundary' }
  /** Files that the settings name and nobody has dropped. */
  | { kind: 'missing'; files: readonly string[] };

export function obstacle(
  files: readonly DroppedFile[],
  settings: Settings | undefined,
): Obstacle | undefined {
  if (settings) {
    const missing = settings.files.filter((name) => !files.some((file) => file.name === name));
    return missing.length > 0 ? { kind: 'missing', files: missing } : undefined;
  }
  const count = (role: DroppedFile['role']): number => files.filter((file) => file.role === role).length;
  if (count('incidents') === 0) return { kind: 'noIncidents' };
  return count('boundary') > 1 ? { kind: 'oneBoundary' } : undefined;
}

/** Written where no column has a role, as in a study file. */
const NO_COLUMN = '-';

/**
 * What is said of the columns after one of them was said to hold something else; only what was said is written, so
 * that every file is still understood by itself in the rest.
 *
 * @param role what the column at `index` holds; undefined where it is not used
 */
export function saidColumns(
  said: ColumnMapping,
  columns: readonly string[],
  roles: readonly (ColumnRole | undefined)[],
  index: number,
  role: ColumnRole | undefined,
): ColumnMapping {
  const before = roles[index];
  const next = { ...said };
  if (before !== undefined) next[before] = NO_COLUMN;
  if (role !== undefined) next[role] = columns[index];
  return next;
}
