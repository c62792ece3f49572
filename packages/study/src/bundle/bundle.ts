import type { Incidents } from '@oryn/core';
import { sha256Of } from '@oryn/ingest';
import { languages } from '@oryn/language';
import type { Feature } from 'geojson';
import { reportSentences } from '../concentration/report-sentences.ts';
import { reportTable } from '../concentration/report-table.ts';
import { reportHtml } from '../documents/report-files.ts';
import { foundSource } from '../documents/report-source.ts';
import type { Findings } from '../evaluate/evaluate.ts';
import { figuresOf } from '../figures/figures.tsx';
import { drawnAs } from '../figures/map-ground.ts';
import { geoParquetTable } from '../prepare/geoparquet-table.ts';
import { incidentColumns } from '../prepare/incident-columns.ts';
import { ORYN_VERSION } from '../version.ts';
import { type Column, csvOf, recordsOf } from './column.ts';
import { layerStyles } from './geo-style.ts';
import { groupsGeoJson, placesGeoJson } from './geojson.ts';
import { geotiffOf } from './geotiff.ts';
import {
  FORMAT_VERSION,
  type HashedFile,
  hashedInputs,
  type Manifest,
  studyForManifest,
} from './manifest.ts';
import { parquetOf } from './parquet.ts';
import { placesTable, problemPlacesTable, tallyTable } from './tables.ts';

export interface BundleFile {
  path: string;
  bytes: Uint8Array;
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const json = (value: unknown): Uint8Array => utf8(`${JSON.stringify(value, null, 1)}\n`);

/**
 * The files of a bundle, one after the other, the manifest last: the third of the three doors. The same
 * findings give the same bytes.
 */
export async function* bundle(findings: Findings): AsyncGenerator<BundleFile> {
  const files: HashedFile[] = [];
  const inputs = await hashedInputs(findings.inputs);
  for await (const file of contents(findings, inputs)) {
    files.push({ path: file.path, bytes: file.bytes.length, sha256: sha256Of(file.bytes) });
    yield file;
  }
  yield { path: 'manifest.json', bytes: json(manifestOf(findings, inputs, files)) };
}

async function* contents(findings: Findings, inputs: HashedFile[]): AsyncGenerator<BundleFile> {
  const { places, problemPlaces, simulated } = findings;
  const placeColumns = placesTable(findings);
  yield { path: 'places.csv', bytes: utf8(csvOf(placeColumns)) };
  const placeShapes = placesGeoJson(places, placeColumns, simulated);
  const geometries = placeShapes.features.map(({ geometry }) => geometry);
  yield { path: 'places.parquet', bytes: geoParquetTable(placeColumns, geometries) };
  yield { path: 'places.geojson', bytes: json(placeShapes) };
  yield { path: 'tally.parquet', bytes: parquetOf(tallyTable(findings)) };
  yield { path: 'incidents.parquet', bytes: parquetOf(incidentsTable(findings.incidents, simulated)) };
  const problems = problemPlacesTable(findings);
  yield { path: 'problem-places.csv', bytes: utf8(csvOf(problems)) };
  const groups = problemPlaces.map((place) => place.members.map((member) => places.ids[member]));
  yield { path: 'problem-places.geojson', bytes: json(groupsGeoJson(groups, problems, simulated)) };
  const concentration = reportTable(findings.report, findings.weightedConcentration);
  yield { path: 'concentration.csv', bytes: utf8(csvOf(concentration)) };
  yield { path: 'concentration.json', bytes: json(recordsOf(concentration)) };
  yield { path: 'concentration-report.json', bytes: json(concentrationDocument(findings)) };
  yield { path: 'density.tif', bytes: await geotiffOf(findings.surface, findings.plane.crs) };
  yield { path: 'context.geojson', bytes: json(contextGeoJson(findings)) };
  const { lang } = findings.study;
  for (const [path, style] of layerStyles(findings, lang)) yield { path, bytes: utf8(style) };
  const figures = figuresOf(findings, lang);
  for (const [name, svg] of figures) yield { path: `figures/${name}.svg`, bytes: utf8(svg) };
  const source = foundSource(findings, manifestOf(findings, inputs, []));
  yield { path: 'report.html', bytes: utf8(reportHtml(source, lang, figures)) };
}

/** Of the array of locations what a bundle needs: nothing finer than place, time, offence and type of place. */
const BUNDLE_COLUMNS: ReadonlySet<string> = new Set([
  'lon',
  'lat',
  'time',
  'category',
  'place_type',
  'simulated',
]);

function incidentsTable(incidents: Incidents, simulated: boolean): Column[] {
  return incidentColumns(incidents, { simulated }, 0, incidents.count).filter(({ name }) =>
    BUNDLE_COLUMNS.has(name),
  );
}

/** The whole report, and what it says in every language. */
function concentrationDocument({ report }: Findings): unknown {
  const said = languages.map((lang) => [lang, reportSentences(lang, report)]);
  return { ...report, sentences: Object.fromEntries(said) };
}

/** What is drawn under the map: the boundary, and the lines and polygons the study names; `role` says as what. */
function contextGeoJson({ area, context, simulated }: Findings): unknown {
  const boundary = area && {
    type: 'Feature',
    properties: { role: 'boundary' },
    geometry: { type: 'MultiPolygon', coordinates: area.polygons },
  };
  return {
    type: 'FeatureCollection',
    ...(simulated && { simulated: true }),
    features: [...(boundary ? [boundary] : []), ...context.map(withRole)],
  };
}

function withRole(feature: Feature): Feature {
  return { ...feature, properties: { ...feature.properties, role: drawnAs(feature) ?? 'point' } };
}

function manifestOf(findings: Findings, inputs: HashedFile[], files: HashedFile[]): Manifest {
  const { study, hot, problems } = findings;
  const permutation = hot.null === 'total-permutation' ? 'total' : 'conditional';
  return {
    format: 'oryn-bundle',
    formatVersion: FORMAT_VERSION,
    version: ORYN_VERSION,
    simulated: findings.simulated,
    subject: findings.subject,
    study: studyForManifest(study),
    inputs,
    files,
    account: findings.account,
    choices: findings.choices,
    seeds: { study: study.seed },
    crs: findings.plane.crs,
    extent: findings.places.extent,
    areaKm2: findings.area?.area ?? null,
    maskKind: findings.maskKind ?? null,
    years: findings.years,
    inference: {
      statistic: hot.statistic,
      inference: hot.inference,
      permutation: hot.inference === 'analytic' ? null : permutation,
      alternative: hot.alternative,
      correction: hot.correction,
      tested: hot.tested,
      draws: hot.permutation,
      expectedPerPlace: findings.expectedPerPlace,
    },
    problemPlaces: {
      test: problems.test,
      // Infinity is not JSON; it says that counts are not distinguishable from Poisson.
      model: {
        mean: problems.model.mean,
        size: Number.isFinite(problems.model.size) ? problems.model.size : null,
      },
      drift: problems.drift,
      listed: problems.listed.length,
      notConfirmed: problems.notConfirmed.length,
      rankBy: study.rankBy,
      exposure: findings.exposure ? { kind: findings.exposure.kind, column: findings.exposure.column } : null,
      evidence: findings.evidenceSummary,
      names: findings.names,
    },
    concentration: findings.concentration,
  };
}
