import { formatInteger, formatNumber, type Language, type TextKey, text } from '@oryn/language';
import { stringify } from 'yaml';
import { reportSentences } from '../concentration/report-sentences.ts';
import { denominatorText, periodOf, sourceOf, subjectText, titleOf } from '../figures/figure-words.ts';
import { categoryName } from '../quality/words.ts';

import { problemPlacesNotes } from '../report/place-sheets-html.tsx';
import { hotDenominator } from '../report/report-html.ts';
import { warnings } from '../report/statements.ts';
import { whyTerritoryIsNotSegments } from '../world/why-territory.ts';
import type { Block, ReportDocument, ReportTable } from './blocks.ts';
import { meanArea, methodsParagraph } from './methods-paragraph.ts';
import { type Citations, referenceText } from './references.ts';
import type { ReportSource } from './report-source.ts';
import { accountTable, choicesTable, foundPlacesTable, sharesTable } from './report-tables.ts';

/** The figures of a bundle that a report shows, with the texts they are called by. */
const FIGURES: readonly (readonly [name: string, title: TextKey])[] = [
  ['lorenz', 'report.figureLorenz'],
  ['concentration-years', 'report.figureYears'],
  ['concentration-world', 'report.figureWorld'],
];

/** What a report is made with. */
export interface ReportParts {
  /** Names of the figures there are; the others are left out with their captions. */
  figures: ReadonlySet<string>;
  citations: Citations;
}

/**
 * The whole report of a bundle: question, data, method, results, verdict, limits, literature, and what repeats it. Every
 * number comes from the bundle.
 */
export function reportDocument(source: ReportSource, lang: Language, parts: ReportParts): ReportDocument {
  const write = new Writer(lang, parts);
  const { simulated, problemPlaces, report } = source;
  const { citations } = parts;
  if (simulated) write.say(text(lang, 'statements.simulated'));
  write.head('report.asked').say(text(lang, 'report.askedSentence')).list(askedItems(source, lang));
  write.head('report.data').table(accountTable(source, lang));
  write.head('report.method').say(methodsParagraph(source, lang, citations));
  write.head('report.results').head('report.problemPlaces', 2);
  write.figure('hot-places', 'report.figureHotPlaces').say(hotSentence(source, lang));
  if (problemPlaces.length > 0) write.table(foundPlacesTable(source, lang));
  else write.say(text(lang, 'statements.noHotPlaces'));
  for (const note of problemPlacesNotes(source, lang)) write.say(note);
  write.head('report.concentration', 2).figure(...FIGURES[0]);
  write.table(sharesTable(source, lang)).figure(...FIGURES[1]);
  write.head('report.verdict', 2);
  for (const sentence of reportSentences(lang, report)) write.say(sentence);
  if (parts.figures.has('concentration-world')) {
    write.figure(...FIGURES[2]).say(whyTerritoryIsNotSegments(lang).join(' '));
  }
  write.head('report.limits').list(limits(source, lang));
  write
    .head('report.references')
    .list(citations.works().map((work, i) => `${i + 1}. ${referenceText(lang, work)}`));
  write.head('report.appendix').all(appendix(source, lang, write));
  return { lang, title: titleOf(source.study, lang), simulated, blocks: write.blocks };
}

/** Puts blocks in a row and numbers tables and figures. */
class Writer {
  readonly blocks: Block[] = [];
  private tables = 0;
  private figures = 0;
  private readonly lang: Language;
  private readonly parts: ReportParts;

  constructor(lang: Language, parts: ReportParts) {
    this.lang = lang;
    this.parts = parts;
  }

  head(key: TextKey, level: 1 | 2 = 1): this {
    return this.all([{ kind: 'heading', level, text: text(this.lang, key) }]);
  }

  say(sentence: string): this {
    return this.all([{ kind: 'paragraph', text: sentence }]);
  }

  list(items: string[]): this {
    return this.all([{ kind: 'list', items }]);
  }

  table(table: ReportTable): this {
    this.tables++;
    return this.all([{ kind: 'table', caption: tableCaption(this.lang, this.tables, table.title), table }]);
  }

  figure(name: string, title: TextKey): this {
    if (!this.parts.figures.has(name)) return this;
    this.figures++;
    const caption = text(this.lang, 'figures.numbered', {
      n: String(this.figures),
      title: text(this.lang, title),
    });
    return this.all([{ kind: 'figure', caption, name }]);
  }

  all(blocks: readonly Block[]): this {
    this.blocks.push(...blocks);
    return this;
  }
}

/** As journals of the language number a table: "Таблица 1 – …", "1-кесте – …". */
export function tableCaption(lang: Language, n: number, title: string): string {
  return text(lang, 'report.captionTable', { n: String(n), title });
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
function appendix(source: ReportSource, lang: Language, write: Writer): Block[] {
  const { manifest } = source;
  const heading = (key: TextKey): Block => ({ kind: 'heading', level: 2, text: text(lang, key) });
  const version = text(lang, 'report.appendixVersion', {
    version: manifest.version,
    seed: String(manifest.seeds.study),
    crs: manifest.crs,
  });
  write.say(version).all([heading('report.appendixStudy')]);
  write.all([{ kind: 'code', text: stringify(manifest.study).trimEnd() }, heading('report.appendixInputs')]);
  write.all([{ kind: 'code', text: inputLines(source) }, heading('report.appendixCommand')]);
  const commands = `oryn study study.yaml --out bundle\noryn report bundle --lang ${lang}`;
  return [
    { kind: 'code', text: commands },
    heading('report.tableChoices'),
    { kind: 'list', items: choicesTable(source, lang).rows.map(choiceLine) },
  ];
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
