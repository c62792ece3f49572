import { lorenzCurve, poissonNull } from '@oryn/core';
import { text } from '@oryn/language';
import {
  type ConcentrationReport,
  concentrationVerdict,
  conclusionSentence,
  countedInBundle,
  denominatorText,
  firstOf,
  nullText,
  type OpenBundle,
  REPORT_DRAWS,
  reportOn,
  verdictFacts,
} from '@oryn/study';
import { pageText } from '../ui/page-text.ts';
import { filterOf, inLanguages } from './answer.ts';
import type { ConcentrationAnswer, Question } from './types.ts';

/** The law of crime concentration for a question: the same report as the command line prints. */
export function concentration(bundle: OpenBundle, question: Question): ConcentrationAnswer {
  const { manifest, places, inMask } = bundle;
  const counted = countedInBundle(bundle, filterOf(bundle, question));
  const report = reportOn(counted, { draws: manifest.study.permutations ?? REPORT_DRAWS });
  const facts = verdictFacts(report);
  const { over } = firstOf(report);
  const counts = inMask ? Float64Array.from(counted.n).filter((_, i) => inMask[i] === 1) : counted.n;
  const described = { maskKind: manifest.maskKind ?? undefined, places };
  return {
    conclusion: inLanguages((lang) => conclusionSentence(lang, facts)),
    verdict: inLanguages((lang) => {
      // The conclusion stands above them, and that data are simulated above every page.
      const said = [conclusionSentence(lang, facts), text(lang, 'concentration.verdict.simulated')];
      return concentrationVerdict(lang, facts, pageText).filter((sentence) => !said.includes(sentence));
    }),
    denominatorText: inLanguages((lang) => denominatorText(described, lang)),
    nullText: inLanguages((lang) => nullText(lang, described)),
    curve: lorenzCurve(counts),
    expectedCurve: poissonNull(over.incidentsPerPlace).curve,
    denominators: report.denominators.map(({ over, chance }) => ({
      over,
      chance: chance?.shares.find(({ percent }) => percent === 50),
    })),
    years: report.years.map(yearOf),
    rarefiedTo: report.rarefiedTo,
    lastPair: lastPairOf(report),
    draws: firstOf(report).chance?.draws ?? 0,
  };
}

function yearOf({ year, isWhole, over, rarefied }: ConcentrationReport['years'][number]) {
  const half = over.shares.find(({ percent }) => percent === 50)!;
  return {
    year,
    isWhole,
    incidents: over.incidents,
    share: half.share,
    expectedShare: half.expectedShare,
    rarefied: rarefied?.shares.find(({ percent }) => percent === 50),
  };
}

/** Whether the last whole year and the one before have the same places. */
function lastPairOf({ stability }: ConcentrationReport): ConcentrationAnswer['lastPair'] {
  const pair = stability?.pairs.at(-1);
  return pair && { from: pair.from, to: pair.to, ...pair.sets };
}
