import type { Reference } from '@oryn/datasets';
import { formatInteger, formatNumber, type Language, type TextKey, text } from '@oryn/language';
import { stringify } from 'yaml';
import { reportSentences } from '../concentration/report-sentences.ts';
import { denominatorText, periodOf, sourceOf, subjectText, titleOf } from '../figures/figure-words.ts';
import { categoryName } from '../quality/words.ts';
import { hotDenominator, warnings } from '../report/statements.ts';
import { whyTerritoryIsNotSegments } from '../world/why-territory.ts';
import { resultSentences } from './abstract.ts';
import type { ReportDocument, ReportTable } from './blocks.ts';
import { meanArea, methodsParagraph } from './methods-paragraph.ts';
import { placeSheetBlocks, problemPlacesNotes } from './place-sheets.tsx';
import { qualityItems, qualityVerdictNote } from './quality-items.ts';
import { type Citations, referenceText } from './references.ts';
import type { ReportSource } from './report-source.ts';
import { accountTable, choicesTable, foundPlacesTable, sharesTable } from './report-tables.ts';
import { type ReportParts, Writer } from './writer.ts';

/** Of so many problem places a report lists all; more are in the table of the bundle. */
const SHOWN_PLACES = 50;

/**
 * The whole report of a bundle: question, data and their quality, method, results, verdict, limits, literature, and what
 * repeats it. Every number comes from the bundle.
 */
export function reportDocument(source: ReportSource, lang: Language, parts: ReportParts): ReportDocument {
  const write = new Writer(lang, parts);
  const { simulated } = source;
  if (simulated) write.say(text(lang, 'statements.simulated'));
  write.head('report.summary').say(...summary(source, lang));
  write.head('report.asked').say(text(lang, 'report.askedSentence')).list(askedItems(source, lang));
  write.head('report.data').announce([], 1).table(accountTable(source, lang));
  write.head('report.quality').list(qualityItems(source, lang)).say(qualityVerdictNote(source, lang));
  write.head('report.method').say(methodsParagraph(source, lang, parts.citations));
  write.head('report.results').head('report.problemPlaces', 2);
  writePlaces(write, source, lang);
  write.head('report.concentration', 2);
  writeConcentration(write, source, lang);
  writeTimes(write, parts);
  write.head('report.verdict', 2);
  writeVerdict(write, source, lang, parts);
  write.head('report.limits').list(limits(source, lang));
  if (source.problemPlaces.length > 0)
    write.head('report.sheets').put(...placeSheetBlocks(source, lang, parts.figures));
  write.head('report.references').list(numbered(parts.citations, (work) => referenceText(lang, work)));
  write.head('report.appendix');
  writeAppendix(write, source, lang);
  return { lang, title: titleOf(source.study, lang), simulated, blocks: write.blocks };
}

/** What was found and what a reader must know before using it, in a few sentences. */
function summary(source: ReportSource, lang: Language): string[] {
  return [resultSentences(source, lang).join(' '), ...warnings(lang, source)];
}

/** The map of hot places, the list of problem places, and how both are to be read. */
export function writePlaces(write: Writer, source: ReportSource, lang: Language): void {
  const isListed = source.problemPlaces.length > 0;
  write.announce(['hot-places'], isListed ? 1 : 0);
  write.figure('hot-places', 'report.figureHotPlaces').say(hotSentence(source, lang));
  if (isListed) write.table(foundPlacesTable(source, lang, SHOWN_PLACES));
  else write.say(text(lang, 'statements.noHotPlaces'));
  write.say(...problemPlacesNotes(source, lang));
}

export function writeConcentration(write: Writer, source: ReportSource, lang: Language): void {
  write.announce(['lorenz', 'concentration-years'], 1);
  write.figure('lorenz', 'report.figureLorenz').table(sharesTable(source, lang));
  write.figure('concentration-years', 'report.figureYears');
}

