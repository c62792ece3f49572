import { filterBundle } from '../bundle/filter-bundle.ts';
import type { Manifest } from '../bundle/manifest.ts';
import type { OpenBundle } from '../bundle/open-bundle.ts';
import { REPORT_DRAWS, reportOn } from '../concentration/concentration-report.ts';
import { countedInBundle } from '../concentration/counted-in-bundle.ts';
import { analysedCategories, type Findings } from '../evaluate/evaluate.ts';
import type { Drawn } from '../figures/drawn.ts';

/** What a report is written from: what figures are drawn from, the names of places, and the manifest. */
export type ReportSource = Drawn &
  Pick<Findings, 'concentration' | 'names' | 'problems' | 'evidenceSummary'> & { manifest: Manifest };

/** A bundle has its counts; the analysis of them is made again, not read from its tables. */
export function reportSource(bundle: OpenBundle): ReportSource {
  const { manifest, places, inMask, incidents } = bundle;
  const categories = analysedCategories(incidents, manifest.study.category);
  return {
    ...filterBundle(bundle, { categories }),
    report: reportOn(countedInBundle(bundle, { categories }), { draws: REPORT_DRAWS }),
    manifest,
    study: manifest.study,
    subject: manifest.subject,
    simulated: manifest.simulated,
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
