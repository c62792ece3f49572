import { boundarySet } from './boundary-set.ts';

/** How often places return to the set that holds a percentage of a year's incidents, beside what chance gives. */
export interface Persistence {
  percent: number;
  /** Years with incidents; those without have no set and are counted apart. */
  years: number;
  yearsWithoutIncidents: number;
  places: number;
  /** Places of the set of each year with incidents, in their order. */
  setSizes: number[];
  /** For 0, 1, … years: places that were in the set so many times, and how many chance would give. */
  inSet: { times: number; observed: number; expected: number }[];
  null: 'independent-years-binomial';
}

/**
 * In how many years each place belongs to the places that hold the percentage of that year (ties at the boundary whole,
 * `boundarySet`). Expected: a purely random city, in which every place has the same chance k_t / N of year t anew each
 * year; the number of years is then a sum of independent unequal chances (Poisson-binomial), and the binomial where all
 * sets are equally large.
 *
 * A place of lasting risk misses years by chance too; "in the set every year" finds the few with risk far above the
 * boundary, not all that last.
 *
 * Cost: years × places.
 *
 * @param byYear for each year, incidents of every place, whole numbers >= 0
 * @throws RangeError where years have different numbers of places
 */
export function persistenceOfPlaces(byYear: readonly ArrayLike<number>[], percent: number): Persistence {
  const places = byYear.length > 0 ? byYear[0].length : 0;
  if (byYear.some((year) => year.length !== places)) throw new RangeError('years differ in their places');
  const sets = byYear.map((year) => boundarySet(year, percent)).filter(({ size }) => size > 0);
  const times = new Uint32Array(places);
  for (const { has } of sets) for (let i = 0; i < places; i++) times[i] += has[i];
  const observed = new Float64Array(sets.length + 1);
  for (const time of times) observed[time]++;
  const chance = timesByChance(sets.map(({ size }) => size / places));
  return {
    percent,
    years: sets.length,
    yearsWithoutIncidents: byYear.length - sets.length,
    places,
    setSizes: sets.map(({ size }) => size),
    inSet: chance.map((probability, time) => ({
      times: time,
      observed: observed[time],
      expected: places * probability,
    })),
    null: 'independent-years-binomial',
  };
}

/** Probabilities of 0, 1, … successes of independent trials with unequal chances. */
function timesByChance(chances: readonly number[]): number[] {
  let probabilities = [1];
  for (const chance of chances) {
    const next = [...probabilities.map((probability) => probability * (1 - chance)), 0];
    probabilities.forEach((probability, times) => {
      next[times + 1] += probability * chance;
    });
    probabilities = next;
  }
  return probabilities;
}
