import { join } from 'node:path';
import { oryn } from './run-oryn.ts';

const root = join(import.meta.dirname, '../../..');

/** The study of the smallest demo city, written to a folder. */
export function demoBundle(out: string, lang = 'en'): string {
  const run = oryn([
    'study',
    join(root, 'datasets/demo/demo-kenzhol/study.yaml'),
    '--lang',
    lang,
    '--out',
    out,
  ]);
  if (run.status !== 0) throw new Error(run.stderr);
  return out;
}
