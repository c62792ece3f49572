import type { Language } from '@oryn/language';
import type { IParagraphOptions, IRunOptions, Paragraph, Table } from 'docx';
import { type Block, cellText, type HeadRole, isNumbered, type ReportTable } from './blocks.ts';
import type { PaperFigure } from './docx-document.ts';
import { type DocxStyle, textHeightMm, textWidthMm } from './docx-style.ts';
import { isSetRight } from './html-document.ts';
import { columnWidths } from './table-widths.ts';

export type Docx = typeof import('docx');

/** By which Word checks spelling. */
export const LANGUAGE_TAGS = { kk: 'kk-KZ', ru: 'ru-RU', en: 'en-GB' } as const;

/** Room for a caption under a figure of the height of a page. */
const CAPTION_MM = 25;
const PIXELS_PER_MM = 96 / 25.4;

/** A table of no more rows stays on one page. */
const MOST_ROWS_TOGETHER = 16;

interface CellStyle {
  isRight: boolean;
  isHead: boolean;
  keepNext: boolean;
}

/** Blocks as paragraphs and tables; pictures are numbered within one document. */
export class DocxBody {
  private pictures = 0;
  private readonly docx: Docx;
  private readonly style: DocxStyle;
  private readonly lang: Language;
  private readonly figures: ReadonlyMap<string, PaperFigure>;

  constructor(docx: Docx, style: DocxStyle, lang: Language, figures: ReadonlyMap<string, PaperFigure>) {
    this.docx = docx;
    this.style = style;
    this.lang = lang;
    this.figures = figures;
  }

  write(block: Block): (Paragraph | Table)[] {
    const { HeadingLevel, Paragraph } = this.docx;
    switch (block.kind) {
      case 'heading': {
        const heading = block.level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2;
        return [new Paragraph({ text: block.text, heading })];
      }
      case 'paragraph': {
        const label = block.label === undefined ? [] : [this.run(`${block.label}. `, block, { bold: true })];
        return [this.prose([...label, this.run(block.text, block)])];
      }
      case 'list':
        return block.items.map((item) => this.item(item));
      case 'code':
        return this.code(block.text);
      case 'table':
        return this.table(block.caption, block.table);
      case 'figure':
        return this.figure(block.name, block.caption);
      case 'head':
        return [this.headLine(block.role, block.text, block)];
    }
  }

  /** A run says its language where it is not that of the document. */
  private run(words: string, { lang }: { lang?: Language } = {}, more: IRunOptions = {}) {
    const isOther = lang !== undefined && lang !== this.lang;
    return new this.docx.TextRun({
      text: words,
      ...(isOther && { language: { value: LANGUAGE_TAGS[lang] } }),
      ...more,
    });
  }

  private prose(children: InstanceType<Docx['TextRun']>[], more: IParagraphOptions = {}): Paragraph {
    const { AlignmentType, Paragraph } = this.docx;
    const { isJustified, indentMm } = this.style;
    return new Paragraph({
      ...(isJustified && { alignment: AlignmentType.JUSTIFIED }),
      ...(indentMm > 0 && { indent: { firstLine: this.docx.convertMillimetersToTwip(indentMm) } }),
      ...more,
      children,
    });
  }

  /** Set in under its number or its dash; addresses in literature are torn apart by justified lines. */
  private item(words: string): Paragraph {
    const { Paragraph, TabStopType } = this.docx;
    const hanging = this.docx.convertMillimetersToTwip(isNumbered(words) ? 8 : 5);
    const written = isNumbered(words) ? words.replace('. ', '.\t') : `–\t${words}`;
    return new Paragraph({
      spacing: { after: 60 },
      indent: { left: hanging, hanging },
      tabStops: [{ type: TabStopType.LEFT, position: hanging }],
      children: [this.run(written)],
    });
  }

