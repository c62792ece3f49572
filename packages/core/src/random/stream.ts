import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** A seeded stream of random numbers. It is always passed as an argument; there is no global one. */
export interface RandomStream {
  /** Uniform on [0, 1). */
  uniform(): number;
  /** Uniform whole number on [from, to], both ends included. */
  integer(from: number, to: number): number;
  /** Standard normal (Box & Muller 1958, polar form of Marsaglia & Bray 1964). */
  normal(): number;
  /** Poisson count with the given mean (mean >= 0). */
  poisson(mean: number): number;
}

/**
 * The stream number `index` of a seed. Streams of one seed lie 2^64 draws apart, so task i may use stream i
 * and the result does not depend on how many workers share the tasks.
 */
export function randomStream(seed: number, index = 0): RandomStream {
  const generator = xoroshiro128plus(seed | 0);
  for (let jump = 0; jump < index; jump++) generator.jump();
  const uniform = (): number => uniformFloat64(generator);
  const stream: RandomStream = {
    uniform,
    integer: (from, to) => uniformInt(generator, from, to),
    normal: () => standardNormal(uniform),
    poisson: (mean) => poissonCount(mean, uniform),
  };
  return stream;
}

function standardNormal(uniform: () => number): number {
  for (;;) {
    const u = 2 * uniform() - 1;
    const v = 2 * uniform() - 1;
    const s = u * u + v * v;
    if (s > 0 && s < 1) return u * Math.sqrt((-2 * Math.log(s)) / s);
  }
}

/** A Poisson count is the sum of Poisson counts of parts of its mean; parts of 16 keep exp() far from 0. */
function poissonCount(mean: number, uniform: () => number): number {
  let count = 0;
  for (let left = mean; left > 0; left -= 16) {
    const floor = Math.exp(-Math.min(left, 16));
    let product = uniform();
    while (product > floor) {
      count++;
      product *= uniform();
    }
  }
  return count;
}
