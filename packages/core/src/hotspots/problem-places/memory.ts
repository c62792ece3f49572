import { logProbability } from '../../significance/negative-binomial.ts';
import type { CountModel } from './count-model.ts';

/**
 * What each place is known by: its incidents, older years weighing less, and how long that memory is.
 *
 * With w the weight of a year relative to the year after it, `counts` is Σ w^age x and `lengths` is Σ w^age s, where s
 * is the city's level of each year (mean 1).
 */
export interface RememberedCounts {
  /** Variance of the change of the logarithm of a place's level from year to year. */
  drift: number;
  counts: Float64Array;
  /** In years. */
  lengths: Float64Array;
}

/** From hardly any to a level that says nothing of the next year. */
const DRIFTS = [0, 0.001, 0.002, 0.005, 0.01, 0.02, 0.04, 0.08, 0.16, 0.32];

/** Two years cannot tell; Cincinnati and Vancouver lie between .01 and .04. */
const UNTOLD_DRIFT = 0.02;

/**
 * How much older years still say of a place. Its level drifts from year to year; its count strays around the level by
 * chance. Where chance is large beside the drift (few incidents) old years are worth keeping, where it is small (a
 * busy place) the last year says nearly all. The weight is that of a local level model (Muth 1960; Harvey 1989):
 * with q = drift × incidents a year of the place, w = 1 + q/2 - √(q + q²/4).
 *
 * The drift is one number for the city, chosen from ten by how well each year is foretold from those before it
 * (predictive likelihood, negative binomial: the posterior of the remembered counts under the fitted prior, times the
 * city's level of that year).
 *
 * @param byYear incidents per place for each year in turn
 */
export function rememberedCounts(
  byYear: readonly ArrayLike<number>[],
  tested: Uint32Array,
  model: CountModel,
): RememberedCounts {
  const totals = byYear.map((year) => tested.reduce((sum, place) => sum + year[place], 0));
  const perYear = totals.reduce((a, b) => a + b, 0) / byYear.length;
  const levels = totals.map((total) => (perYear > 0 ? total / perYear : 1));
  const usual = usualCounts(byYear, tested, model);
  let drift = byYear.length === 2 ? UNTOLD_DRIFT : 0;
  if (byYear.length >= 3 && model.size < Number.POSITIVE_INFINITY) {
    // Places that never had an incident add next to nothing to the choice.
    const active = tested.filter((place) => byYear.some((year) => year[place] > 0));
    let best = Number.NEGATIVE_INFINITY;
    for (const one of DRIFTS) {
      const value = foretold(byYear, levels, active, usual, model, one);
      if (value > best) {
        best = value;
        drift = one;
      }
    }
  }
  const counts = new Float64Array(byYear[0].length);
  const lengths = new Float64Array(byYear[0].length);
  for (const place of tested) {
    const weight = weightOfYear(drift * usual[place]);
    byYear.forEach((year, t) => {
      counts[place] = counts[place] * weight + year[place];
      lengths[place] = lengths[place] * weight + levels[t];
    });
  }
  return { drift, counts, lengths };
}

function weightOfYear(q: number): number {
  return 1 + q / 2 - Math.sqrt(q + (q * q) / 4);
}

/** Incidents a year of each place, shrunken, all years alike. */
function usualCounts(
  byYear: readonly ArrayLike<number>[],
  tested: Uint32Array,
  model: CountModel,
): Float64Array {
  const usual = new Float64Array(byYear[0].length);
  for (const place of tested) {
    const prior = model.expectedOf(place) / byYear.length;
    if (model.size === Number.POSITIVE_INFINITY) {
      usual[place] = prior;
      continue;
    }
    let n = 0;
    for (const year of byYear) n += year[place];
    usual[place] = (n + model.size) / (byYear.length + model.size / prior);
  }
  return usual;
}

/** Log-likelihood of every year but the first, each from those before it. */
function foretold(
  byYear: readonly ArrayLike<number>[],
  levels: readonly number[],
  places: Uint32Array,
  usual: Float64Array,
  model: CountModel,
  drift: number,
): number {
  let total = 0;
  for (const place of places) {
    const weight = weightOfYear(drift * usual[place]);
    const priorLength = (model.size * byYear.length) / model.expectedOf(place);
    let count = 0;
    let length = 0;
    for (let t = 0; t < byYear.length; t++) {
      if (t > 0 && levels[t] > 0) {
        const shape = model.size + count * weight;
        const mean = (shape / (priorLength + length * weight)) * levels[t];
        total += logProbability(byYear[t][place], mean, shape);
      }
      count = count * weight + byYear[t][place];
      length = length * weight + levels[t];
    }
  }
  return total;
}
