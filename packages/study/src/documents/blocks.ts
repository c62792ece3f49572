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

/** A part of a document, whatever it is written as. */
export type Block =
  | { kind: 'heading'; level: 1 | 2; text: string }
  | { kind: 'paragraph'; text: string }
  | { kind: 'list'; items: string[] }
  /** Lines as they are typed, such as a study file. */
  | { kind: 'code'; text: string }
  | { kind: 'table'; caption: string; table: ReportTable }
  /** `name` is that of the figure among those of the bundle. */
  | { kind: 'figure'; caption: string; name: string };

/** A whole document. */
export interface ReportDocument {
  lang: 'kk' | 'ru' | 'en';
  title: string;
  /** Said on every page where the data are invented. */
  simulated: boolean;
  blocks: Block[];
}

export function cellText(cell: Cell): string {
  return typeof cell === 'string' ? cell : cell.text;
}
