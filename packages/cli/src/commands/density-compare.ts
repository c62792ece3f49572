import { extname } from 'node:path';
import { COMPARISONS, type Comparison, OrynError } from '@oryn/core';
import { text } from '@oryn/language';
import {
  type Against,
  type Column,
  compareDensity,
  geotiffOf,
  type Study,
  toleranceGeoJson,
} from '@oryn/study';
import { prefixedCategory } from '../category-prefix.ts';
import { wordOf } from '../option-values.ts';
import { type GivenOptions, languageOf } from '../options.ts';
import { printJson, writeOut, writeTable } from '../output.ts';
import { say } from '../progress.ts';
import { sourcesOf } from '../sources.ts';
import { gridColumns, gridRecord } from './density-grid.ts';

const COLUMN_NAMES: Readonly<Record<Comparison, string>> = {
  ratio: 'ratio',
  'log-ratio': 'log_ratio',
  difference: 'difference_per_km2',
};

/** `oryn density --against`: two densities as shares of their totals, tested by random relabelling if asked. */
export async function compareDensities(given: string, study: Study, options: GivenOptions): Promise<void> {
  const comparison = wordOf(options, 'compare', COMPARISONS);
  const isTested = options.permutations !== undefined;
  const out = options.out as string | undefined;
  const extension = out && extname(out).toLowerCase();
  if (extension === '.geojson' && !isTested) throw new OrynError('density.compare-contours');
  const sources = await sourcesOf(study);
  say(text(languageOf(options), 'cli.progress.smoothing'));
  const { first, second, compared, choices } = await compareDensity(
    study,
    sources,
    await againstOf(given, study),
    { comparison, permutations: isTested ? study.permutations : undefined },
  );
  const { test, values } = compared;
  const { plane } = first;
  const simulated = first.simulated || second.simulated;
  const columns: Column[] = [{ name: COLUMN_NAMES[comparison], values }];
  if (test) columns.push({ name: 'p', values: test.p });
  if (out && /^\.tiff?$/.test(extension ?? '')) await writeOut(out, await geotiffOf(compared, plane.crs));
  else if (out || !options.json)
    await writeTable(
      gridColumns(compared, plane, columns),
      out,
      test && (() => toleranceGeoJson(compared, plane, simulated)),
    );
  if (test) say(`T = ∫(f-g)²: p = ${test.wholeMapP} (${test.draws}, ${test.null})`);
  if (!options.json) return;
  printJson({
    ...{ command: 'density', parameters: { ...study, against: given, compare: comparison }, choices },
    account: first.account,
    result: {
      grid: { ...gridRecord(compared, plane), unit: comparison === 'difference' ? 'share per km²' : '' },
      comparison,
      ...{ points: compared.points, totals: compared.totals, floor: compared.floor },
      againstAccount: second.account,
      ...(test && { test: { ...test, p: Array.from(test.p) } }),
      values: Array.from(values),
    },
  });
}

async function againstOf(given: string, study: Study): Promise<Against> {
  const category = prefixedCategory(given);
  if (category !== undefined) return { kind: 'category', category };
  return { kind: 'file', path: given, sources: await sourcesOf({ ...study, files: [given] }) };
}
