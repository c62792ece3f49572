import type { Reject } from '@oryn/ingest';
import { csvHeadOf, csvRowsOf } from '@oryn/study';
import { PieceWriter } from './output.ts';

/** Cells by which a person finds and mends a row; nothing that names a person is among them. */
const ROLES = [
  'lon',
  'lat',
  'x',
  'y',
  'point',
  'time',
  'clock',
  'timeEnd',
  'category',
  'article',
  'articleText',
  'weight',
] as const;

/** Rows held before they are written. */
const ROWS_AT_ONCE = 5000;

/** The rows that were left out, as CSV: file, row, reason, and the cells that were looked at. */
export class RejectsFile {
  readonly path: string;
  rows = 0;
  private held: Reject[] = [];
  private readonly writer: PieceWriter;

  /** @throws OrynError out.not-writable */
  constructor(path: string) {
    this.path = path;
    this.writer = new PieceWriter(path);
    this.writer.write(new TextEncoder().encode(csvHeadOf(columnsOf([]))));
  }

  add(reject: Reject): void {
    this.rows++;
    this.held.push(reject);
    if (this.held.length >= ROWS_AT_ONCE) this.flush();
  }

  close(): void {
    this.flush();
    this.writer.close();
  }

  private flush(): void {
    this.writer.write(new TextEncoder().encode(csvRowsOf(columnsOf(this.held))));
    this.held = [];
  }
}

function columnsOf(rejects: readonly Reject[]) {
  return [
    { name: 'file', values: rejects.map(({ file }) => file) },
    { name: 'row', values: rejects.map(({ row }) => row) },
    { name: 'reason', values: rejects.map(({ reason }) => reason) },
    ...ROLES.map((role) => ({ name: role, values: rejects.map(({ cells }) => cells[role] ?? '') })),
  ];
}
