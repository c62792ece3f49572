import type { FileAccount } from '@oryn/ingest';
import type { QualityReport } from './quality-report.ts';

/** Rows of a year over all files; `year` is null where no date is known. */
export interface YearRows {
  year: number | null;
  read: number;
  kept: number;
  dropped: Record<string, number>;
  struckOff: number;
}

/** The accounts of all files added up, by file and by year. */
export function accountOfRead(accounts: readonly FileAccount[]): QualityReport['rows'] {
  const total = (of: (account: FileAccount) => number): number =>
    accounts.reduce((sum, account) => sum + of(account), 0);
  const years = new Map<number | null, YearRows>();
  for (const { year, read, kept, dropped, struckOff } of accounts.flatMap((account) => account.years)) {
    const sum = years.get(year) ?? { year, read: 0, kept: 0, dropped: {}, struckOff: 0 };
    sum.read += read;
    sum.kept += kept;
    sum.struckOff += struckOff;
    addTo(sum.dropped, dropped);
    years.set(year, sum);
  }
  const dropped: Record<string, number> = {};
  const mended: Record<string, number> = {};
  for (const account of accounts) {
    addTo(dropped, account.dropped);
    addTo(mended, account.mended);
  }
  return {
    read: total((account) => account.read),
    kept: total((account) => account.kept),
    dropped,
    mended,
    suspicious: total((account) => account.suspicious),
    withoutDate: total((account) => account.withoutDate),
    withoutHour: total((account) => account.withoutHour),
    repeatedLines: total((account) => account.exactDuplicates),
    files: accounts.map(({ file, read, kept, dropped: reasons }) => ({
      file,
      read,
      kept,
      dropped: { ...reasons },
    })),
    years: [...years.values()].sort((a, b) => (a.year ?? Infinity) - (b.year ?? Infinity)),
  };
}

function addTo(sums: Record<string, number>, counts: Partial<Record<string, number>>): void {
  for (const [key, n] of Object.entries(counts)) sums[key] = (sums[key] ?? 0) + (n ?? 0);
}
