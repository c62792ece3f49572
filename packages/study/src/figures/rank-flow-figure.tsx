import {
  countBlocks,
  OrynError,
  type RankChanges,
  rankBiasedOverlap,
  rankChanges,
  sumsOfGroups,
} from '@oryn/core';
import { type Paper, RankFlow, type RankFlowProps, renderSvg } from '@oryn/figures';
import { formatNumber, type Language, text } from '@oryn/language';
import { subtitleText } from '../concentration/place-words.ts';
import { wholeYears } from '../evaluate/whole-years.ts';
import { placeNameText } from '../naming/place-name-text.ts';
import type { PlaceName } from '../naming/place-namer.ts';
import type { Drawn } from './drawn.ts';
import type { FigureChoices } from './figure-names.ts';
import { sourceOf } from './figure-words.ts';
import { notPossible } from './not-possible.ts';
import { oncePerStudy } from './once-per-study.ts';

/** Fewer have no order to speak of. */
const LEAST_PLACES = 3;
/** Cells ranked where there are too few problem places. */
const MOST_CELLS = 30;
/** Fewer incidents of the list a year are ranks of noise alone. */
const LEAST_PER_YEAR = 20;
const USUAL_DRAWS = 999;
const LEAST_DRAWS = 19;
const LEVEL = 0.05;
/** Of rank-biased overlap: the first ten places carry most of the weight. */
const PERSISTENCE = 0.9;

/** Places to rank, each with a name, most incidents first. */
interface RankedList {
  readonly kind: RankFlowProps['list'];
  readonly groups: readonly {
    readonly name: string;
    readonly number?: number;
    readonly members: readonly number[];
  }[];
}

/**
 * Ranks of the problem places by the incidents of each whole year; of the 30 busiest cells where there are fewer than
 * three problem places.
 *
 * @throws OrynError figure.not-possible without dates, with fewer than two whole years, three places or 20 incidents a
 *   year
 * @throws OrynError option.invalid for fewer than 19 draws
 */
export function rankFlowFigure(
  drawn: Drawn,
  lang: Language,
  paper: Paper,
  { draws = USUAL_DRAWS }: FigureChoices,
): string {
  const { tally, places, analysed, study, inMask, report, simulated } = drawn;
  if (draws < LEAST_DRAWS)
    throw new OrynError('option.invalid', {
      option: '--draws',
      given: String(draws),
      expected: `>= ${LEAST_DRAWS}`,
    });
  const { years, byYear } = wholeYears(tally, places.count, { categories: analysed }, study);
  if (drawn.years.length === 0) throw notPossible('rank-flow', 'noTime');
  if (years.length < 2) throw notPossible('rank-flow', 'oneYear');
  const list = rankedList(drawn, byYear, lang);
  const counts = byYear.map((year) => sumsOfGroups(list.groups, year));
  const total = counts.flatMap((year) => [...year]).reduce((sum, n) => sum + n, 0);
  if (list.groups.length < LEAST_PLACES || total < LEAST_PER_YEAR * years.length)
    throw notPossible('rank-flow', 'tooFew');
  const changes = changesOf(
    drawn,
    draws,
    counts.map((year) => [...year]),
  );
  const blocks = counts.map((year) => countBlocks(year, LEVEL));
  const inStudy = (year: Uint32Array): Uint32Array => year.filter((_, i) => !inMask || inMask[i] === 1);
  const overlap = rankBiasedOverlap(inStudy(byYear[0]), inStudy(byYear[byYear.length - 1]), PERSISTENCE);
  return renderSvg(
    <RankFlow
      lang={lang}
      title={titleOfRanks(lang, changes)}
      subtitle={subtitleText(lang, report, study)}
      sourceLine={sourceOf(study)}
      list={list.kind}
      years={years}
      places={list.groups.map(({ name, number }, i) => ({
        name,
        number,
        n: counts.map((year) => year[i]),
        rank: changes.ranks.map((year) => year[i]),
        block: blocks.map((year) => year[i]),
      }))}
      chance={{ ...changes.byChance, ...changes.test }}
      level={LEVEL}
      overlap={overlap}
      simulated={simulated}
    />,
    paper,
  );
}

const changesOf = oncePerStudy((drawn, draws: number, counts: readonly number[][]) =>
  rankChanges(counts, { draws, seed: drawn.study.seed }),
);

function titleOfRanks(lang: Language, { meanChange, byChance, test }: RankChanges): string {
  const number = (value: number): string => formatNumber(lang, value, { significant: 2 });
  return text(lang, test.p <= LEVEL ? 'charts.rankMore' : 'charts.rankNoMore', {
    observed: number(meanChange),
    chance: number(byChance.mean),
  });
}

/** Chosen by all years together, never by the best one: the null of the test holds the totals. */
export function rankedList(
  { problemPlaces, names, places, inMask }: Pick<Drawn, 'problemPlaces' | 'names' | 'places' | 'inMask'>,
  byYear: readonly Uint32Array[],
  lang: Language,
): RankedList {
  const totalOf = (place: number): number => byYear.reduce((sum, year) => sum + year[place], 0);
  const totalsOf = (members: readonly number[]): number =>
    members.reduce((sum, member) => sum + totalOf(member), 0);
  if (problemPlaces.length >= LEAST_PLACES) {
    const groups = problemPlaces.map(({ rank, members }, i) => {
      const name = nameOf(lang, names[i], places, members);
      return { name, number: rank, members, total: totalsOf(members) };
    });
    return { kind: 'problem-places', groups: groups.sort((a, b) => b.total - a.total) };
  }
  const busiest = Array.from({ length: places.count }, (_, place) => ({ place, total: totalOf(place) }))
    .filter(({ place, total }) => total > 0 && (!inMask || inMask[place] === 1))
    .sort((a, b) => b.total - a.total || a.place - b.place)
    .slice(0, MOST_CELLS);
  return {
    kind: 'cells',
    groups: busiest.map(({ place }) => ({ name: middleText(lang, places, [place]), members: [place] })),
  };
}

/** Several places of a district without a street near them would all have its name alone: their middle tells them apart. */
function nameOf(
  lang: Language,
  name: PlaceName,
  places: Pick<Drawn['places'], 'lon' | 'lat'>,
  members: readonly number[],
): string {
  const words = placeNameText(lang, name) || text(lang, 'figures.problemPlace');
  return name.kind === 'none' ? `${words}, ${middleText(lang, places, members)}` : words;
}

/** What has no name is found on any map by its middle. */
function middleText(
  lang: Language,
  { lon, lat }: Pick<Drawn['places'], 'lon' | 'lat'>,
  members: readonly number[],
): string {
  const middle = (of: ArrayLike<number>): number =>
    members.reduce((sum, member) => sum + of[member], 0) / members.length;
  return [middle(lat), middle(lon)]
    .map((degrees) => `${formatNumber(lang, degrees, { decimals: 3 })}°`)
    .join(' ');
}
