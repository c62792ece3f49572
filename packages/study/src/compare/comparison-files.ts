import { sha256Of } from '@oryn/ingest';
import { languages } from '@oryn/language';
import type { BundleFile } from '../bundle/bundle.ts';
import { csvOf, recordsOf } from '../bundle/column.ts';
import type { HashedFile } from '../bundle/manifest.ts';
import { ORYN_VERSION } from '../version.ts';
import type { Comparison } from './compare-cities.ts';
import { PAIR_CORRECTION } from './compared-pairs.ts';
import { LEAST_PER_PLACE, periodOf } from './compared-rows.ts';
import { comparisonFigures } from './comparison-figures.tsx';
import {
  changesTable,
  comparedTable,
  contextTable,
  differencesTable,
  persistenceTable,
  sensitivityTable,
  stabilityTable,
} from './comparison-tables.ts';
import { resultsText } from './results-text.ts';

/** Tables are in English, as their columns are; texts and figures in every language. */
const TABLE_LANGUAGE = 'en';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The files of a comparison, `comparison.json` last. The same bundles give the same bytes. */
export async function* comparisonFiles(comparison: Comparison): AsyncGenerator<BundleFile> {
  const files: HashedFile[] = [];
  for (const file of contents(comparison)) {
    files.push({ path: file.path, bytes: file.bytes.length, sha256: sha256Of(file.bytes) });
    yield file;
  }
  const document = { ...comparisonDocument(comparison), files };
  yield { path: 'comparison.json', bytes: utf8(`${JSON.stringify(document, null, 1)}\n`) };
}

function* contents(comparison: Comparison): Generator<BundleFile> {
  const tables = {
    table: comparedTable(comparison, TABLE_LANGUAGE),
    changes: changesTable(comparison, TABLE_LANGUAGE),
    differences: differencesTable(comparison, TABLE_LANGUAGE),
    stability: stabilityTable(comparison, TABLE_LANGUAGE),
    persistence: persistenceTable(comparison, TABLE_LANGUAGE),
    places: sensitivityTable(comparison, TABLE_LANGUAGE),
    context: contextTable(comparison, TABLE_LANGUAGE),
  };
  for (const [name, columns] of Object.entries(tables)) {
    yield { path: `${name}.csv`, bytes: utf8(csvOf(columns)) };
  }
  for (const lang of languages) {
    for (const [name, svg] of comparisonFigures(lang, comparison)) {
      yield { path: `figures/${name}.${lang}.svg`, bytes: utf8(svg) };
    }
    yield { path: `results.${lang}.md`, bytes: utf8(resultsText(lang, comparison)) };
  }
}

/** A comparison as one document: what was compared, by which rules, and every table but that of single places. */
export function comparisonDocument(comparison: Comparison): Record<string, unknown> {
  const { cities, reports, sensitivity, context, common, options, subject } = comparison;
  return {
    format: 'oryn-comparison',
    version: ORYN_VERSION,
    subject,
    options,
    correction: PAIR_CORRECTION,
    cities: cities.map((city, i) => ({
      name: city.name,
      catalogueId: city.catalogueId ?? null,
      folder: city.folder,
      inputs: city.bundle.manifest.inputs,
      unit: city.unit,
      denominator: reports[i].denominators[0].over.denominator,
      maskKind: city.bundle.manifest.maskKind,
      areaKm2: city.areaKm2,
      maskKm2: Number.isNaN(city.maskKm2) ? null : city.maskKm2,
      years: city.years,
      compared: periodOf(city),
      undated: city.undated,
      offences: city.offences,
    })),
    common: common ? { ...common, floor: LEAST_PER_PLACE } : null,
    rows: recordsOf(comparedTable(comparison, TABLE_LANGUAGE)),
    changes: recordsOf(changesTable(comparison, TABLE_LANGUAGE)),
    differences: recordsOf(differencesTable(comparison, TABLE_LANGUAGE)),
    stability: recordsOf(stabilityTable(comparison, TABLE_LANGUAGE)),
    persistence: recordsOf(persistenceTable(comparison, TABLE_LANGUAGE)),
    sensitivity: sensitivity.map(({ city, districts, found: { keptShare: _, ...found } }) => ({
      city: cities[city].name.en,
      parts: districts,
      ...found,
    })),
    context,
  };
}
