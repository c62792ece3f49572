/**
 * What chance alone gives: counts per place independent Poisson with the same mean (methods B5).
 * Everything follows from the probabilities of 0, 1, 2 … incidents.
 */
export interface PoissonNull {
  /** Incidents per place. */
  readonly mean: number;
  /** Probability of at least one incident. */
  readonly occupied: number;
  /** Expected Gini over all places: sum of F (1 - F) / mean. */
  readonly gini: number;
  /** Share of all places that hold a share of the incidents, busiest first, linear inside a tier. */
  shareOfPlaces(incidentShare: number): number;
  /** Corners of the expected Lorenz curve, busiest places first, from (0, 0) to (1, 1). */
  readonly curve: { placeShare: number[]; incidentShare: number[] };
}

/** @param mean incidents per place, > 0 */
export function poissonNull(mean: number): PoissonNull {
  const { first, probabilities } = poissonProbabilities(mean);
  const placeShare = [0];
  const incidentShare = [0];
  let places = 0;
  let incidents = 0;
  for (let i = probabilities.length - 1; i >= 0; i--) {
    places += probabilities[i];
    incidents += ((first + i) * probabilities[i]) / mean;
    placeShare.push(Math.min(1, places));
    incidentShare.push(Math.min(1, incidents));
  }
  placeShare[placeShare.length - 1] = 1;
  incidentShare[incidentShare.length - 1] = 1;

  let cumulative = 0;
  let gini = 0;
  for (const probability of probabilities) {
    cumulative += probability;
    gini += (cumulative * (1 - cumulative)) / mean;
  }
  return {
    mean,
    occupied: -Math.expm1(-mean),
    gini,
    curve: { placeShare, incidentShare },
    shareOfPlaces(share) {
      let corner = 1;
      while (corner < incidentShare.length - 1 && incidentShare[corner] < share) corner++;
      const step = incidentShare[corner] - incidentShare[corner - 1];
      const part = step > 0 ? (share - incidentShare[corner - 1]) / step : 0;
      return placeShare[corner - 1] + part * (placeShare[corner] - placeShare[corner - 1]);
    },
  };
}

/**
 * Probabilities of first, first + 1, … as far as they matter. They run both ways from the most likely count
 * by the ratio of neighbours and are then made to sum to 1, so no factorial and no underflow arises.
 */
function poissonProbabilities(mean: number): { first: number; probabilities: number[] } {
  const NEGLIGIBLE = 1e-20;
  const mode = Math.floor(mean);
  const below: number[] = [];
  for (let k = mode, value = 1; k > 0; k--) {
    value *= k / mean;
    if (value < NEGLIGIBLE) break;
    below.push(value);
  }
  const above: number[] = [];
  for (let k = mode + 1, value = mean / (mode + 1); value >= NEGLIGIBLE; k++, value *= mean / k)
    above.push(value);
  const weights = [...below.reverse(), 1, ...above];
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return { first: mode - below.length, probabilities: weights.map((weight) => weight / total) };
}
