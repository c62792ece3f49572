import { describe, expect, it } from 'vitest';
import { hasShared, sharedJson, sharedTable } from '../../../../test/support/shared.ts';
import { adjustP, type Correction } from './adjust-p.ts';
import { benjaminiHochberg, falseDiscoveryCutOff } from './benjamini-hochberg.ts';

const names: [Correction, string][] = [
  ['benjamini-hochberg', 'BH'],
  ['benjamini-yekutieli', 'BY'],
  ['bonferroni', 'bonferroni'],
  ['holm', 'holm'],
  ['hochberg', 'hochberg'],
];

describe('adjusted p', () => {
  it('follow their definitions on five p-values with a tie', () => {
    const p = Float64Array.of(0.04, 0.01, Number.NaN, 0.02, 0.02, 0.5);
    const expected: Record<Correction, number[]> = {
      none: [0.04, 0.01, 0.02, 0.02, 0.5],
      bonferroni: [0.2, 0.05, 0.1, 0.1, 1],
      holm: [0.08, 0.05, 0.08, 0.08, 0.5],
      hochberg: [0.08, 0.05, 0.06, 0.06, 0.5],
      'benjamini-hochberg': [0.05, 0.1 / 3, 0.1 / 3, 0.1 / 3, 0.5],
      'benjamini-yekutieli': [0.05, 0.1 / 3, 0.1 / 3, 0.1 / 3, 0.5].map((q) =>
        Math.min(1, q * (1 + 1 / 2 + 1 / 3 + 1 / 4 + 1 / 5)),
      ),
    };
    for (const [correction, values] of Object.entries(expected) as [Correction, number[]][]) {
      const adjusted = adjustP(p, correction);
      expect(adjusted[2]).toBeNaN();
      [...adjusted]
        .filter((value) => !Number.isNaN(value))
        .forEach((value, i) => {
          expect(value).toBeCloseTo(values[i], 12);
        });
    }
  });

  it('do not depend on the order of the tests, nor on tests not made; none at all is fine', () => {
    const p = Float64Array.of(0.3, 0.001, 0.02, 0.02, 0.9, 0.04);
    for (const [correction] of names) {
      const straight = adjustP(p, correction);
      expect(adjustP(p.toReversed(), correction)).toEqual(straight.toReversed());
      const withGap = adjustP(Float64Array.of(...p, Number.NaN), correction);
      expect(withGap.slice(0, 6)).toEqual(straight);
      expect(adjustP(new Float64Array(0), correction)).toHaveLength(0);
      expect(adjustP(Float64Array.of(Number.NaN), correction)[0]).toBeNaN();
    }
    expect(benjaminiHochberg(p)).toEqual(adjustP(p, 'benjamini-hochberg'));
  });

  for (const name of ['synthA_res9', 'memphis_res8', 'columbus_CRIME_queen']) {
    it.skipIf(!hasShared)(`equal p.adjust of R 4.2 and the cut-offs of esda.fdr on ${name}`, () => {
      const spdep = sharedTable(`golden/local/${name}_spdep.csv`);
      const p = Float64Array.from(spdep.gistar_B_p, Number);
      for (const [correction, column] of names) {
        adjustP(p, correction).forEach((q, i) => {
          expect(Math.abs(q - Number(spdep[`gistar_B_p_${column}`][i]))).toBeLessThan(1e-9);
        });
      }
      const esda = sharedJson<Record<string, Record<string, number>>>(
        `golden/local/${name}_global_esda.json`,
      );
      for (const [level, cutOff] of Object.entries(esda.fdr_gistar_B)) {
        expect(falseDiscoveryCutOff(p, Number(level))).toBeCloseTo(cutOff, 12);
      }
      const golden = sharedTable(`golden/local/${name}_esda.csv`);
      const upper = golden.gi_p_upper_exact ?? golden.gi_p_upper_mc99999;
      const exact = Float64Array.from(upper, (value) => (value === '' ? Number.NaN : Number(value)));
      for (const [level, cutOff] of Object.entries(esda.fdr_gi_exact_upper)) {
        expect(falseDiscoveryCutOff(exact, Number(level))).toBeCloseTo(cutOff, 12);
      }
    });
  }
});
