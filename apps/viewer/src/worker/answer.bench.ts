import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type OpenBundle, openBundle } from '@oryn/study';
import { expect, it } from 'vitest';
import { measure } from '../../../../test/support/measure.ts';
import { hasShared, sharedPath } from '../../../../test/support/shared.ts';
import { makeBundle } from '../../test/support/commands.ts';
import { answer } from './answer.ts';
import type { Question } from './types.ts';

/** What a click on a filter may take, in the worker. */
const CLICK_MS = 300;
const demo = join(import.meta.dirname, '../../../../datasets/demo/demo-tasozen/study.yaml');

async function bundleOf(study: string): Promise<OpenBundle> {
  const folder = mkdtempSync(join(tmpdir(), 'oryn-bench-'));
  makeBundle(study, folder);
  const bundle = await openBundle(async (path) => new Uint8Array(readFileSync(join(folder, path))));
  rmSync(folder, { recursive: true });
  return bundle;
}

function clicks(name: string, bundle: OpenBundle): void {
  const { years } = bundle.manifest;
  const all: Question = {
    from: years[0],
    to: years[years.length - 1],
    category: undefined,
    hours: undefined,
  };
  const [label] = bundle.incidents.category.labels.filter((one) => one !== '' && !one.includes(':'));
  const questions: Record<string, Question> = {
    'whole bundle': all,
    'two years fewer': { ...all, from: years[2] },
    'hours 16 to 24': { ...all, hours: [16, 24] },
    ...(label !== undefined && { 'one offence': { ...all, category: label } }),
  };
  for (const [what, question] of Object.entries(questions)) {
    const { median } = measure(`${name}: ${what}`, 5, () => answer(bundle, question));
    expect(median).toBeLessThan(CLICK_MS);
  }
}

it('a click on a filter of the demo', async () => {
  clicks('Tasozen', await bundleOf(demo));
});

it.skipIf(!hasShared)('a click on a filter of real accidents', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'oryn-bench-study-'));
  const study = join(folder, 'study.yaml');
  const streets = sharedPath('data/kz/astana-named-streets.geojson');
  writeFileSync(
    study,
    [
      `files: [${JSON.stringify(sharedPath('data/kz/astana-road-accidents-2019-2023.csv'))}]`,
      `boundary: ${JSON.stringify(sharedPath('data/kz/astana-boundary.geojson'))}`,
      `possible: ${JSON.stringify(streets)}`,
    ].join('\n'),
  );
  clicks('Astana', await bundleOf(study));
  rmSync(folder, { recursive: true });
});
