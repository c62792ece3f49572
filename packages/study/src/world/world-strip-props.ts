import { type Benchmark, benchmarkName } from '@oryn/datasets';
import type { PublishedShare, WorldStripProps } from '@oryn/figures';
import { formatInteger, type Language, text } from '@oryn/language';
import { periodText } from '../concentration/period-text.ts';
import { cityNameText } from '../naming/city-name.ts';
import type { WhyNot, WorldComparison } from './compare-with-world.ts';
import type { VerdictFacts } from './concentration-verdict.ts';
import { placesOfText } from './unit-words.ts';
import { whyNotText } from './world-sentences.ts';

/** Values that cannot be compared and are drawn all the same: more would crowd out those that can. */
const MOST_OTHERS = 6;

/** From the point on which nearly everything agrees to the one that agrees least. */
const NEAREST_FIRST: readonly WhyNot[] = ['offences', 'period', 'denominator', 'area', 'unit'];

/**
 * The strip of a verdict: the result with its interval and chance, the comparable values, and of the others those of
 * Kazakhstan and the nearest. The interval of the share is the one behind the excess.
 */
export function worldStripProps(lang: Language, facts: VerdictFacts): WorldStripProps {
  const { measured, comparison, chance, excess, city, period } = facts;
  const { studies, others } = comparison;
  const hasInterval = !Number.isNaN(excess.low) && !Number.isNaN(excess.high);
  const single = studies.filter(({ summary }) => summary === undefined || summary === 'range');
  const drawn = drawnOthers(comparison);
  const name = cityNameText(lang, city);
  return {
    lang,
    title: text(lang, 'concentration.world.strip.title'),
    subtitle: placesOfText(lang, measured),
    ...(comparison.verdict === 'refused'
      ? {}
      : {
          caption: text(lang, 'concentration.world.strip.caption', {
            n: formatInteger(lang, others.length - drawn.length),
            found: studies.length > 0 ? 'yes' : 'no',
          }),
        }),
    result: {
      label: name === '' ? text(lang, 'concentration.verdict.here') : name,
      detail: periodText(lang, period),
      share: measured.share50,
      ...(hasInterval ? { low: chance.mean - excess.high, high: chance.mean - excess.low } : {}),
      expected: chance.mean,
    },
    review: reviewOf(lang, studies),
    studies: single
      .filter((study) => !isOfReview(study))
      .flatMap((study) => shareOf(lang, study, sourceOf(study))),
    others: drawn.flatMap(({ study, reason }) =>
      shareOf(
        lang,
        study,
        text(lang, 'concentration.world.strip.notComparable', {
          of: study.denominator === 'territory' ? 'territory' : 'places',
          reason: whyNotText(lang, reason),
        }),
      ),
    ),
    simulated: measured.simulated,
  };
}

/** A row of a systematic review, whose parts are drawn together. */
function isOfReview({ estimates }: Benchmark): boolean {
  return estimates !== undefined;
}

function reviewOf(lang: Language, studies: readonly Benchmark[]): WorldStripProps['review'] {
  const find = (summary: Benchmark['summary']): Benchmark | undefined =>
    studies.find((study) => isOfReview(study) && study.summary === summary);
  const quartiles = find('interquartile');
  if (!quartiles) return undefined;
  const [range] = shareOf(lang, quartiles, sourceOf(quartiles));
  if (!range) return undefined;
  const full = find('range')?.placesFor50;
  const median = find('median')?.placesFor50?.low;
  return {
    ...range,
    label: text(lang, 'concentration.world.strip.reviewLabel', {
      n: formatInteger(lang, quartiles.estimates ?? 0),
    }),
    ...(median === undefined ? {} : { median: median / 100 }),
    ...(full?.low === undefined || full.high === undefined
      ? {}
      : { full: [full.low / 100, full.high / 100] as const }),
  };
}

/** A city and year that is among the comparable values is not drawn twice. */
function drawnOthers({ studies, others }: WorldComparison): WorldComparison['others'] {
  const isDrawn = ({ city, years }: Benchmark): boolean =>
    studies.some((study) => study.city === city && study.years === years);
  const local = others.filter(({ study }) => study.country === 'Kazakhstan');
  const rest = others
    .filter(
      (other) =>
        !local.includes(other) &&
        !isDrawn(other.study) &&
        !isOfReview(other.study) &&
        shareOf('en', other.study, '').length > 0,
    )
    .sort((a, b) => NEAREST_FIRST.indexOf(a.reason) - NEAREST_FIRST.indexOf(b.reason));
  const bySource = rest.filter(
    (other, i) => rest.findIndex(({ study }) => study.source === other.study.source) === i,
  );
  return [...bySource.slice(0, MOST_OTHERS - local.length), ...local];
}

/** One value in percent as a part of one; none for a bound such as `<3`. */
function shareOf(lang: Language, study: Benchmark, detail: string): PublishedShare[] {
  const { low, high } = study.placesFor50 ?? {};
  if (low === undefined || high === undefined) return [];
  const years = /^\d{4}(?:-\d{4})?/.exec(study.years ?? '')?.[0].replace('-', '–');
  const label = [benchmarkName(study)[lang], years].filter(Boolean).join(', ');
  return [{ label, detail, low: low / 100, high: high / 100 }];
}

/** Authors and year of a source. */
function sourceOf({ source }: Benchmark): string {
  const published = /\(published as (.*?\d{4})/.exec(source);
  return published?.[1] ?? /^.*?\d{4}/.exec(source)?.[0] ?? source;
}
