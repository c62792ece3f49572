import { countTiers } from './count-tiers.ts';

/** The Lorenz curve with the busiest places first; corners only, straight between them. */
export interface LorenzCurve {
  placeShare: number[];
  incidentShare: number[];
}

/** Corners of the curve: one per distinct count, from (0, 0) to (1, 1). */
export function lorenzCurve(counts: ArrayLike<number>): LorenzCurve {
  const tiers = countTiers(counts);
  const placeShare = [0];
  const incidentShare = [0];
  let places = 0;
  let held = 0;
  tiers.counts.forEach((count, tier) => {
    places += tiers.sizes[tier];
    held += count * tiers.sizes[tier];
    placeShare.push(places / tiers.places);
    incidentShare.push(tiers.incidents > 0 ? held / tiers.incidents : 0);
  });
  return { placeShare, incidentShare };
}
