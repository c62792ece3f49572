/**
 * The w >= 0 with the smallest wᵀAw / 2 - bᵀw, A symmetric and positive definite: the active-set method of Lawson &
 * Hanson (1974, ch. 23) on the normal equations.
 *
 * @param a row by row, n × n; a column that is nearly a sum of others is left at 0
 */
export function nonNegativeMinimum(a: readonly Float64Array[], b: Float64Array): Float64Array {
  const n = b.length;
  const w = new Float64Array(n);
  const free = new Set<number>();
  const shut = new Set<number>();
  for (let step = 0; step < 3 * n + 10; step++) {
    let best = -1;
    let steepest = 1e-10 * Math.max(...b.map(Math.abs));
    for (let j = 0; j < n; j++) {
      if (free.has(j) || shut.has(j)) continue;
      let slope = b[j];
      for (let i = 0; i < n; i++) slope -= a[j][i] * w[i];
      if (slope > steepest) {
        steepest = slope;
        best = j;
      }
    }
    if (best < 0) break;
    free.add(best);
    for (;;) {
      const columns = [...free];
      const solved = solve(a, b, columns);
      if (!solved) {
        free.delete(best);
        shut.add(best);
        break;
      }
      let part = 1;
      columns.forEach((j, i) => {
        if (solved[i] <= 0) part = Math.min(part, w[j] / (w[j] - solved[i]));
      });
      columns.forEach((j, i) => {
        w[j] += part * (solved[i] - w[j]);
      });
      if (part === 1) break;
      for (const j of columns) {
        if (w[j] > 1e-14) continue;
        w[j] = 0;
        free.delete(j);
      }
    }
  }
  return w;
}

/** Cholesky over some columns; undefined where they are dependent. */
function solve(
  a: readonly Float64Array[],
  b: Float64Array,
  columns: readonly number[],
): Float64Array | undefined {
  const n = columns.length;
  const lower = columns.map(() => new Float64Array(n));
  const x = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = a[columns[i]][columns[j]];
      for (let k = 0; k < j; k++) sum -= lower[i][k] * lower[j][k];
      if (j < i) lower[i][j] = sum / lower[j][j];
      else if (sum > 1e-12 * a[columns[i]][columns[i]]) lower[i][i] = Math.sqrt(sum);
      else return undefined;
    }
    let sum = b[columns[i]];
    for (let k = 0; k < i; k++) sum -= lower[i][k] * x[k];
    x[i] = sum / lower[i][i];
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) x[i] -= lower[k][i] * x[k];
    x[i] /= lower[i][i];
  }
  return x;
}
