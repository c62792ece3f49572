import { sortedDescending } from './share-of-places.ts';

/** The Lorenz curve with the busiest places first; corners only, straight between them. */
export interface LorenzCurve {
  placeShare: number[];
  incidentShare: number[];
}

/** Corners of the curve: one per distinct count, from (0, 0) to (1, 1). */
export function lorenzCurve(counts: ArrayLike<number>): LorenzCurve {
  const sorted = sortedDescending(counts);
  let total = 0;
  for (const n of sorted) total += n;
  const placeShare = [0];
  const incidentShare = [0];
  let held = 0;
  sorted.forEach((n, i) => {
    held += n;
    if (i + 1 < sorted.length && sorted[i + 1] === n) return;
    placeShare.push((i + 1) / sorted.length);
    incidentShare.push(total > 0 ? held / total : 0);
  });
  return { placeShare, incidentShare };
}
