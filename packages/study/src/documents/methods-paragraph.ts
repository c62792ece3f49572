import { formatInteger, formatNumber, type Language, text } from '@oryn/language';
import { firstOf } from '../concentration/concentration-report.ts';
import { verdictFacts } from '../concentration/report-verdict.ts';
import { methodText } from '../figures/figure-words.ts';
import { nullText } from '../report/statements.ts';
import type { Citations } from './references.ts';
import type { ReportSource } from './report-source.ts';

const CORRECTION_WORKS: Record<string, string> = {
  'benjamini-hochberg': 'benjamini-1995',
  'benjamini-yekutieli': 'benjamini-2001',
  holm: 'holm-1979',
  bonferroni: 'dunn-1961',
};

/** How the results came about, in sentences that name their sources; nothing is named that was not done. */
export function methodsParagraph(source: ReportSource, lang: Language, citations: Citations): string {
  const { places, hot, manifest, problems, report, study } = source;
  const n = (value: number): string => formatInteger(lang, value);
  const { chance, fit } = firstOf(report);
  const { bandwidth } = study;
  const sentences = [
    text(lang, 'report.methodPlaces', {
      resolution: String(places.resolution),
      area: formatNumber(lang, meanArea(source)),
      tested: n(hot.tested),
      n: n(places.count),
    }),
    text(lang, 'report.methodHot', {
      statisticRef: citations.cite('getis-1992', 'ord-1995'),
      method: methodText(source, lang),
      correctionRef: citations.cite(CORRECTION_WORKS[hot.correction]),
      null: nullText(lang, source),
    }),
    text(lang, 'report.methodGroups', {
      maxCells: n(study.maxCells ?? 1),
      tails: n(problems.test.tails),
      correctionRef: citations.cite('benjamini-1995'),
    }),
  ];
  if (chance) {
    sentences.push(
      text(lang, 'report.methodConcentration', {
        shareRef: citations.cite('weisburd-2015'),
        draws: n(chance.draws),
        chanceRef: citations.cite('bernasco-2017', 'chalfin-2021'),
      }),
    );
  }
  if (fit) sentences.push(text(lang, 'report.methodFit', { fitRef: citations.cite('mohler-2019') }));
  if (chance && verdictFacts(report).comparison.verdict !== 'refused') {
    const worldRef = citations.cite('lee-2017', 'eck-2017', 'weisburd-2024');
    sentences.push(text(lang, 'report.methodWorld', { worldRef }));
  }
  if (typeof bandwidth === 'number' && manifest.account.analysed > 0) {
    sentences.push(
      text(lang, 'report.methodDensity', {
        bandwidth: formatNumber(lang, bandwidth),
        densityRef: citations.cite('silverman-1986'),
      }),
    );
  }
  return sentences.join(' ');
}

/** km². */
export function meanArea({ places }: Pick<ReportSource, 'places'>): number {
  return places.areaKm2.reduce((sum, area) => sum + area, 0) / places.count;
}
