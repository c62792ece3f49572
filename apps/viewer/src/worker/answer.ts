import { type HotClass, monthNumber, type TallyFilter } from '@oryn/core';
import type { Language } from '@oryn/language';
import {
  analysedCategories,
  evidenceSentences,
  expectedNullText,
  type FilteredFindings,
  filterBundle,
  halfOf,
  holdOutSentence,
  type OpenBundle,
  outlineOf,
  placeNameText,
  ringOf,
} from '@oryn/study';
import type { Feature, Polygon } from 'geojson';
import type { Answer, CellProperties, PlaceFact, Question } from './types.ts';

/** The question as a filter of the tally. The whole period filters nothing: undated incidents belong to it. */
export function filterOf(bundle: OpenBundle, question: Question): TallyFilter {
  const { from, to, category, hours } = question;
  const { years } = bundle.manifest;
  const isWhole = from <= years[0] && to >= years[years.length - 1];
  const { labels } = bundle.incidents.category;
  return {
    ...(!isWhole && { fromMonth: monthNumber(from, 1), toMonth: monthNumber(to, 12) }),
    categories:
      category === undefined
        ? analysedCategories(bundle.incidents, bundle.manifest.study.category)
        : Uint8Array.from(labels, (label) => (label === category ? 1 : 0)),
    ...(hours && {
      hours: Uint8Array.from({ length: 24 }, (_, h) => (h >= hours[0] && h < hours[1] ? 1 : 0)),
    }),
  };
}

export function answer(bundle: OpenBundle, question: Question): Answer {
  const filter = filterOf(bundle, question);
  const findings = filterBundle(bundle, filter);
  const { maskKind } = bundle.manifest;
  const [first] = findings.concentration;
  const described = {
    maskKind: maskKind ?? undefined,
    places: bundle.places,
    exposure: bundle.manifest.problemPlaces.exposure,
  };
  const classCounts: Answer['classCounts'] = {};
  for (const hotClass of findings.hot.hotClass) {
    if (hotClass !== '') classCounts[hotClass] = (classCounts[hotClass] ?? 0) + 1;
  }
  const isHot = (hotClass: HotClass | ''): boolean => hotClass.startsWith('hot');
  const hotCells = bundle.places.ids.filter((_, i) => isHot(findings.hot.hotClass[i]));
  const cells = cellsOf(bundle, findings);
  return {
    question,
    years: bundle.manifest.years.filter((year) => year >= question.from && year <= question.to),
    total: findings.total,
    hoursUnknown: question.hours ? unknownHours(bundle, filter) : 0,
    tested: findings.hot.tested,
    places: placesOf(bundle, findings, question),
    concentration: findings.concentration,
    headline: first.denominator === 'mask' && first.incidents > 0 ? halfOf(first).share : undefined,
    holdOut: holdOutWords(findings),
    rankBy: bundle.manifest.study.rankBy,
    notConfirmed: findings.problems.notConfirmed.length,
    nullWords: inLanguages((lang) => expectedNullText(lang, described)),
    classCounts,
    hasUntested: cells.some(({ properties }) => properties.hotClass === ''),
    cells: { type: 'FeatureCollection', features: cells },
    hotOutline: { type: 'MultiPolygon', coordinates: outlineOf(hotCells) },
  };
}

/** Incidents that pass everything but the hours, because their hour is not known. */
function unknownHours({ tally }: OpenBundle, { fromMonth, toMonth, categories }: TallyFilter): number {
  let sum = 0;
  for (let i = 0; i < tally.count; i++) {
    if (tally.hour[i] >= 0 || (categories && categories[tally.category[i]] !== 1)) continue;
    if (tally.month[i] < (fromMonth ?? -Infinity) || tally.month[i] > (toMonth ?? Infinity)) continue;
    sum += tally.n[i];
  }
  return sum;
}

function placesOf(
  { places, manifest }: OpenBundle,
  findings: FilteredFindings,
  question: Question,
): PlaceFact[] {
  const years = manifest.years
    .map((year, i) => ({ year, i }))
    .filter(({ year }) => year >= question.from && year <= question.to);
  return findings.problemPlaces.map((place, order) => ({
    id: places.ids[place.members[0]],
    rank: place.rank,
    members: place.members,
    n: place.n,
    expected: place.expected,
    areaKm2: place.areaKm2,
    perYear: place.perYear,
    perYearPerKm2: place.perYearPerKm2,
    lon: place.lon,
    lat: place.lat,
    q: place.q,
    trend: findings.evidence[order].trend?.word,
    evidence: inLanguages((lang) =>
      evidenceSentences(lang, place, findings.evidence[order], findings.evidenceSummary),
    ),
    name: inLanguages((lang) => placeNameText(lang, findings.names[order])),
    byYear: years.map(({ i }) => place.members.reduce((sum, member) => sum + findings.nByYear[i][member], 0)),
    outline: outlineOf(place.members.map((member) => places.ids[member])),
  }));
}

function holdOutWords({ evidenceSummary }: FilteredFindings): Answer['holdOut'] {
  if (holdOutSentence('en', evidenceSummary) === undefined) return undefined;
  return inLanguages((lang) => holdOutSentence(lang, evidenceSummary) ?? '');
}

/** The same in every language. */
export function inLanguages<T>(of: (lang: Language) => T): Record<Language, T> {
  return { kk: of('kk'), ru: of('ru'), en: of('en') };
}

/** The cells that have something to show: an incident or a significant class. */
function cellsOf(
  { places }: OpenBundle,
  { hot, n, problemPlaces }: FilteredFindings,
): Feature<Polygon, CellProperties>[] {
  const rank = new Uint16Array(places.count);
  for (const place of problemPlaces) for (const member of place.members) rank[member] = place.rank;
  const known = (value: number): number | null => (Number.isNaN(value) ? null : value);
  const cells: Feature<Polygon, CellProperties>[] = [];
  for (let i = 0; i < places.count; i++) {
    const hotClass = hot.hotClass[i];
    if (n[i] === 0 && (hotClass === '' || hotClass === 'none')) continue;
    cells.push({
      type: 'Feature',
      properties: {
        id: places.ids[i],
        n: n[i],
        z: known(hot.z[i]),
        p: known(hot.p[i]),
        q: known(hot.q[i]),
        hotClass,
        rank: rank[i],
      },
      geometry: { type: 'Polygon', coordinates: [ringOf(places.ids[i])] },
    });
  }
  return cells;
}
