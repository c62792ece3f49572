import type { Cell } from './grid.ts';

const WORK: Readonly<Record<string, number>> = { C: 4, O: 3, M: 3, P: 1.5, I: 0.7, A: 0.5, G: 0.5 };

/** Cuts a district into `count` beats of about equal work along its longer side, again and again. */
export function beatsOf(cells: readonly Cell[], count: number): Cell[][] {
  if (count <= 1 || cells.length <= 1) return [[...cells]];
  const span = (of: (cell: Cell) => number): number =>
    Math.max(...cells.map(of)) - Math.min(...cells.map(of));
  const built = cells.filter((cell) => WORK[cell.zone] !== undefined);
  const base = built.length > 1 ? built : cells;
  const wide =
    Math.max(...base.map((c) => c.column)) - Math.min(...base.map((c) => c.column)) >=
    Math.max(...base.map((c) => c.row)) - Math.min(...base.map((c) => c.row));
  const first: (cell: Cell) => number = wide ? (cell) => cell.column : (cell) => cell.row;
  if (span(first) === 0) return [[...cells]];
  const work = (cell: Cell): number => WORK[cell.zone] ?? 0.02;
  const total = cells.reduce((sum, cell) => sum + work(cell), 0);
  const lowCount = Math.floor(count / 2);
  const lines = [...new Set(cells.map(first))].sort((a, b) => a - b).slice(0, -1);
  let best = lines[0]!;
  let miss = Infinity;
  // Whole columns or rows go together, so that a beat stays in one piece.
  for (const line of lines) {
    const low = cells.filter((cell) => first(cell) <= line).reduce((sum, cell) => sum + work(cell), 0);
    if (Math.abs(low - (total * lowCount) / count) < miss) {
      miss = Math.abs(low - (total * lowCount) / count);
      best = line;
    }
  }
  return [
    ...beatsOf(
      cells.filter((cell) => first(cell) <= best),
      lowCount,
    ),
    ...beatsOf(
      cells.filter((cell) => first(cell) > best),
      count - lowCount,
    ),
  ];
}
