import { text } from '@oryn/language';
import type { ISectionOptions, Paragraph, Table } from 'docx';
import type { ReportDocument, ReportTable } from './blocks.ts';
import { type Docx, DocxBody, LANGUAGE_TAGS } from './docx-body.ts';
import { DOCX_STYLES, type DocxStyle, FONT, PAGE_MM } from './docx-style.ts';
import { withoutClock } from './same-bytes.ts';

/** A figure as a picture, with the size it is to have on paper. */
export interface PaperFigure {
  png: Uint8Array;
  widthMm: number;
  heightMm: number;
}

/** A document for Word and LibreOffice; where data are invented, the head of every page says so. The same bytes each time. */
export async function docxDocument(
  document: ReportDocument,
  figures: ReadonlyMap<string, PaperFigure>,
): Promise<Uint8Array> {
  const docx = await import('docx');
  const { title, lang, blocks, style: name = 'report' } = document;
  const style = DOCX_STYLES[name];
  const body = new DocxBody(docx, style, lang, figures);
  // The head of an article has a title of its own, among its codes and authors.
  const top =
    name === 'kz-vak' ? [] : [new docx.Paragraph({ text: title, heading: docx.HeadingLevel.TITLE })];
  return packed(docx, style, document, [...top, ...blocks.flatMap((block) => body.write(block))]);
}

/** A single table as a document, to be copied into another. */
export async function docxTable(
  table: ReportTable,
  caption: string,
  document: Pick<ReportDocument, 'lang' | 'simulated' | 'style'>,
): Promise<Uint8Array> {
  const docx = await import('docx');
  const style = DOCX_STYLES[document.style ?? 'report'];
  const children = new DocxBody(docx, style, document.lang, new Map()).write({
    kind: 'table',
    caption,
    table,
  });
  return packed(docx, style, { ...document, title: caption }, children);
}

async function packed(
  docx: Docx,
  style: DocxStyle,
  { title, simulated, lang }: Pick<ReportDocument, 'title' | 'simulated' | 'lang'>,
  children: readonly (Paragraph | Table)[],
): Promise<Uint8Array> {
  const { AlignmentType, Document, Footer, Header, PageNumber, Packer, TextRun } = docx;
  const twips = docx.convertMillimetersToTwip;
  const { margins, headings, line } = style;
  const centred = (run: InstanceType<Docx['TextRun']>) =>
    new docx.Paragraph({ alignment: AlignmentType.CENTER, children: [run] });
  const mark = new TextRun({ text: text(lang, 'report.simulatedPage'), bold: true, size: style.small });
  const section: ISectionOptions = {
    properties: {
      page: {
        size: { width: twips(PAGE_MM.width), height: twips(PAGE_MM.height) },
        margin: {
          ...{ top: twips(margins.top), bottom: twips(margins.bottom) },
          ...{ left: twips(margins.left), right: twips(margins.right) },
        },
      },
    },
    ...(simulated && { headers: { default: new Header({ children: [centred(mark)] }) } }),
    footers: {
      default: new Footer({
        children: [centred(new TextRun({ children: [PageNumber.CURRENT], size: style.small }))],
      }),
    },
    children,
  };
  const heading = (size: number, before: number) => ({
    run: { font: FONT, size, bold: true, color: '000000' },
    paragraph: { spacing: { before, after: 120 }, keepNext: true },
  });
  const file = new Document({
    ...{ title, creator: 'Oryn', lastModifiedBy: 'Oryn' },
    styles: {
      default: {
        document: {
          run: { font: FONT, size: style.text, language: { value: LANGUAGE_TAGS[lang] } },
          paragraph: { spacing: { after: style.after, line, lineRule: 'auto' } },
        },
        title: heading(headings[0], 0),
        heading1: heading(headings[1], 320),
        heading2: heading(headings[2], 240),
      },
    },
    sections: [section],
  });
  return withoutClock(new Uint8Array(await Packer.toArrayBuffer(file)));
}
