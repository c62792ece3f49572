import { upperNormalTail } from '../significance/normal.ts';

/** Pair correlation at some radii. */
export interface NetworkPairCorrelation {
  readonly values: Float64Array;
  /** Standard deviation of the Gaussian it was smoothed with, metres; 0 where there was no pair or no spread. */
  readonly bandwidth: number;
}

/** Steps from 0 to the last radius in which distances are kept: under 1/100 of any bandwidth that arises. */
const STEPS = 4096;

/** Distances of pairs and their weights, added up in fine steps (each shared between the two nearest). */
export class FineDistances {
  private readonly most: number;
  private readonly counts = new Float64Array(STEPS + 1);
  private readonly weights = new Float64Array(STEPS + 1);
  private pairs = 0;

  /** @param most the largest distance that will come, metres */
  constructor(most: number) {
    this.most = most;
  }

  add(distance: number, weight: number): void {
    const at = this.most > 0 ? (distance / this.most) * STEPS : 0;
    const step = Math.min(STEPS - 1, Math.floor(at));
    const share = at - step;
    this.counts[step] += 1 - share;
    this.counts[step + 1] += share;
    this.weights[step] += weight * (1 - share);
    this.weights[step + 1] += weight * share;
    this.pairs++;
  }

  /**
   * Gaussian kernel estimate, bandwidth by Silverman's rule .9 min(s, IQR / 1.34) n^(-1/5) over the distances
   * (Silverman 1986, eq. 3.31), divided at each radius by the part of the kernel that lies between 0 and the last.
   */
  pairCorrelation(radii: Float64Array, scale: number): NetworkPairCorrelation {
    const bandwidth = this.silverman();
    const values = new Float64Array(radii.length);
    if (!(bandwidth > 0)) return { values, bandwidth: 0 };
    const step = this.most / STEPS;
    radii.forEach((radius, i) => {
      let sum = 0;
      for (let at = 0; at <= STEPS; at++) {
        if (this.weights[at] === 0) continue;
        const u = (radius - at * step) / bandwidth;
        if (u < 9 && u > -9) sum += this.weights[at] * Math.exp((-u * u) / 2);
      }
      const inside = upperNormalTail(-radius / bandwidth) - upperNormalTail((this.most - radius) / bandwidth);
      values[i] = (sum * scale) / (Math.sqrt(2 * Math.PI) * bandwidth * inside);
    });
    return { values, bandwidth };
  }

  private silverman(): number {
    if (this.pairs < 2) return 0;
    const step = this.most / STEPS;
    let [sum, squares] = [0, 0];
    for (let at = 0; at <= STEPS; at++) {
      sum += this.counts[at] * at;
      squares += this.counts[at] * at * at;
    }
    const mean = sum / this.pairs;
    const deviation = Math.sqrt(Math.max(0, squares - this.pairs * mean * mean) / (this.pairs - 1));
    const spread = (this.quantile(0.75) - this.quantile(0.25)) / 1.34;
    const narrower = spread > 0 ? Math.min(deviation, spread) : deviation;
    return 0.9 * narrower * step * this.pairs ** -0.2;
  }

  /** In steps. */
  private quantile(share: number): number {
    let before = 0;
    for (let at = 0; at <= STEPS; at++) {
      const here = this.counts[at];
      if (before + here >= share * this.pairs && here > 0)
        return at - 0.5 + (share * this.pairs - before) / here;
      before += here;
    }
    return STEPS;
  }
}
