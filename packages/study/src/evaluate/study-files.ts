import { placeFilesOf } from '../definition/place-keys.ts';
import type { Study } from '../definition/schema.ts';
import { exposureFileOf } from './exposure.ts';
import { codeBoundOf } from './weighing.ts';

/** Every file that a study names, each once, by the path written in it. */
export function studyFiles(study: Study): string[] {
  const { files, boundary, possible, categories, network, context = [] } = study;
  const isFile = study.weights !== undefined && codeBoundOf(study.weights) === undefined;
  const paths = [...files, boundary, possible, categories, isFile ? study.weights : undefined];
  paths.push(exposureFileOf(study), network, ...placeFilesOf(study), ...context);
  return [...new Set(paths.filter((path) => path !== undefined))];
}
