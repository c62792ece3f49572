import { fitNegativeBinomial, type NegativeBinomial } from '../../significance/negative-binomial.ts';

/** The model of ordinary counts over the tested places, and what it expects of a group of them. */
export interface CountModel extends NegativeBinomial {
  /** `even`: every place alike; `exposure`: in proportion to what was given. */
  spread: 'even' | 'exposure';
  /** Expected incidents of one place. */
  expectedOf(place: number): number;
  /** Mean and size of the sum of several places; of unequal means by its first two moments. */
  sumOf(places: ArrayLike<number>): NegativeBinomial;
}

/** Fit by maximum likelihood over the tested places; those without exposure are left out of the fit. */
export function countModel(
  counts: ArrayLike<number>,
  tested: Uint32Array,
  exposure: ArrayLike<number> | undefined,
): CountModel {
  const { mean, size } = fitNegativeBinomial(
    valuesAt(counts, tested),
    exposure && valuesAt(exposure, tested),
  );
  const expectedOf = (place: number): number => (exposure ? mean * Math.max(0, exposure[place]) : mean);
  return {
    mean,
    size,
    spread: exposure ? 'exposure' : 'even',
    expectedOf,
    sumOf(places) {
      let expected = 0;
      let squares = 0;
      for (let i = 0; i < places.length; i++) {
        const one = expectedOf(places[i]);
        expected += one;
        squares += one * one;
      }
      return { mean: expected, size: squares > 0 ? (size * expected * expected) / squares : size };
    },
  };
}

/** The values of some places, in their order. */
export function valuesAt(of: ArrayLike<number>, places: Uint32Array): Float64Array {
  const values = new Float64Array(places.length);
  for (let i = 0; i < places.length; i++) values[i] = of[places[i]];
  return values;
}
