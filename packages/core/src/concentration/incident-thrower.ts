import type { DrawGenerator } from '../significance/draw-generator.ts';
import { poissonProbabilities } from './count-probabilities.ts';

/** Fills `counts`, one per place, with one throw of all incidents. */
export type IncidentThrower = (counts: Uint32Array, random: DrawGenerator) => void;

/**
 * Throws of a fixed number of incidents on places, each incident independently with the same probabilities: the
 * multinomial law, exactly.
 *
 * Where there are more incidents than places, most of them are not thrown one by one. Every place takes a Poisson count
 * of mean m p_i, with m a little under the incidents C; these counts, given their sum T, are multinomial(T, p). If
 * T > C the round is repeated; otherwise the C - T still missing are thrown singly, and the sum of the two multinomial
 * throws is multinomial(C, p), whatever T was (Brown & Bromberg 1984). Being two standard deviations under C, m leaves
 * about 2 √C to throw singly and repeats one round in forty.
 *
 * Cost of a throw: places + √(places × incidents) steps of the Poisson walks, or the incidents where these are fewer
 * than the places.
 *
 * @param exposure of each place, >= 0, not all 0; absent: all places alike. A place without exposure gets nothing
 */
export function incidentThrower(
  places: number,
  incidents: number,
  exposure?: ArrayLike<number>,
): IncidentThrower {
  const pick = exposure ? proportionalPick(exposure) : (random: DrawGenerator) => random.below(places);
  const mean = incidents > places ? Math.max(0, incidents - 2 * Math.sqrt(incidents)) : 0;
  const fill = mean > 0 ? poissonFill(meansOf(places, mean, exposure)) : () => 0;
  return (counts, random) => {
    let thrown: number;
    do {
      counts.fill(0);
      thrown = fill(counts, random);
    } while (thrown > incidents);
    for (; thrown < incidents; thrown++) counts[pick(random)]++;
  };
}

function meansOf(places: number, mean: number, exposure?: ArrayLike<number>): Float64Array {
  if (!exposure) return new Float64Array(places).fill(mean / places);
  let total = 0;
  for (let i = 0; i < places; i++) total += exposure[i];
  return Float64Array.from(exposure, (value) => (mean * value) / total);
}

/**
 * Independent Poisson counts; returns their sum. Each is found by inversion, walking from the likeliest count, so the
 * walk is as long as the count is far from it: about √mean steps.
 */
function poissonFill(means: Float64Array): (counts: Uint32Array, random: DrawGenerator) => number {
  const places = means.length;
  // P(X = mode) and P(X <= mode) of each place; equal means share theirs.
  const likeliest = new Float64Array(places);
  const upTo = new Float64Array(places);
  for (let i = 0; i < places; i++) {
    if (i > 0 && means[i] === means[i - 1]) {
      likeliest[i] = likeliest[i - 1];
      upTo[i] = upTo[i - 1];
      continue;
    }
    const { first, probabilities } = poissonProbabilities(means[i]);
    const mode = Math.floor(means[i]) - first;
    likeliest[i] = probabilities[mode];
    for (let n = 0; n <= mode; n++) upTo[i] += probabilities[n];
  }
  return (counts, random) => {
    let sum = 0;
    for (let i = 0; i < places; i++) {
      const mean = means[i];
      const u = uniform(random);
      let n = Math.floor(mean);
      let probability = likeliest[i];
      let atMost = upTo[i];
      if (u < atMost) {
        for (atMost -= probability; u < atMost && n > 0; atMost -= probability) {
          probability *= n / mean;
          n--;
        }
      } else {
        // The last digits of a sum of probabilities may stay under 1: the walk ends where they add nothing.
        while (u >= atMost && probability > 1e-18) {
          n++;
          probability *= mean / n;
          atMost += probability;
        }
      }
      counts[i] = n;
      sum += n;
    }
    return sum;
  };
}

/**
 * A place with probability proportional to its exposure: the first whose cumulated exposure passes a uniform part of
 * the total, found from a table of starts (Chen & Asau 1974), two steps on average.
 */
function proportionalPick(exposure: ArrayLike<number>): (random: DrawGenerator) => number {
  const cumulated = new Float64Array(exposure.length);
  let total = 0;
  for (let i = 0; i < exposure.length; i++) {
    total += exposure[i];
    cumulated[i] = total;
  }
  // A power of two: the product with a uniform number is exact, so a start is never past the place looked for.
  const cells = 2 ** Math.ceil(Math.log2(exposure.length + 1));
  const starts = new Uint32Array(cells);
  for (let cell = 0, at = 0; cell < cells; cell++) {
    while (cumulated[at] <= (cell / cells) * total) at++;
    starts[cell] = at;
  }
  return (random) => {
    const u = uniform(random);
    const part = u * total;
    let at = starts[Math.floor(u * cells)];
    while (cumulated[at] <= part) at++;
    return at;
  };
}

/** Uniform on [0, 1), 53 bits. */
export function uniform(random: DrawGenerator): number {
  return (random.below(2 ** 26) * 2 ** 27 + random.below(2 ** 27)) / 2 ** 53;
}
