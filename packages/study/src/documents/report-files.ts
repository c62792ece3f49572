import { paperStyles, svgRoot } from '@oryn/figures';
import { type Language, languages, text } from '@oryn/language';
import type { BundleFile } from '../bundle/bundle.ts';
import { figuresOf } from '../figures/figures.tsx';
import type { Article } from './article.ts';
import { articleDocument } from './article-document.ts';
import type { ReportDocument, ReportTable } from './blocks.ts';
import { docxDocument, docxTable, type PaperFigure } from './docx-document.ts';
import { htmlDocument } from './html-document.ts';
import { sheetFigures } from './place-sheets.tsx';
import { bibtexOf, Citations, referenceText, risOf } from './references.ts';
import { reportDocument } from './report-document.ts';
import type { ReportSource } from './report-source.ts';
import { reportTables } from './report-tables.ts';
import { dataAndMethods } from './statement.ts';
import { csvTable, texTable, xlsxTable } from './table-files.ts';

export const REPORT_FORMATS = ['docx', 'html'] as const;
export const TABLE_FORMATS = ['csv', 'xlsx', 'docx', 'tex'] as const;
type ReportFormat = (typeof REPORT_FORMATS)[number];
type TableFormat = (typeof TABLE_FORMATS)[number];

export interface ReportRequest {
  formats: readonly ReportFormat[];
  /** Tables as files of their own; none where empty. */
  tables: readonly TableFormat[];
  /** An SVG of ours as a picture for a document. */
  picture: (svg: string) => Uint8Array;
  /** Given, the document is the manuscript of an article for journals of Kazakhstan in place of the report. */
  article?: Article | undefined;
}

/** The curve is as high as it is wide: over the whole width it would fill a page of a manuscript. */
const LORENZ_MM = 110;

const utf8 = (content: string): Uint8Array => new TextEncoder().encode(content);

/** A report in a language with its tables, its literature and its statement: the same files for the same bundle. */
export async function* reportFiles(
  source: ReportSource,
  lang: Language,
  { formats, tables, picture, article }: ReportRequest,
): AsyncGenerator<BundleFile> {
  const citations = new Citations();
  const figures = article ? articleFigures(source, lang) : withTimes(source, lang, figuresOf(source, lang));
  const parts = { figures: new Set(figures.keys()), citations };
  const document = article
    ? articleDocument(source, lang, article, { ...parts, titles: titlesOf(figures) })
    : reportDocument(source, lang, parts);
  const name = article ? 'article' : 'report';
  if (formats.includes('html')) {
    yield { path: `${name}.${lang}.html`, bytes: utf8(htmlDocument(document, figures)) };
  }
  if (formats.includes('docx')) {
    const pictures = new Map([...figures].map(([name, svg]) => [name, paperFigure(svg, picture)]));
    yield { path: `${name}.${lang}.docx`, bytes: await docxDocument(document, pictures) };
  }
  for (const table of reportTables(source, lang)) {
    for (const format of tables) {
      const path = `tables/${table.name}.${lang}.${format}`;
      yield { path, bytes: await tableBytes(table, format, document) };
    }
  }
  const works = citations.works();
  // One file of each for all languages, so its mark is in all of them.
  const mark = source.simulated ? languages.map((one) => text(one, 'report.simulatedPage')).join(' / ') : '';
  yield { path: 'references.bib', bytes: utf8(`${mark && `% ${mark}\n`}${bibtexOf(works)}`) };
  yield { path: 'references.ris', bytes: utf8(withNote(risOf(works), mark)) };
  const list = works.map((work, i) => `${i + 1}. ${referenceText(lang, work)}\n`).join('');
  yield { path: `references.${lang}.txt`, bytes: utf8(list) };
  yield { path: `data-and-methods.${lang}.txt`, bytes: utf8(dataAndMethods(source, lang)) };
}

/**
 * The report as the one file that a bundle holds.
 *
 * @param drawn the figures of the bundle in this language
 */
export function reportHtml(source: ReportSource, lang: Language, drawn: ReadonlyMap<string, string>): string {
  const figures = withTimes(source, lang, drawn);
  const parts = { figures: new Set(figures.keys()), citations: new Citations() };
  return htmlDocument(reportDocument(source, lang, parts), figures);
}

/** RIS has no comments: every record gets the mark as a note. */
function withNote(ris: string, mark: string): string {
  return mark === '' ? ris : ris.replaceAll(/^ER {2}- /gm, `N1  - ${mark}\r\nER  - `);
}

/** The figures of a bundle, and when incidents happen: in the city, and in the first problem places. */
function withTimes(
  source: ReportSource,
  lang: Language,
  drawn: ReadonlyMap<string, string>,
): Map<string, string> {
  const times = figuresOf(source, lang, {}, { figures: ['months', 'week'] });
  return new Map<string, string>([...drawn, ...times, ...sheetFigures(source, lang)]);
}

/** In the letters of the manuscript; their titles are its captions. */
function articleFigures(source: ReportSource, lang: Language): ReadonlyMap<string, string> {
  const paper = { ...paperStyles['kz-vak'], number: undefined, isTitleOutside: true };
  const figures = figuresOf(source, lang, paper);
  const lorenz = figuresOf(source, lang, { ...paper, widthMm: LORENZ_MM }, { figures: ['lorenz'] });
  return new Map([...figures, ...lorenz]);
}

function titlesOf(figures: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return new Map([...figures].map(([name, svg]) => [name, svgRoot(svg).title]));
}

/** With its number in the document; one that does not stand there has none. */
function captionOf({ name, title }: ReportTable, { blocks }: ReportDocument): string {
  const there = blocks.find((block) => block.kind === 'table' && block.table.name === name);
  return there?.kind === 'table' ? there.caption : title;
}

async function tableBytes(
  table: ReportTable,
  format: TableFormat,
  document: ReportDocument,
): Promise<Uint8Array> {
  const caption = captionOf(table, document);
  switch (format) {
    case 'csv':
      return utf8(csvTable(table, document.simulated));
    case 'xlsx':
      return xlsxTable(table, caption, document);
    case 'docx':
      return docxTable(table, caption, document);
    case 'tex':
      return utf8(texTable(table, document));
  }
}

/** The size that an SVG of ours states. */
export function paperFigure(svg: string, picture: ReportRequest['picture']): PaperFigure {
  const [, width, height] = /<svg[^>]*?\swidth="([\d.]+)mm"\s+height="([\d.]+)mm"/.exec(svg) ?? [];
  return { png: picture(svg), widthMm: Number(width), heightMm: Number(height) };
}
