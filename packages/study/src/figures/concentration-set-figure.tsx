import { type ConcentrationSet, ConcentrationSetMap, type Paper, renderSvg } from '@oryn/figures';
import { formatInteger, formatPercent, type Language, text } from '@oryn/language';
import { cellToBoundary } from 'h3-js';
import { type DenominatorReport, firstOf } from '../concentration/concentration-report.ts';
import { statedChanceShare } from '../concentration/stated-chance.ts';
import { denominatorWord, halfOf } from '../report/statements.ts';
import type { Drawn } from './drawn.ts';
import { withFinding } from './finding-title.ts';
import { mapProps, projectOn } from './map-ground.ts';
import { notPossible } from './not-possible.ts';

/** The map of the cells that hold a quarter and a half of the incidents, over the first denominator of the report. */
export function concentrationSetFigure(drawn: Drawn, lang: Language, paper: Paper): string {
  const { places, plane, n, inMask, report, maskKind } = drawn;
  const { over } = firstOf(report);
  if (over.incidents === 0) throw notPossible('concentration-set', 'tooFew');
  const project = projectOn(plane);
  const total = n.reduce((sum, count) => sum + count, 0);
  const finding = text(lang, 'figures.setTitle', {
    share: formatPercent(lang, halfOf(over).share),
    denominator: denominatorWord(over, maskKind),
  });
  return renderSvg(
    <ConcentrationSetMap
      {...withFinding(mapProps(drawn, lang), finding, drawn, lang)}
      places={{
        count: places.count,
        rings: (index) => project(cellToBoundary(places.ids[index], true)),
        n: inMask ? Float64Array.from(n, (count, i) => (inMask[i] === 1 ? count : Number.NaN)) : n,
      }}
      quarter={setOf(drawn, lang, 25)}
      half={setOf(drawn, lang, 50)}
      total={over.incidents}
      notes={
        total > over.incidents
          ? [text(lang, 'figures.setOutside', { n: formatInteger(lang, total - over.incidents) })]
          : []
      }
    />,
    paper,
  );
}

/** The set over the first denominator, and its share of that and of the whole area where there is a mask. */
function setOf({ report, maskKind }: Drawn, lang: Language, percent: 25 | 50): ConcentrationSet {
  const shareIn = ({ over }: DenominatorReport) => over.shares.find((share) => share.percent === percent)!;
  const { k, boundaryCount } = shareIn(firstOf(report));
  const stated = report.denominators.filter(({ over }, i) => i === 0 || over.denominator === 'area');
  return {
    k,
    leastCount: boundaryCount,
    shares: stated.map((found) => ({
      denominator: text(lang, 'figures.denominatorName', {
        denominator: denominatorWord(found.over, maskKind),
      }),
      share: shareIn(found).share,
      expectedShare: statedChanceShare(found, percent),
    })),
  };
}
