/** The distinct values of a field of counts, ascending, with how many places carry each. */
export interface ValueCounts {
  values: number[];
  multiplicities: number[];
  /** Position of a place's value in `values`. */
  indexOf: Uint32Array;
}

/** @throws RangeError where a value is not a whole number >= 0 */
export function countValues(x: ArrayLike<number>): ValueCounts {
  const seen = new Map<number, number>();
  for (let i = 0; i < x.length; i++) {
    if (!Number.isSafeInteger(x[i]) || x[i] < 0)
      throw new RangeError(`count ${x[i]} at ${i} is not a whole number >= 0`);
    seen.set(x[i], (seen.get(x[i]) ?? 0) + 1);
  }
  const values = [...seen.keys()].sort((a, b) => a - b);
  const position = new Map(values.map((value, index) => [value, index]));
  return {
    values,
    multiplicities: values.map((value) => seen.get(value)!),
    indexOf: Uint32Array.from(x, (value) => position.get(value)!),
  };
}
