/** Rates of events over a population at risk, and their two empirical-Bayes forms; NaN where no one is at risk. */
export interface EmpiricalBayesRates {
  /** Events / population. */
  raw: Float64Array;
  /** Rates shrunk to the mean of all, the more the smaller the population (Marshall 1991). */
  smoothed: Float64Array;
  /** Standardised differences from the mean rate (Assuncao & Reis 1999), for Moran and local Moran. */
  z: Float64Array;
  /** Mean rate b = sum of events / sum of population. */
  rate: number;
  /** Variance of the true rates as found, s² - b / mean population; less than 0 says no more than chance. */
  variance: number;
  /** Places without population, and the events in them, which no rate can show: count them apart. */
  withoutPopulation: number;
  eventsWithoutPopulation: number;
}

/**
 * Rates that small populations do not throw about.
 *
 * With m places, r_i = n_i / P_i, b = sum n / sum P, s² = sum P_i (r_i - b)² / sum P, a = max(0, s² - b m / sum P):
 * z_i = (r_i - b) / sqrt(a + b / P_i) (Assuncao & Reis 1999), smoothed r_i = b + a (r_i - b) / (a + b / P_i)
 * (Marshall 1991, global form).
 *
 * It misleads where the population at risk is not that which was counted: residents say little of a market or
 * a station. With a = 0 all smoothed rates equal b. Without any event z is NaN.
 *
 * @param events whole numbers or weights >= 0, one per place
 * @param population people (or any exposure) at risk, >= 0, one per place
 * @throws RangeError where a value is negative or not a finite number
 */
export function empiricalBayesRates(
  events: ArrayLike<number>,
  population: ArrayLike<number>,
): EmpiricalBayesRates {
  const count = events.length;
  if (population.length !== count)
    throw new RangeError(`${population.length} populations for ${count} places`);
  let allEvents = 0;
  let people = 0;
  let places = 0;
  let eventsWithoutPopulation = 0;
  for (let i = 0; i < count; i++) {
    for (const value of [events[i], population[i]]) {
      if (!(value >= 0 && value < Number.POSITIVE_INFINITY))
        throw new RangeError(`${value} at place ${i} is not a finite number >= 0`);
    }
    if (population[i] === 0) {
      eventsWithoutPopulation += events[i];
      continue;
    }
    allEvents += events[i];
    people += population[i];
    places++;
  }
  const rate = allEvents / people;
  const raw = Float64Array.from(events, (n, i) => (population[i] > 0 ? n / population[i] : Number.NaN));
  let squares = 0;
  raw.forEach((r, i) => {
    if (population[i] > 0) squares += population[i] * (r - rate) ** 2;
  });
  const variance = squares / people - (rate * places) / people;
  const between = Math.max(0, variance);
  const spreadOf = (i: number): number => between + rate / population[i];
  return {
    raw,
    smoothed: raw.map((r, i) => (rate > 0 ? rate + (between * (r - rate)) / spreadOf(i) : r)),
    z: raw.map((r, i) => (rate > 0 ? (r - rate) / Math.sqrt(spreadOf(i)) : Number.NaN)),
    rate,
    variance,
    withoutPopulation: count - places,
    eventsWithoutPopulation,
  };
}