/** Months, weekdays and hours; nothing of files whose rows have no date. */
function writeTimes(write: Writer, { figures }: ReportParts): void {
  const times = [
    ['months', 'report.figureMonths'],
    ['week', 'report.figureWeek'],
  ] as const;
  const there = times.filter(([name]) => figures.has(name));
  if (there.length === 0) return;
  write.head('report.when', 2).announce(there.map(([name]) => name));
  for (const [name, title] of there) write.figure(name, title);
}

/** The verdict in sentences, and published results where they may stand beside it. */
export function writeVerdict(write: Writer, source: ReportSource, lang: Language, parts: ReportParts): void {
  write.say(...reportSentences(lang, source.report)).announce(['concentration-world']);
  write.figure('concentration-world', 'report.figureWorld');
  if (parts.figures.has('concentration-world')) write.say(whyTerritoryIsNotSegments(lang).join(' '));
}

/** The works cited so far, one a line, with their numbers. */
export function numbered(citations: Citations, written: (work: Reference) => string): string[] {
  return citations.works().map((work, i) => `${i + 1}. ${written(work)}`);
}

/** What was asked of which data. */
export function askedItems(source: ReportSource, lang: Language): string[] {
  const { study, subject, places, hot, manifest } = source;
  const cells = text(lang, 'report.cells', {
    resolution: String(places.resolution),
    area: formatNumber(lang, meanArea(source)),
    n: formatInteger(lang, places.count),
    tested: formatInteger(lang, hot.tested),
  });
  const offences = study.category?.map((label) => categoryName(lang, label)).join(', ');
  const items: [TextKey, string | undefined][] = [
    ['report.labelPurpose', study.purpose],
    ['report.labelPeriod', periodOf(source, lang)],
    ['report.labelCounted', subjectText(subject, lang)],
    ['report.labelOffences', offences ?? text(lang, 'report.labelAllOffences')],
    ['report.labelPlaces', `${cells} (${denominatorText(source, lang)})`],
    ['report.labelFiles', sourceOf(manifest.study)],
  ];
  return items.filter(([, value]) => value).map(([key, value]) => `${text(lang, key)}: ${value}`);
}

function hotSentence(source: ReportSource, lang: Language): string {
  const means = text(lang, 'statements.hotPlace', {
    denominator: hotDenominator(source),
    q: formatNumber(lang, 0.05),
    statistic: source.hot.statistic,
  });
  return `${means} ${text(lang, 'statements.qMeaning')}`;
}

/** What the results do not say. */
export function limits(source: ReportSource, lang: Language): string[] {
  return [
    ...warnings(lang, source),
    ...(source.simulated ? [] : [text(lang, 'statements.registeredOnly')]),
    text(lang, 'report.limitCause'),
    text(lang, 'report.limitCoordinates'),
    text(lang, 'report.limitChosen'),
  ];
}

/** Everything it takes to make the same numbers again. */
function writeAppendix(write: Writer, source: ReportSource, lang: Language): void {
  const { manifest } = source;
  const version = text(lang, 'report.appendixVersion', {
    version: manifest.version,
    seed: String(manifest.seeds.study),
    crs: manifest.crs,
  });
  write.say(version).head('report.appendixStudy', 2).code(stringify(manifest.study).trimEnd());
  write.head('report.appendixInputs', 2).code(inputLines(source));
  const commands = `oryn study study.yaml --out bundle\noryn report bundle --lang ${lang}`;
  write.head('report.appendixCommand', 2).code(commands);
  write.head('report.tableChoices', 2).list(choicesTable(source, lang).rows.map(choiceLine));
}

/** File, size in bytes and hash, a line each. */
export function inputLines({ manifest }: Pick<ReportSource, 'manifest'>): string {
  return manifest.inputs
    .map(({ path, bytes, sha256 }) => `${path}  ${bytes}\n  SHA-256 ${sha256}`)
    .join('\n');
}

function choiceLine([name, value, reason]: ReportTable['rows'][number]): string {
  return `${name}: ${value}. ${reason}`;
}
