import { formatInteger, formatPercent, type Language, text } from '@oryn/language';
import { missingYears, spanText } from '../concentration/period-text.ts';
import { verdictFacts } from '../concentration/report-verdict.ts';
import { concentrationVerdict } from '../world/concentration-verdict.ts';
import { contextSentences } from '../world/context-words.ts';
import { changeParagraphs } from './change-text.ts';
import { haveSameArea } from './check-comparable.ts';
import type { Comparison } from './compare-cities.ts';
import { periodOf } from './compared-rows.ts';
import { listOf, quantity } from './comparison-words.ts';
import { differenceSentences, equalSentences } from './equal-text.ts';
import { samePlacesSentences, sensitivitySentences } from './places-text.ts';

/**
 * What a comparison found, as Markdown: paragraphs for the results section of an article, every number from the same
 * values as the tables.
 */
export function resultsText(lang: Language, comparison: Comparison): string {
  const cities = listOf(comparison.cities.map(({ name }) => name[lang]));
  const sections: [Heading, string[]][] = [
    ['measured', measuredParagraphs(lang, comparison)],
    ['cities', cityParagraphs(lang, comparison)],
    ['equal', [equalSentences(lang, comparison), ...differenceSentences(lang, comparison)]],
    ['change', changeParagraphs(lang, comparison)],
    ['places', samePlacesSentences(lang, comparison)],
    ['sensitivity', sensitivitySentences(lang, comparison)],
    ['rates', rateSentences(lang, comparison)],
    ['context', contextParagraphs(lang, comparison)],
    ['limits', limitSentences(lang)],
  ];
  const title = text(lang, comparison.cities.length === 1 ? 'compare.titleOne' : 'compare.title', { cities });
  const body = sections
    .filter(([, paragraphs]) => paragraphs.length > 0)
    .map(([name, paragraphs]) => [`## ${text(lang, `compare.heading.${name}`)}`, ...paragraphs].join('\n\n'));
  return `${[`# ${title}`, ...body].join('\n\n')}\n`;
}

type Heading =
  | 'measured'
  | 'cities'
  | 'equal'
  | 'change'
  | 'places'
  | 'sensitivity'
  | 'rates'
  | 'context'
  | 'limits';

function measuredParagraphs(lang: Language, comparison: Comparison): string[] {
  const { cities, reports, subject } = comparison;
  const { resolution } = cities[0].bundle.manifest.study;
  const hasMask = cities[0].bundle.inMask !== undefined;
  const paragraphs = [
    [
      text(lang, 'compare.unit', {
        resolution: String(resolution),
        denominator: denominatorText(lang, comparison),
      }),
      ...(hasMask ? [] : [text(lang, 'compare.noMask')]),
      ...(subject === 'road-accidents' ? [text(lang, 'compare.notCrime')] : []),
    ].join(' '),
  ];
  cities.forEach((city, i) => {
    const { over } = reports[i].denominators[0];
    const name = city.name[lang];
    const sentences = [
      text(lang, 'compare.cityUnit', {
        city: name,
        places: formatInteger(lang, over.places),
        area: quantity(lang, city.unit.medianAreaKm2),
        boundary: quantity(lang, city.areaKm2),
        n: formatInteger(lang, over.incidents),
        years: spanText(periodOf(city).years),
      }),
      ...gapsOf(lang, city),
    ];
    paragraphs.push(sentences.join(' '));
  });
  return [...paragraphs, ...unitAreaSentences(lang, comparison)];
}

/** Categories of a table of crimes that are no crime by their own words. */
const ROAD_ACCIDENT = /collision|\bcrash|road accident|traffic accident|дтп|жко|жол-көлік/i;

function gapsOf(
  lang: Language,
  { name, years, undated, offences, bundle }: Comparison['cities'][number],
): string[] {
  const city = name[lang];
  const sentences: string[] = [];
  if (years.length === 0) sentences.push(text(lang, 'compare.noDates', { city }));
  for (const { year, isWhole, months } of years) {
    if (!isWhole)
      sentences.push(text(lang, 'compare.partYear', { city, year: String(year), months: String(months) }));
  }
  const missing = missingYears(years.map(({ year }) => year));
  if (missing.length > 0)
    sentences.push(text(lang, 'compare.missingYears', { city, years: missing.join(', ') }));
  if (undated > 0 && years.length > 0)
    sentences.push(text(lang, 'compare.undated', { city, n: formatInteger(lang, undated) }));
  if (offences.length === 1 && offences[0].label === '')
    sentences.push(text(lang, 'compare.offencesUnknown', { city }));
  const accidents = offences.filter(({ label }) => ROAD_ACCIDENT.test(label));
  if (accidents.length > 0 && bundle.manifest.subject !== 'road-accidents') {
    const names = accidents.map(({ label }) => `“${label}”`);
    sentences.push(text(lang, 'compare.accidentsInside', { city, offences: listOf(names) }));
  }
  return sentences;
}

