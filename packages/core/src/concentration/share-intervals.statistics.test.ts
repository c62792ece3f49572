import { expect, it } from 'vitest';
import {
  correlatedField,
  poissonGammaCounts,
  poissonLognormalCounts,
  poissonLognormalLaw,
} from '../../../../test/support/superpopulation.ts';
import { randomStream } from '../random/stream.ts';
import { latentGini } from '../significance/negative-binomial.ts';
import type { CountLaw } from './count-law.ts';
import { negativeBinomialNull } from './negative-binomial-null.ts';
import { poissonGammaFit } from './poisson-gamma.ts';
import { latentShare } from './poisson-gamma-shares.ts';
import { giniInterval, shareIntervals } from './share-intervals.ts';

const SAMPLES = 2000;
/** One standard error of a share of 2,000 samples near the ends of the range. */
const NOISE = 0.004;
const TIMEOUT = 1_500_000;
const DRAWS = 199;

/** How often intervals lay below, around and above the truth, and how often there was none. */
class Coverage {
  private readonly rows = new Map<
    string,
    { truth: number; given: number; low: number; high: number; all: number }
  >();

  add(name: string, truth: number, { low, high }: { low: number; high: number }): void {
    const row = this.rows.get(name) ?? { truth, given: 0, low: 0, high: 0, all: 0 };
    this.rows.set(name, row);
    row.all++;
    if (Number.isNaN(low)) return;
    row.given++;
    if (high < truth) row.low++;
    if (low > truth) row.high++;
  }

  /** Where an interval is given in most samples, it covers in 93 to 97 of 100. */
  check(title: string): void {
    for (const [name, { truth, given, low, high, all }] of this.rows) {
      const percent = (n: number): string => ((100 * n) / given).toFixed(1).padStart(5);
      const covered = given - low - high;
      process.stdout.write(
        `${title}  ${name.padEnd(34)} truth ${truth.toFixed(4)}  covers ${percent(covered)}  ` +
          `(too high ${percent(high)}, too low ${percent(low)})  given ${((100 * given) / all).toFixed(0)} %\n`,
      );
      if (given < all / 2) continue;
      expect.soft(covered / given, `${title} ${name}`).toBeGreaterThan(0.93 - NOISE);
      expect.soft(covered / given, `${title} ${name}`).toBeLessThan(0.97 + NOISE);
    }
  }
}

function measure(
  coverage: Coverage,
  counts: Uint32Array,
  law: CountLaw,
  shape: number | undefined,
  blocks?: Uint32Array,
): void {
  const options = { draws: DRAWS, seed: 7, blocks };
  for (const interval of shareIntervals(counts, options)) {
    const share = interval.percent / 100;
    const isLatent = interval.estimand === 'latent-share';
    if (interval.method === 'poisson-gamma' && shape === undefined) continue;
    const truth = isLatent ? latentShare(share, shape!) : law.shareOfPlaces(share);
    coverage.add(
      `${interval.estimand.slice(0, 6)} ${interval.percent} % ${interval.method}`,
      truth,
      interval,
    );
  }
  const gini = giniInterval(counts, options);
  coverage.add(`gini ${gini.method}`, law.gini, gini);
  if (shape === undefined) return;
  const fit = poissonGammaFit(counts);
  coverage.add('latent gini', latentGini(shape), fit.latentGini);
}

it.each([500, 1000, 2000, 5000])(
  'intervals over %i places of gamma risks cover in 93 to 97 of 100 samples',
  (places) => {
    for (const shape of [0.2, 0.3, 0.5, 1]) {
      for (const mean of [0.2, 0.5, 2, 5]) {
        const law = negativeBinomialNull(mean, shape);
        const coverage = new Coverage();
        for (let sample = 0; sample < SAMPLES; sample++) {
          const random = randomStream(1000 * sample + places, 1);
          measure(coverage, poissonGammaCounts(places, mean, shape, random), law, shape);
        }
        coverage.check(`N ${places} k ${shape} mean ${mean}`);
      }
    }
  },
  TIMEOUT,
);

it(
  'intervals of the raw share cover 93 to 97 % over places of log-normal risks',
  () => {
    for (const places of [500, 2000, 5000]) {
      for (const [mean, sigma] of [
        [0.5, 1.3],
        [2, 1.3],
        [5, 1],
      ]) {
        const law = poissonLognormalLaw(mean, sigma);
        const coverage = new Coverage();
        for (let sample = 0; sample < SAMPLES; sample++) {
          const random = randomStream(1000 * sample + places, 2);
          const z = Float64Array.from({ length: places }, () => random.normal());
          measure(coverage, poissonLognormalCounts(z, mean, sigma, random), law, undefined);
        }
        coverage.check(`N ${places} log-normal ${sigma} mean ${mean}`);
      }
    }
  },
  TIMEOUT,
);

it(
  'blocks cover 93 to 97 % where neighbours resemble each other over a fifth of a block',
  () => {
    for (const [side, reach, width, mean, sigma] of [
      [140, 1, 20, 1, 1.2],
      [140, 3, 20, 1, 1.2],
      [140, 3, 20, 5, 1],
    ]) {
      const law = poissonLognormalLaw(mean, sigma);
      const coverage = new Coverage();
      const across = Math.ceil(side / width);
      const block = Uint32Array.from(
        { length: side * side },
        (_, i) => Math.floor((i % side) / width) + across * Math.floor(i / side / width),
      );
      for (let sample = 0; sample < SAMPLES / 2; sample++) {
        const random = randomStream(1000 * sample + side, 3);
        const counts = poissonLognormalCounts(correlatedField(side, reach, random), mean, sigma, random);
        measure(coverage, counts, law, undefined, block);
      }
      coverage.check(`${side}² places, ${across}² blocks, reach ${reach}, mean ${mean}, sigma ${sigma}`);
    }
  },
  TIMEOUT,
);
