import type { OnProgress } from '../progress/on-progress.ts';
import { drawGenerator } from '../significance/draw-generator.ts';
import { centralRange } from './central-range.ts';
import { CONCENTRATION_PERCENTS } from './concentration.ts';
import { IncidentSampler } from './incident-sampler.ts';
import { giniOfPlaces, sharesOfPlaces } from './thinned-places.ts';

/** A mean over draws and the central 95 % of them. */
export interface DrawnValue {
  mean: number;
  low: number;
  high: number;
}

/** Concentration at a smaller number of incidents. */
export interface Rarefied {
  /** Kept in each draw. */
  incidents: number;
  incidentsPerPlace: number;
  places: number;
  draws: number;
  seed: number;
  /** Incidents drawn without replacement. */
  method: 'hypergeometric';
  shares: ({ percent: number } & DrawnValue)[];
  gini: DrawnValue;
}

/**
 * What the concentration would be with fewer incidents: of all incidents so many are drawn without replacement, again
 * and again (rarefaction; Hurlbert 1971). Two years, offences or cities may be set side by side at the same incidents
 * per place over the same kind of place, because a Poisson count of a risk, thinned, is a Poisson count of that risk.
 *
 * The share is the interpolated one (methods B1): k / N rounds up by as much as one place, which is nothing over
 * 20,000 places and much over 50. With all incidents kept it is the observed interpolated share.
 *
 * `low` and `high` say how far one draw of that size strays from what was registered. They are no interval for the
 * risk: with all incidents kept they have no width.
 *
 * Cost: draws × (places + sqrt(places × incidents) + largest count), see `IncidentSampler`.
 *
 * @param counts whole numbers >= 0, places without incidents included
 * @param options.incidents kept in each draw, 0 to all
 * @param options.percents ascending; default 25, 50 and 80
 * @returns NaN in all values where no incident is kept
 * @throws RangeError where more are to be kept than there are
 */
export function rarefiedConcentration(
  counts: ArrayLike<number>,
  options: {
    incidents: number;
    percents?: readonly number[];
    draws: number;
    seed: number;
    onProgress?: OnProgress | undefined;
  },
): Rarefied {
  const { incidents, percents = CONCENTRATION_PERCENTS, draws, seed, onProgress } = options;
  const sampler = new IncidentSampler(counts);
  if (!(Number.isInteger(incidents) && incidents >= 0 && incidents <= sampler.incidents)) {
    throw new RangeError(`${incidents} incidents of ${sampler.incidents}`);
  }
  const random = drawGenerator(seed, 0);
  const shares = percents.map(() => new Float64Array(draws));
  const gini = new Float64Array(draws);
  const byCount = new Float64Array(largest(counts) + 1);
  for (let draw = 0; draw < draws; draw++) {
    onProgress?.(draw, draws);
    byCount.fill(0);
    for (const count of sampler.draw(incidents, random)) byCount[count]++;
    sharesOfPlaces(byCount, percents).forEach((share, i) => {
      shares[i][draw] = share;
    });
    gini[draw] = giniOfPlaces(byCount);
  }
  return {
    incidents,
    incidentsPerPlace: incidents / counts.length,
    places: counts.length,
    draws,
    seed,
    method: 'hypergeometric',
    shares: percents.map((percent, i) => ({ percent, ...centralRange(shares[i]) })),
    gini: centralRange(gini),
  };
}

function largest(counts: ArrayLike<number>): number {
  let most = 0;
  for (let i = 0; i < counts.length; i++) if (counts[i] > most) most = counts[i];
  return most;
}
