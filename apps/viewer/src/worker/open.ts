import { OrynError } from '@oryn/core';
import { apartLayerOf, groupOfLabel } from '@oryn/ingest';
import { languages } from '@oryn/language';
import { accountSentences, bundleOfZip, type OpenBundle, openBundle, type ReadFile } from '@oryn/study';
import type { Position } from 'geojson';
import { boundsOf, contextForMap, outsideOf } from './context.ts';
import { districtFacts } from './districts.ts';
import type { Bounds, BundleFacts, CategoryFact } from './types.ts';

/** The files of a bundle on the server that served this page. */
export function servedReader(root: string, id: string): ReadFile {
  const folder = new URL(`bundles/${encodeURIComponent(id)}/`, root);
  return async (path) => {
    const response = await fetch(new URL(path, folder)).catch(() => undefined);
    if (!response) throw new OrynError('viewer.server-gone', { path: folder.pathname });
    if (!response.ok) throw new OrynError('bundle.not-found', { path: folder.pathname });
    return new Uint8Array(await response.arrayBuffer());
  };
}

/** Read a bundle that is one file. @throws OrynError bundle.damaged, file.damaged */
export async function unpackBundle(id: string, zip: Uint8Array): Promise<OpenBundle> {
  const files = bundleOfZip(id, zip);
  if (!files) throw new OrynError('bundle.damaged', { file: id });
  return openBundle(fileReader(files));
}

/** The files of a bundle in memory. @throws OrynError bundle.damaged where one is missing */
export function fileReader(files: ReadonlyMap<string, Uint8Array>): ReadFile {
  return async (path) => {
    const bytes = files.get(path);
    if (!bytes) throw new OrynError('bundle.damaged', { file: path });
    return bytes;
  };
}

export function factsOf(id: string, bundle: OpenBundle): BundleFacts {
  const { manifest, places, area, context } = bundle;
  const { study, account, inference } = manifest;
  const polygons = area?.polygons ?? [];
  const boundary = { type: 'MultiPolygon' as const, coordinates: polygons };
  const corners: Position[] = area
    ? polygons.flat(2)
    : Array.from(places.lon, (lon, i) => [lon, places.lat[i]]);
  const sorted = Float64Array.from(places.areaKm2).sort();
  return {
    id,
    simulated: manifest.simulated,
    subject: manifest.subject,
    years: manifest.years,
    categories: categoriesOf(bundle),
    maskKind: manifest.maskKind,
    hasBoundary: area !== undefined,
    areaKm2: manifest.areaKm2 ?? sorted.reduce((sum, km2) => sum + km2, 0),
    cellKm2: sorted[sorted.length >> 1],
    bandwidth: Number(study.bandwidth),
    statistic: study.statistic === 'gi' ? 'gi' : 'gi-star',
    inference: inference.inference,
    correction: study.correction,
    sources: sourcesOf(bundle),
    accountLines: Object.fromEntries(
      languages.map((lang) => [lang, accountSentences(account, area !== undefined, lang)]),
    ) as BundleFacts['accountLines'],
    bounds: boundsOf(corners),
    focus: focusOf(bundle),
    outside: area ? outsideOf(polygons) : { type: 'FeatureCollection', features: [] },
    boundary: {
      type: 'FeatureCollection',
      features: area ? [{ type: 'Feature', properties: {}, geometry: boundary }] : [],
    },
    context: contextForMap(context),
    districts: districtFacts(context),
  };
}

/** Only categories that were counted, the most frequent first. */
function categoriesOf({ tally, incidents }: OpenBundle): CategoryFact[] {
  const { labels } = incidents.category;
  const counted = new Float64Array(labels.length);
  for (let i = 0; i < tally.count; i++) counted[tally.category[i]] += tally.n[i];
  return labels
    .map((label, code) => ({ label, n: counted[code] }))
    .filter(({ n }) => n > 0)
    .sort((a, b) => b.n - a.n)
    .map(({ label }) => ({ label, group: groupOfLabel(label), layer: apartLayerOf(label) ?? 'place' }));
}

function sourcesOf({ manifest: { account, study } }: OpenBundle): string[] {
  const files = [...account.files.map(({ file }) => file), study.boundary, study.possible];
  return [...new Set(files.filter((file) => file !== undefined))];
}

/** The middle nine tenths of the incidents, along each axis. */
function focusOf({ incidents }: OpenBundle): Bounds {
  const middle = (values: Float64Array): [number, number] => {
    const sorted = Float64Array.from(values).sort();
    const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))];
    return [at(0.05), at(0.95)];
  };
  const [west, east] = middle(incidents.lon);
  const [south, north] = middle(incidents.lat);
  return [west, south, east, north];
}
