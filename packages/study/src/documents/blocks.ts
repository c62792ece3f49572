import type { Language } from '@oryn/language';

/** A number as it is read and as it is: a spreadsheet computes with the value, a reader sees the text. */
export interface NumberCell {
  value: number;
  text: string;
}

/** What stands in a table; a text where it is not one number. */
export type Cell = string | NumberCell;

/** A table before it has a format. Units stand in the head. */
export interface ReportTable {
  /** File name without extension, the same in every language. */
  name: string;
  title: string;
  head: string[];
  rows: Cell[][];
  /** Sentences under it, without which its numbers mislead. */
  notes: string[];
}

/** What a line of the head of an article says; each stands on paper in its own way. */
export type HeadRole = 'code' | 'title' | 'authors' | 'affiliation';

/** A part of a document, whatever it is written as. */
export type Block =
  | { kind: 'heading'; level: 1 | 2; text: string }
  /** `label` is set before the text and stands out; `lang` where it is not that of the document. */
  | { kind: 'paragraph'; text: string; label?: string; lang?: Language }
  /** Items may begin with their numbers. */
  | { kind: 'list'; items: string[] }
  /** Lines as they are typed, such as a study file. */
  | { kind: 'code'; text: string }
  | { kind: 'table'; caption: string; table: ReportTable }
  /** `name` is that of the figure among those of the bundle. */
  | { kind: 'figure'; caption: string; name: string }
  | { kind: 'head'; role: HeadRole; text: string; lang?: Language };

/** How a document is set: as a report, or as journals of Kazakhstan ask for a manuscript. */
export type DocumentStyle = 'report' | 'kz-vak';

/** A whole document. */
export interface ReportDocument {
  lang: Language;
  title: string;
  /** A report where it is left out. */
  style?: DocumentStyle;
  /** Said on every page where the data are invented. */
  simulated: boolean;
  blocks: Block[];
}

/** An item that begins with its number, as in a list of literature, gets no other mark. */
export function isNumbered(item: string): boolean {
  return /^\d+\. /.test(item);
}

export function cellText(cell: Cell): string {
  return typeof cell === 'string' ? cell : cell.text;
}
