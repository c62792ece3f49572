import { OrynError } from '@oryn/core';
import type { ReadProgress, SourceFile } from '../source/source-file.ts';
import { FeatureColumns, type FeatureSet, type FileFeature, featureFacts } from './feature-table.ts';
import { featureOf } from './geojson.ts';
import { linesOf, parseJson } from './json-text.ts';
import { type OpenOptions, SAMPLE_ROWS, type Table } from './table.ts';

/**
 * One JSON object a line (GeoJSON features, geometries or plain objects), read in pieces: memory does not grow
 * with the file. It is read once to learn its columns and once per visit. `row` is the line.
 *
 * @throws OrynError file.empty, file.encoding, file.too-many-columns, json.invalid, json.not-object, json.too-deep,
 *   geometry.invalid
 */
export async function openNdjson(file: SourceFile, options: OpenOptions = {}): Promise<Table> {
  if (file.size === 0) throw new OrynError('file.empty', { file: file.name });
  const columns = new FeatureColumns(file.name);
  const first: { feature: FileFeature; row: number }[] = [];
  for await (const record of recordsOf(file, options)) {
    columns.add(record.feature);
    if (first.length < SAMPLE_ROWS) first.push(record);
  }
  if (first.length === 0) throw new OrynError('file.no-features', { file: file.name });
  const names = columns.names();
  return {
    file: file.name,
    columns: names.columns,
    sample: first.map(({ feature, row }) => [...columns.values(feature, row)]),
    facts: { format: 'ndjson', ...(names.renamed && { renamed: names.renamed }) },
    async visit(visitor, onProgress) {
      for await (const { feature, row } of recordsOf(file, options, onProgress)) {
        visitor(columns.values(feature, row), row);
      }
    },
  };
}

/** All features of such a file. @throws as `openNdjson` */
export async function readNdjson(file: SourceFile, options: OpenOptions = {}): Promise<FeatureSet> {
  const features: FileFeature[] = [];
  for await (const { feature } of recordsOf(file, options)) features.push(feature);
  return { features, facts: featureFacts('ndjson') };
}

async function* recordsOf(
  file: SourceFile,
  options: OpenOptions,
  onProgress?: ReadProgress,
): AsyncGenerator<{ feature: FileFeature; row: number }> {
  for await (const { text, row } of linesOf(file, options.encoding, onProgress)) {
    yield { feature: featureOf(file.name, row, parseJson(file.name, text, row)), row };
  }
}
