import { stringify } from 'yaml';
import { parseStudy } from './parse-study.ts';
import { type Study, type StudyInput, studyKeys } from './schema.ts';

/** The text of a study file that `parseStudyFile` reads back alike; what is the default anyway is not written. */
export function writeStudyFile(study: Study): string {
  const defaults: Partial<Study> = parseStudy({ files: study.files }, 'defaults');
  const isDefault = (key: keyof Study): boolean => key !== 'files' && study[key] === defaults[key];
  const written: Partial<StudyInput> = Object.fromEntries(
    studyKeys.flatMap((key) => (study[key] === undefined || isDefault(key) ? [] : [[key, study[key]]])),
  );
  return stringify(written, { lineWidth: 0 });
}
