/**
 * Places by their number of incidents: entry n is how many places have n. Fractions of a place are expectations, so
 * that thinning needs no draws: all measures of concentration depend on the counts through this alone.
 */
export type PlacesByCount = Float64Array;

/** @param counts whole numbers >= 0 */
export function placesByCount(counts: ArrayLike<number>): PlacesByCount {
  let largest = 0;
  for (let i = 0; i < counts.length; i++) if (counts[i] > largest) largest = counts[i];
  const places = new Float64Array(largest + 1);
  for (let i = 0; i < counts.length; i++) places[counts[i]]++;
  return places;
}

/**
 * Add to `into` the expected places by count after each incident was kept with the probability `keep`, independently
 * of the others: of a place with n incidents, binomial(n, keep) remain. Thinning of what was thinned is thinning by the
 * product, and a Poisson count of a risk stays a Poisson count of that risk at the smaller volume.
 *
 * Cost: over the distinct counts n, about 18 sqrt(n keep (1 - keep)) + 18 terms.
 *
 * @param into at least as long as `places`
 * @param keep in [0, 1]
 */
export function addThinned(into: PlacesByCount, places: ArrayLike<number>, keep: number): void {
  for (let n = 0; n < places.length; n++) {
    if (places[n] === 0) continue;
    if (n === 0 || keep >= 1) into[n] += places[n];
    else if (keep <= 0) into[0] += places[n];
    else addBinomial(into, places[n], n, keep);
  }
}

/** `size` times the binomial probabilities, from the most likely count both ways until nothing is left to add. */
function addBinomial(into: PlacesByCount, size: number, n: number, keep: number): void {
  const NEGLIGIBLE = 1e-18;
  const odds = keep / (1 - keep);
  const mode = Math.min(n, Math.floor((n + 1) * keep));
  let total = 1;
  for (let j = mode, term = 1; j < n && term > NEGLIGIBLE; j++) {
    term *= ((n - j) / (j + 1)) * odds;
    total += term;
  }
  for (let j = mode, term = 1; j > 0 && term > NEGLIGIBLE; j--) {
    term *= j / ((n - j + 1) * odds);
    total += term;
  }
  const most = size / total;
  into[mode] += most;
  for (let j = mode, term = 1; j < n && term > NEGLIGIBLE; j++) {
    term *= ((n - j) / (j + 1)) * odds;
    into[j + 1] += most * term;
  }
  for (let j = mode, term = 1; j > 0 && term > NEGLIGIBLE; j--) {
    term *= j / ((n - j + 1) * odds);
    into[j - 1] += most * term;
  }
}

/** Incidents over all places. */
export function incidentsOf(places: ArrayLike<number>): number {
  let incidents = 0;
  for (let n = 1; n < places.length; n++) incidents += n * places[n];
  return incidents;
}

/**
 * Share of the places, busiest first, that hold each percentage of the incidents, linear inside a tier of equal counts
 * (methods B1, interpolated). NaN without incidents.
 *
 * @param percents ascending
 */
export function sharesOfPlaces(places: ArrayLike<number>, percents: readonly number[]): number[] {
  let all = 0;
  for (let n = 0; n < places.length; n++) all += places[n];
  const incidents = incidentsOf(places);
  if (!(incidents > 0)) return percents.map(() => Number.NaN);
  let n = places.length - 1;
  let above = 0;
  let held = 0;
  return percents.map((percent) => {
    const wanted = (percent / 100) * incidents;
    while (n > 1 && held + n * places[n] < wanted) {
      above += places[n];
      held += n * places[n--];
    }
    return Math.min(1, (above + (wanted - held) / n) / all);
  });
}

/** Gini over all the places, of the same counts; NaN without incidents. */
export function giniOfPlaces(places: ArrayLike<number>): number {
  let all = 0;
  for (let n = 0; n < places.length; n++) all += places[n];
  const incidents = incidentsOf(places);
  if (!(incidents > 0)) return Number.NaN;
  let below = 0;
  let absoluteDifferences = 0;
  for (let n = 0; n + 1 < places.length; n++) {
    below += places[n];
    absoluteDifferences += below * (all - below);
  }
  return absoluteDifferences / (all * incidents);
}