  private headLine(role: HeadRole, line: string, of: { lang?: Language }): Paragraph {
    const { AlignmentType, Paragraph } = this.docx;
    const spacing = { code: 0, title: 240, authors: 120, affiliation: 0 }[role];
    return new Paragraph({
      alignment: role === 'code' ? AlignmentType.LEFT : AlignmentType.CENTER,
      spacing: { before: spacing, after: role === 'title' ? 120 : 0 },
      keepNext: true,
      children: [this.run(line, of, { bold: role !== 'affiliation', italics: role === 'affiliation' })],
    });
  }

  private code(lines: string): Paragraph[] {
    const { Paragraph, TextRun } = this.docx;
    return lines.split('\n').map(
      (line, i, all) =>
        new Paragraph({
          children: [new TextRun({ text: line, font: 'Courier New', size: 18 })],
          spacing: { after: i === all.length - 1 ? 120 : 0, line: 240, lineRule: 'auto' },
        }),
    );
  }

  private figure(name: string, caption: string): Paragraph[] {
    const { AlignmentType, ImageRun, Paragraph } = this.docx;
    const picture = this.figures.get(name);
    if (!picture) return [];
    const { png, widthMm, heightMm } = picture;
    const room = [textWidthMm(this.style) / widthMm, (textHeightMm(this.style) - CAPTION_MM) / heightMm];
    const scale = Math.min(1, ...room);
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
    const { BorderStyle, Paragraph, Table, TableRow, WidthType } = this.docx;
    const twips = this.docx.convertMillimetersToTwip;
    const totalMm = textWidthMm(this.style);
    const widths = columnWidths({ head, rows }, totalMm, this.style.table / 2).map((mm) =>
      Math.floor(twips(mm)),
    );
    const isTogether = rows.length <= MOST_ROWS_TOGETHER;
    const rowOf = (cells: readonly string[], row: number) =>
      new TableRow({
        ...(row < 0 && { tableHeader: true }),
        cantSplit: true,
        children: cells.map((content, i) =>
          this.cell(content, widths[i], {
            isRight: isSetRight(rows, i),
            isHead: row < 0,
            keepNext: isTogether && row < rows.length - 1,
          }),
        ),
      });
    const line = { style: BorderStyle.SINGLE, size: 6, color: '000000' };
    const hair = { style: BorderStyle.SINGLE, size: 2, color: 'A0A0A0' };
    const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
    const whole = new Table({
      width: { size: twips(totalMm), type: WidthType.DXA },
      columnWidths: widths,
      layout: 'fixed',
      borders: {
        ...{ top: line, bottom: line, left: none, right: none },
        ...{ insideHorizontal: hair, insideVertical: none },
      },
      rows: [rowOf(head, -1), ...rows.map((row, i) => rowOf(row.map(cellText), i))],
    });
    const note = (words: string, i: number) =>
      new Paragraph({
        spacing: {
          before: i === 0 ? 60 : 0,
          after: i === notes.length - 1 ? 200 : 60,
          line: 240,
          lineRule: 'auto',
        },
        children: [this.run(words, {}, { size: this.style.small })],
      });
    return [
      new Paragraph({ text: caption, keepNext: true, spacing: { before: 160, after: 80 } }),
      whole,
      ...(notes.length > 0 ? notes.map(note) : [new Paragraph({ spacing: { after: 60 } })]),
    ];
  }

  private cell(content: string, width: number, { isRight, isHead, keepNext }: CellStyle) {
    const { Paragraph, TableCell, VerticalAlign, WidthType } = this.docx;
    return new TableCell({
      width: { size: width, type: WidthType.DXA },
      margins: { left: 60, right: 60, top: 30, bottom: 30 },
      ...(isHead && { verticalAlign: VerticalAlign.BOTTOM }),
      children: [
        new Paragraph({
          alignment: isRight ? 'right' : 'left',
          keepNext,
          spacing: { after: 0, line: 240, lineRule: 'auto' },
          children: [this.run(content, {}, { bold: isHead, size: this.style.table })],
        }),
      ],
    });
  }
}
