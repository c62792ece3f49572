import type { LocatedRows } from './account.ts';

/** Rows with and without a usable place, by year and category code. */
export class LocatedTally {
  located = 0;
  private readonly counts = new Map<
    number,
    { year: number | null; category: number; rows: number; located: number }
  >();

  add(year: number | null, category: number, isLocated: boolean): void {
    const key = (year ?? 0) * 65_536 + category;
    let count = this.counts.get(key);
    if (!count) {
      count = { year, category, rows: 0, located: 0 };
      this.counts.set(key, count);
    }
    count.rows++;
    if (isLocated) this.locate(count);
  }

  /** A row that was added without a place has one after all. */
  mended(year: number | null, category: number): void {
    const count = this.counts.get((year ?? 0) * 65_536 + category);
    if (count) this.locate(count);
  }

  rows(labels: readonly string[]): LocatedRows[] {
    return [...this.counts.values()]
      .map(({ year, category, rows, located }) => ({ year, category: labels[category], rows, located }))
      .sort((a, b) => (a.year ?? Infinity) - (b.year ?? Infinity) || (a.category < b.category ? -1 : 1));
  }

  private locate(count: { located: number }): void {
    count.located++;
    this.located++;
  }
}
