import { drawnOfBundle } from '../bundle/drawn-of-bundle.ts';
import type { Manifest } from '../bundle/manifest.ts';
import type { OpenBundle } from '../bundle/open-bundle.ts';
import { analysedCategories, type Findings } from '../evaluate/evaluate.ts';
import type { Drawn } from '../figures/drawn.ts';
import { placeSheets } from '../sheet/place-sheet.ts';

/** What a report is written from: what figures are drawn from, names, evidence and sheets of places, and the manifest. */
export type ReportSource = Drawn &
  Pick<Findings, 'concentration' | 'problems' | 'evidence' | 'evidenceSummary' | 'sheets'> & {
    manifest: Omit<Manifest, 'files'>;
  };

/** What a study found, told as its bundle tells it: its report is the one of the bundle read back. */
export function foundSource(findings: Findings, manifest: Omit<Manifest, 'files'>): ReportSource {
  return { ...findings, study: manifest.study, manifest };
}

/** A bundle has its counts; the analysis of them is made again, not read from its tables. */
export function reportSource(bundle: OpenBundle): ReportSource {
  const { manifest, incidents, points } = bundle;
  const categories = analysedCategories(incidents, manifest.study.category);
  const drawn = drawnOfBundle(bundle, { categories });
  const groups = drawn.problemPlaces.map(({ members }) => members);
  return {
    ...drawn,
    names: manifest.problemPlaces.names ?? drawn.names,
    sheets: placeSheets(incidents, points, { categories }, groups),
    manifest,
  };
}
