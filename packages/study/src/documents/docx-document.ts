import { text } from '@oryn/language';
import type { ISectionOptions, Paragraph, Table } from 'docx';
import type { Block, ReportDocument, ReportTable } from './blocks.ts';
import { cellText } from './blocks.ts';
import { isNumberColumn } from './html-document.ts';
import { withoutClock } from './same-bytes.ts';

/** A figure as a picture, with the size it is to have on paper. */
export interface PaperFigure {
  png: Uint8Array;
  widthMm: number;
  heightMm: number;
}

/** A4 with margins as reports have them, mm. */
const MARGIN_MM = { top: 20, bottom: 20, left: 25, right: 15 };
const TEXT_WIDTH_MM = 210 - MARGIN_MM.left - MARGIN_MM.right;
const TEXT_HEIGHT_MM = 297 - MARGIN_MM.top - MARGIN_MM.bottom;

/** Room for a caption under a figure of the height of a page. */
const CAPTION_MM = 20;
const PIXELS_PER_MM = 96 / 25.4;
const FONT = 'Times New Roman';

/** Half-points, as Word counts sizes of letters. */
const SIZES = { text: 24, small: 20, table: 18, code: 18 };

type Docx = typeof import('docx');

/** A document for Word and LibreOffice; where data are invented, the head of every page says so. The same bytes each time. */
export async function docxDocument(
  document: ReportDocument,
  figures: ReadonlyMap<string, PaperFigure>,
): Promise<Uint8Array> {
  const docx = await import('docx');
  const { title, blocks } = document;
  const body = new Body(docx, figures);
  const top = new docx.Paragraph({ text: title, heading: docx.HeadingLevel.TITLE });
  return packed(docx, document, [top, ...blocks.flatMap((block) => body.write(block))]);
}

/** A single table as a document, to be copied into another. */
export async function docxTable(
  table: ReportTable,
  caption: string,
  document: Pick<ReportDocument, 'lang' | 'simulated'>,
): Promise<Uint8Array> {
  const docx = await import('docx');
  const children = new Body(docx, new Map()).write({ kind: 'table', caption, table });
  return packed(docx, { ...document, title: caption }, children);
}

async function packed(
  docx: Docx,
  { title, simulated, lang }: Pick<ReportDocument, 'title' | 'simulated' | 'lang'>,
  children: readonly (Paragraph | Table)[],
): Promise<Uint8Array> {
  const { AlignmentType, Document, Footer, Header, PageNumber, Packer, TextRun } = docx;
  const twips = docx.convertMillimetersToTwip;
  const centred = (run: InstanceType<Docx['TextRun']>) =>
    new docx.Paragraph({ alignment: AlignmentType.CENTER, children: [run] });
  const mark = new TextRun({ text: text(lang, 'report.simulatedPage'), bold: true, size: SIZES.small });
  const section: ISectionOptions = {
    properties: {
      page: {
        size: { width: twips(210), height: twips(297) },
        margin: {
          ...{ top: twips(MARGIN_MM.top), bottom: twips(MARGIN_MM.bottom) },
          ...{ left: twips(MARGIN_MM.left), right: twips(MARGIN_MM.right) },
        },
      },
    },
    ...(simulated && { headers: { default: new Header({ children: [centred(mark)] }) } }),
    footers: {
      default: new Footer({
        children: [centred(new TextRun({ children: [PageNumber.CURRENT], size: SIZES.small }))],
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
          run: { font: FONT, size: SIZES.text, language: { value: LANGUAGE_TAGS[lang] } },
          paragraph: { spacing: { after: 120, line: 276, lineRule: 'auto' } },
        },
        title: heading(32, 0),
        heading1: heading(28, 320),
        heading2: heading(24, 240),
      },
    },
    sections: [section],
  });
  return withoutClock(new Uint8Array(await Packer.toArrayBuffer(file)));
}

/** By which Word checks spelling. */
const LANGUAGE_TAGS = { kk: 'kk-KZ', ru: 'ru-RU', en: 'en-GB' } as const;

/** Blocks as paragraphs and tables; pictures are numbered within one document. */
class Body {
  private pictures = 0;
  private readonly docx: Docx;
  private readonly figures: ReadonlyMap<string, PaperFigure>;

  constructor(docx: Docx, figures: ReadonlyMap<string, PaperFigure>) {
    this.docx = docx;
    this.figures = figures;
  }

  write(block: Block): (Paragraph | Table)[] {
    const { Paragraph, TextRun, HeadingLevel } = this.docx;
    switch (block.kind) {
      case 'heading':
        return [
          new Paragraph({
            text: block.text,
            heading: block.level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
          }),
        ];
      case 'paragraph':
        return [new Paragraph({ text: block.text })];
      case 'list':
        return block.items.map((text) => new Paragraph({ text, spacing: { after: 60 } }));
      case 'code':
        return block.text.split('\n').map(
          (text, i, lines) =>
            new Paragraph({
              children: [new TextRun({ text, font: 'Courier New', size: SIZES.code })],
              spacing: { after: i === lines.length - 1 ? 120 : 0, line: 240, lineRule: 'auto' },
            }),
        );
      case 'table':
        return this.table(block.caption, block.table);
      case 'figure':
        return this.figure(block.name, block.caption);
    }
  }

