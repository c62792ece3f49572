/** Share of p-values at or under a level over many fields, and its standard error from field to field. */
export interface Exceedance {
  share: number;
  standardError: number;
}

/**
 * How often p passes a level under the null. Places of one field depend on each other, fields do not: the error is
 * that of a mean of fields.
 *
 * @param fields the p-values of each field; NaN is a place not tested
 */
export function exceedance(fields: readonly Float64Array[], level: number): Exceedance {
  const shares = fields.map((p) => {
    let passed = 0;
    let tested = 0;
    for (const value of p) {
      if (Number.isNaN(value)) continue;
      tested++;
      if (value <= level) passed++;
    }
    return passed / tested;
  });
  const share = shares.reduce((a, b) => a + b, 0) / shares.length;
  const squares = shares.reduce((sum, value) => sum + (value - share) ** 2, 0);
  return { share, standardError: Math.sqrt(squares / (shares.length - 1) / shares.length) };
}
