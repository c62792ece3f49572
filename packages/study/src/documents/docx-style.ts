import type { DocumentStyle } from './blocks.ts';

/** How a document for Word is set; sizes of letters in half-points, as Word counts them. */
export interface DocxStyle {
  margins: { top: number; bottom: number; left: number; right: number };
  text: number;
  small: number;
  table: number;
  /** Of the title, and of headings by level. */
  headings: readonly [title: number, first: number, second: number];
  /** In 240ths of a line. */
  line: number;
  /** After a paragraph, twips. */
  after: number;
  isJustified: boolean;
  /** Of the first line of a paragraph, mm. */
  indentMm: number;
}

export const FONT = 'Times New Roman';
export const PAGE_MM = { width: 210, height: 297 };

/**
 * The manuscript: letters of 14 points, single lines, margins of 20 mm, first lines set in by 12.5 mm, the page number
 * below in the middle, as the Institute of Legislation asks for (vestnik.zqai.kz, requirements for articles); journals
 * that differ mostly ask for 12 points or wider margins.
 */
export const DOCX_STYLES: Record<DocumentStyle, DocxStyle> = {
  report: {
    margins: { top: 20, bottom: 20, left: 25, right: 15 },
    ...{ text: 22, small: 18, table: 18, headings: [34, 28, 24], line: 276, after: 120 },
    ...{ isJustified: false, indentMm: 0 },
  },
  'kz-vak': {
    margins: { top: 20, bottom: 20, left: 20, right: 20 },
    ...{ text: 28, small: 22, table: 20, headings: [28, 28, 28], line: 240, after: 0 },
    ...{ isJustified: true, indentMm: 12.5 },
  },
};

export function textWidthMm({ margins }: DocxStyle): number {
  return PAGE_MM.width - margins.left - margins.right;
}

export function textHeightMm({ margins }: DocxStyle): number {
  return PAGE_MM.height - margins.top - margins.bottom;
}
