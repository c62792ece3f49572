import type { Address } from './addresses.ts';
import { distance } from './geometry.ts';

/** Sum of the weights of all addresses within reach of each address, its own included. */
export function sumsAround(
  addresses: readonly Address[],
  weights: ArrayLike<number>,
  metres: number,
): Float64Array {
  const bins = new Map<string, number[]>();
  const bin = (value: number): number => Math.floor(value / metres);
  for (const [at, { point }] of addresses.entries()) {
    const key = `${bin(point[0])},${bin(point[1])}`;
    const list = bins.get(key);
    if (list) list.push(at);
    else bins.set(key, [at]);
  }
  return Float64Array.from(addresses, ({ point }) => {
    let sum = 0;
    for (let dx = -1; dx <= 1; dx++) {
      for (let dy = -1; dy <= 1; dy++) {
        for (const other of bins.get(`${bin(point[0]) + dx},${bin(point[1]) + dy}`) ?? []) {
          if (distance(addresses[other]!.point, point) <= metres) sum += weights[other]!;
        }
      }
    }
    return sum;
  });
}

const EVEN_METRES = 220;
/** 0 leaves the background as it is, 1 makes every quarter alike. */
const EVEN_POWER = 0.8;
/** Below this share of the ordinary level nothing more is added: a road in the steppe stays empty. */
const QUIET = 0.4;

/**
 * Factors that bring the background of busy quarters nearer to the ordinary one. Without them a dense block of
 * the centre has five times the ordinary level by itself, and the areas that the plan plants are not the
 * problem places of the city. The ordinary level is the median over the addresses.
 */
export function eveningFactors(addresses: readonly Address[], background: Float64Array): Float64Array {
  const around = sumsAround(addresses, background, EVEN_METRES);
  const ordinary = Float64Array.from(around).sort()[around.length >> 1]!;
  return around.map((level) => (Math.max(level, QUIET * ordinary) / ordinary) ** -EVEN_POWER);
}
