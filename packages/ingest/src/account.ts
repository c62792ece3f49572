/** Why a row was left out. */
export type DropReason =
  | 'no-coordinates'
  | 'not-a-number'
  | 'zero-zero'
  | 'out-of-range'
  | 'swapped-axes'
  | 'bad-date'
  | 'bad-weight'
  | 'struck-off'
  | 'restricted'
  | 'no-date'
  | 'outside-period'
  | 'other-category';

/** What became of the rows of one file: read = kept + all dropped. */
export interface FileAccount {
  file: string;
  read: number;
  kept: number;
  dropped: Partial<Record<DropReason, number>>;
  /** First row of each reason. */
  firstRow: Partial<Record<DropReason, number>>;
  /** Kept rows without a date, and with a date but no hour. */
  withoutDate: number;
  withoutHour: number;
}

export function emptyAccount(file: string): FileAccount {
  return { file, read: 0, kept: 0, dropped: {}, firstRow: {}, withoutDate: 0, withoutHour: 0 };
}

/** Count rows of a reason; `row` is the number of the first of them. */
export function drop(account: FileAccount, reason: DropReason, row: number): void {
  account.dropped[reason] = (account.dropped[reason] ?? 0) + 1;
  account.firstRow[reason] ??= row;
}