/** Differences of area that nobody would see. */
const TELLING_AREA = 1.01;

function unitAreaSentences(lang: Language, { cities }: Comparison): string[] {
  const sentences: string[] = [];
  cities.forEach((a, i) => {
    for (const b of cities.slice(i + 1)) {
      const [small, large] = a.unit.medianAreaKm2 <= b.unit.medianAreaKm2 ? [a, b] : [b, a];
      const ratio = large.unit.medianAreaKm2 / small.unit.medianAreaKm2;
      if (ratio < TELLING_AREA) continue;
      sentences.push(
        text(lang, 'compare.unitAreas', {
          large: large.name[lang],
          small: small.name[lang],
          percent: formatPercent(lang, ratio - 1, 2),
          isFar: haveSameArea(a, b) ? 'no' : 'yes',
        }),
      );
    }
  });
  return sentences;
}

/** The verdict on each city over its compared years, in the words of every other command. */
function cityParagraphs(lang: Language, { cities, reports }: Comparison): string[] {
  return cities.map((city, i) => {
    const report = { ...reports[i], city: city.name[lang] };
    return concentrationVerdict(lang, verdictFacts(report)).join(' ');
  });
}

export function denominatorText(lang: Language, { cities, reports }: Comparison): string {
  const { maskKind } = cities[0].bundle.manifest;
  const { denominator } = reports[0].denominators[0].over;
  return text(lang, 'compare.denominator', {
    name: denominator === 'mask' ? (maskKind ?? 'mask') : denominator,
  });
}

function rateSentences(lang: Language, { cities, rows }: Comparison): string[] {
  return cities.flatMap((city, position) => {
    const own = rows.filter((row) => row.city === position && row.offence === undefined);
    const whole = own.filter(({ year, isWhole }) => year === undefined && isWhole);
    const [area, mask] = (['area', 'mask'] as const).map((name) =>
      whole.find(({ over }) => over.denominator === name),
    );
    const name = city.name[lang];
    const sentences: string[] = [];
    if (area) {
      sentences.push(
        text(lang, 'compare.perKm2', {
          city: name,
          years: spanText(area.years),
          rate: quantity(lang, area.perKm2),
          hasMask: mask ? 'yes' : 'no',
          maskRate: quantity(lang, mask?.perMaskKm2 ?? Number.NaN),
        }),
      );
    }
    const years = own.filter(({ year, isWhole, over }) => year && isWhole && over.denominator === 'area');
    for (const { year, population, per100000 } of years) {
      if (!population) continue;
      sentences.push(
        text(lang, 'compare.per100000', {
          city: name,
          year: String(year),
          rate: quantity(lang, per100000),
          population: formatInteger(lang, population.value),
          date: population.date,
        }),
      );
    }
    const without = years.filter(({ population }) => !population).map(({ year }) => year!);
    if (without.length > 0)
      sentences.push(text(lang, 'compare.noPopulation', { city: name, years: without.join(', ') }));
    return sentences.length > 0 ? [sentences.join(' ')] : [];
  });
}

function contextParagraphs(lang: Language, { cities, context, subject }: Comparison): string[] {
  if (subject === 'road-accidents') return [];
  const abroad = cities
    .filter(({ catalogueId }) => catalogueId === undefined)
    .map(({ name }) => text(lang, 'compare.noContext', { city: name[lang] }));
  const known = context.rows.length > 0 ? [contextSentences(lang, context).join(' ')] : [];
  return [...known, ...(abroad.length > 0 ? [abroad.join(' ')] : [])];
}

function limitSentences(lang: Language): string[] {
  return [
    [
      text(lang, 'compare.limit.registered'),
      text(lang, 'compare.limit.rank'),
      text(lang, 'compare.limit.cause'),
    ].join(' '),
  ];
}