  private figure(name: string, caption: string): Paragraph[] {
    const { AlignmentType, ImageRun, Paragraph } = this.docx;
    const picture = this.figures.get(name);
    if (!picture) return [];
    const { png, widthMm, heightMm } = picture;
    const scale = Math.min(1, TEXT_WIDTH_MM / widthMm, (TEXT_HEIGHT_MM - CAPTION_MM) / heightMm);
    const pixels = (mm: number): number => Math.round(mm * scale * PIXELS_PER_MM);
    const id = String(++this.pictures);
    const image = new ImageRun({
      type: 'png',
      data: png,
      transformation: { width: pixels(widthMm), height: pixels(heightMm) },
      altText: { id, name, title: caption, description: caption },
    });
    return [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        spacing: { before: 120, after: 60, line: 240, lineRule: 'auto' },
        children: [image],
        keepNext: true,
      }),
      new Paragraph({ alignment: AlignmentType.CENTER, text: caption, spacing: { after: 200 } }),
    ];
  }

  private table(caption: string, { head, rows, notes }: ReportTable): (Paragraph | Table)[] {
    const { BorderStyle, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } = this.docx;
    const total = this.docx.convertMillimetersToTwip(TEXT_WIDTH_MM);
    const widths = columnWidths({ head, rows }, TEXT_WIDTH_MM, this.docx.convertMillimetersToTwip);
    const cell = (content: string, column: number, bold: boolean) =>
      new TableCell({
        width: { size: widths[column], type: WidthType.DXA },
        margins: { left: 60, right: 60, top: 30, bottom: 30 },
        children: [
          new Paragraph({
            alignment: isNumberColumn(rows, column) ? 'right' : 'left',
            spacing: { after: 0, line: 240, lineRule: 'auto' },
            children: [new TextRun({ text: content, bold, size: SIZES.table })],
          }),
        ],
      });
    const line = { style: BorderStyle.SINGLE, size: 6, color: '000000' };
    const hair = { style: BorderStyle.SINGLE, size: 2, color: 'A0A0A0' };
    const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
    const whole = new Table({
      width: { size: total, type: WidthType.DXA },
      columnWidths: widths,
      layout: 'fixed',
      borders: {
        ...{ top: line, bottom: line, left: none, right: none },
        ...{ insideHorizontal: hair, insideVertical: none },
      },
      rows: [
        new TableRow({
          tableHeader: true,
          cantSplit: true,
          children: head.map((one, i) => cell(one, i, true)),
        }),
        ...rows.map(
          (row) =>
            new TableRow({ cantSplit: true, children: row.map((one, i) => cell(cellText(one), i, false)) }),
        ),
      ],
    });
    return [
      new Paragraph({ text: caption, keepNext: true, spacing: { before: 160, after: 80 } }),
      whole,
      ...notes.map(
        (note) =>
          new Paragraph({
            spacing: { before: 60, after: 120, line: 240, lineRule: 'auto' },
            children: [new TextRun({ text: note, size: SIZES.small })],
          }),
      ),
    ];
  }
}

/** Width of a letter of a table and of the margins of a cell, mm: Times of nine points, bold in the head. */
const LETTER_MM = 2.1;
const CELL_MARGINS_MM = 2.4;

/** Widths of the columns in twips: a column of numbers as wide as it needs, texts share what is left. */
function columnWidths(
  { head, rows }: Pick<ReportTable, 'head' | 'rows'>,
  totalMm: number,
  twips: (mm: number) => number,
): number[] {
  const wordLength = (content: string): number => Math.max(...content.split(/ /).map((word) => word.length));
  const needed = head.map((title, i) =>
    Math.max(wordLength(title), ...rows.map((row) => wordLength(cellText(row[i])))),
  );
  const whole = rows.map((row) => row.map((cell) => cellText(cell).length));
  const extra = head.map((_, i) => Math.max(0, Math.max(0, ...whole.map((row) => row[i])) - needed[i]));
  const least = needed.map((letters) => Math.min(letters, LONGEST_WORD) * LETTER_MM + CELL_MARGINS_MM);
  const left = totalMm - least.reduce((a, b) => a + b, 0);
  const wish = extra.reduce((a, b) => a + b, 0);
  const widths = least.map((mm, i) => (wish > 0 ? mm + Math.max(0, left) * (extra[i] / wish) : mm));
  const scale = left > 0 && wish > 0 ? 1 : totalMm / widths.reduce((a, b) => a + b, 0);
  return widths.map((mm) => Math.floor(twips(mm * scale)));
}

/** Letters; a longer word, such as a list of columns, is broken. */
const LONGEST_WORD = 16;
