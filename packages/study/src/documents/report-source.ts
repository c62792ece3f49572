import { filterBundle } from '../bundle/filter-bundle.ts';
import type { Manifest } from '../bundle/manifest.ts';
import type { OpenBundle } from '../bundle/open-bundle.ts';
import { REPORT_DRAWS, reportOn } from '../concentration/concentration-report.ts';
import { countedInBundle } from '../concentration/counted-in-bundle.ts';
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
  const { manifest, places, inMask, incidents } = bundle;
  const categories = analysedCategories(incidents, manifest.study.category);
  const found = filterBundle(bundle, { categories });
  const groups = found.problemPlaces.map(({ members }) => members);
  return {
    ...found,
    names: manifest.problemPlaces.names ?? found.names,
    sheets: placeSheets(incidents, bundle.points, { categories }, groups),
    report: reportOn(countedInBundle(bundle, { categories }), { draws: REPORT_DRAWS }),
    manifest,
    study: manifest.study,
    subject: manifest.subject,
    simulated: manifest.simulated,
    choices: manifest.choices,
    area: bundle.area,
    plane: bundle.plane,
    context: bundle.context,
    places,
    inMask,
    maskKind: manifest.maskKind ?? undefined,
    account: manifest.account,
    incidents,
    tally: bundle.tally,
    analysed: categories,
    years: manifest.years,
  };
}
