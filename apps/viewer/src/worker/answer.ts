import {
  type Concentration,
  concentrationOver,
  concentrationOverOccupied,
  monthNumber,
  type TallyFilter,
} from '@oryn/core';
import type { Language } from '@oryn/language';
import {
  analysedCategories,
  type BundleThrows,
  type EvidenceSentences,
  evidenceSentences,
  expectedNullText,
  type FilteredFindings,
  filterBundle,
  halfOf,
  holdOutSentence,
  type OpenBundle,
  outlineOf,
  placeNameText,
} from '@oryn/study';
import { cellColumns } from './cells.ts';
import { outsideOf } from './context.ts';
import { type District, districtOf } from './districts.ts';
import type { Answer, PlaceFact, Question } from './types.ts';

/** The question as a filter of the tally. The whole period filters nothing: undated incidents belong to it. */
export function filterOf(bundle: OpenBundle, question: Question): TallyFilter {
  const { from, to, category, hours } = question;
  const { years } = bundle.manifest;
  const isWhole = years.length === 0 || (from <= years[0] && to >= years[years.length - 1]);
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

/** Tests are of the whole city; what is listed and added up is of the district, where one is asked for. */
export function answer(bundle: OpenBundle, question: Question): Answer {
  const filter = filterOf(bundle, question);
  const findings = filterBundle(bundle, filter);
  const district = districtOf(bundle, question);
  const { maskKind } = bundle.manifest;
  const { n, hot } = findings;
  const isInside = (cell: number): boolean => district === undefined || district.inside[cell] === 1;
  const concentration = district ? concentrationIn(bundle, n, district.inside) : findings.concentration;
  const [first] = concentration;
  const described = {
    maskKind: maskKind ?? undefined,
    places: bundle.places,
    exposure: bundle.manifest.problemPlaces.exposure,
  };
  const classCounts: Answer['classCounts'] = {};
  let hasUntested = false;
  hot.hotClass.forEach((hotClass, cell) => {
    if (!isInside(cell)) return;
    if (hotClass !== '') classCounts[hotClass] = (classCounts[hotClass] ?? 0) + 1;
    else if (n[cell] > 0) hasUntested = true;
  });
  const listed = <T extends { lon: number; lat: number }>(places: T[]): T[] =>
    district ? places.filter(({ lon, lat }) => district.index.contains(lon, lat)) : places;
  return {
    question,
    district: district && districtAnswer(district),
    years: bundle.manifest.years.filter((year) => year >= question.from && year <= question.to),
    total: n.reduce((sum, count, cell) => (isInside(cell) ? sum + count : sum), 0),
    hoursUnknown: question.hours ? unknownHours(bundle, filter, isInside) : 0,
    tested: hot.tested,
    places: listed(placesOf(bundle, findings, question, isInside)),
    concentration: concentration.map((over) => ({
      over,
      chance: throwsOn(bundle, over)?.shares.find(({ percent }) => percent === 50),
    })),
    headline: first.denominator === 'mask' && first.incidents > 0 ? halfOf(first).share : undefined,
    // It speaks of the list of the city.
    holdOut: district ? undefined : holdOutWords(findings),
    rankBy: bundle.manifest.study.rankBy,
    notConfirmed: listed(findings.problems.notConfirmed).length,
    nullWords: inLanguages((lang) => expectedNullText(lang, described)),
    classCounts,
    hasUntested,
    cells: cellColumns(findings),
  };
}

/** Concentration over the denominators of the bundle, of the cells of a district where one is given. */
export function concentrationIn(
  { places, inMask }: OpenBundle,
  n: Uint32Array,
  inside: Uint8Array | undefined,
): Concentration[] {
  const known = n.filter((_, cell) => inside?.[cell] !== 0);
  const possible = n.filter((_, cell) => inside?.[cell] !== 0 && inMask?.[cell] === 1);
  return [
    ...(inMask ? [concentrationOver(possible, 'mask')] : []),
    concentrationOver(known, places.extent),
    concentrationOverOccupied(known),
  ];
}

/** The throws of the bundle's report of as many incidents on as many places: those of a question without a filter. */
export function throwsOn({ throws }: OpenBundle, over: Concentration): BundleThrows | undefined {
  return throws.find(
    ({ denominator, places, incidents }) =>
      denominator === over.denominator && places === over.places && incidents === over.incidents,
  );
}

function districtAnswer({ names, areaKm2, bounds, polygons }: District): Answer['district'] {
  return {
    names,
    areaKm2,
    bounds,
    outline: { type: 'MultiPolygon', coordinates: polygons },
    outside: outsideOf(polygons),
  };
}

/** Incidents that pass everything but the hours, because their hour is not known. */
function unknownHours(
  { tally }: OpenBundle,
  { fromMonth, toMonth, categories }: TallyFilter,
  isInside: (cell: number) => boolean,
): number {
  let sum = 0;
  for (let i = 0; i < tally.count; i++) {
    if (tally.hour[i] >= 0 || (categories && categories[tally.category[i]] !== 1)) continue;
    if (tally.month[i] < (fromMonth ?? -Infinity) || tally.month[i] > (toMonth ?? Infinity)) continue;
    if (isInside(tally.place[i])) sum += tally.n[i];
  }
  return sum;
}

function placesOf(
  { places, manifest }: OpenBundle,
  findings: FilteredFindings,
  question: Question,
  isInside: (cell: number) => boolean,
): PlaceFact[] {
  const sumInside = (members: number[], of: ArrayLike<number>): number =>
    members.reduce((sum, cell) => (isInside(cell) ? sum + of[cell] : sum), 0);
  const years = manifest.years
    .map((year, i) => ({ year, i }))
    .filter(({ year }) => year >= question.from && year <= question.to);
  const evidenceOf = (lang: Language, order: number): EvidenceSentences => {
    const { problemPlaces, evidence, evidenceSummary } = findings;
    const sentences = evidenceSentences(lang, problemPlaces[order], evidence[order], evidenceSummary);
    // The first says how many a year are to be expected: without a date nobody knows.
    return manifest.years.length > 0 ? sentences : { ...sentences, main: sentences.main.slice(1) };
  };
  return findings.problemPlaces.map((place, order) => ({
    id: places.ids[place.members[0]],
    rank: place.rank,
    members: place.members,
    n: place.n,
    expected: place.expected,
    areaKm2: place.areaKm2,
    counted: {
      n: sumInside(place.members, findings.n),
      areaKm2: sumInside(place.members, places.areaKm2),
    },
    perYear: place.perYear,
    perYearPerKm2: place.perYearPerKm2,
    lon: place.lon,
    lat: place.lat,
    q: place.q,
    trend: findings.evidence[order].trend?.word,
    evidence: inLanguages((lang) => evidenceOf(lang, order)),
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
