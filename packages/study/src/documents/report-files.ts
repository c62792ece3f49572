import type { Language } from '@oryn/language';
import type { BundleFile } from '../bundle/bundle.ts';
import { figuresOf } from '../figures/figures.tsx';
import type { ReportDocument, ReportTable } from './blocks.ts';
import { docxDocument, docxTable, type PaperFigure } from './docx-document.ts';
import { htmlDocument } from './html-document.ts';
import { bibtexOf, Citations, referenceText, risOf } from './references.ts';
import { reportDocument, tableCaption } from './report-document.ts';
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
}

const utf8 = (content: string): Uint8Array => new TextEncoder().encode(content);

/** A report in a language with its tables, its literature and its statement: the same files for the same bundle. */
export async function* reportFiles(
  source: ReportSource,
  lang: Language,
  { formats, tables, picture }: ReportRequest,
): AsyncGenerator<BundleFile> {
  const figures = figuresOf(source, lang);
  const citations = new Citations();
  const document = reportDocument(source, lang, { figures: new Set(figures.keys()), citations });
  if (formats.includes('html')) {
    yield { path: `report.${lang}.html`, bytes: utf8(htmlDocument(document, figures)) };
  }
  if (formats.includes('docx')) {
    const pictures = new Map([...figures].map(([name, svg]) => [name, paperFigure(svg, picture)]));
    yield { path: `report.${lang}.docx`, bytes: await docxDocument(document, pictures) };
  }
  for (const [i, table] of reportTables(source, lang).entries()) {
    for (const format of tables) {
      const path = `tables/${table.name}.${lang}.${format}`;
      yield { path, bytes: await tableBytes(table, i + 1, format, document) };
    }
  }
  const works = citations.works();
  yield { path: 'references.bib', bytes: utf8(bibtexOf(works)) };
  yield { path: 'references.ris', bytes: utf8(risOf(works)) };
  const list = works.map((work, i) => `${i + 1}. ${referenceText(lang, work)}\n`).join('');
  yield { path: `references.${lang}.txt`, bytes: utf8(list) };
  yield { path: `data-and-methods.${lang}.txt`, bytes: utf8(dataAndMethods(source, lang)) };
}

async function tableBytes(
  table: ReportTable,
  n: number,
  format: TableFormat,
  document: Pick<ReportDocument, 'lang' | 'simulated'>,
): Promise<Uint8Array> {
  const caption = tableCaption(document.lang, n, table.title);
  switch (format) {
    case 'csv':
      return utf8(csvTable(table));
    case 'xlsx':
      return xlsxTable(table, caption, document);
    case 'docx':
      return docxTable(table, caption, document);
    case 'tex':
      return utf8(texTable(table, document));
  }
}

/** The size that an SVG of ours states. */
function paperFigure(svg: string, picture: ReportRequest['picture']): PaperFigure {
  const [, width, height] = /<svg[^>]*?\swidth="([\d.]+)mm"\s+height="([\d.]+)mm"/.exec(svg) ?? [];
  return { png: picture(svg), widthMm: Number(width), heightMm: Number(height) };
}
