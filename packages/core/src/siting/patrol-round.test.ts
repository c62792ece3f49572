import { describe, expect, it } from 'vitest';
import { randomStream } from '../random/stream.ts';
import { patrolRound } from './patrol-round.ts';

function between(points: readonly (readonly [number, number])[], rounded = false): Float64Array {
  const n = points.length;
  return Float64Array.from({ length: n * n }, (_, pair) => {
    const [a, b] = [points[Math.floor(pair / n)], points[pair % n]];
    const meters = Math.hypot(a[0] - b[0], a[1] - b[1]);
    return rounded ? Math.round(meters) : meters;
  });
}

function drawn(n: number, seed: number): [number, number][] {
  const random = randomStream(seed);
  return Array.from({ length: n }, () => [5000 * random.uniform(), 5000 * random.uniform()]);
}

/** Every order of the places behind the first. */
function shortestOfAll(distances: Float64Array, n: number): number {
  let best = Infinity;
  const walk = (at: number, left: readonly number[], meters: number): void => {
    if (left.length === 0) best = Math.min(best, meters + distances[at * n]);
    for (const next of left) {
      walk(
        next,
        left.filter((place) => place !== next),
        meters + distances[at * n + next],
      );
    }
  };
  walk(
    0,
    Array.from({ length: n - 1 }, (_, i) => i + 1),
    0,
  );
  return best;
}

/** berlin52 of TSPLIB (Reinelt 1991): the shortest round is 7542 long, distances rounded to whole numbers. */
const BERLIN: [number, number][] = [
  [565, 575],
  [25, 185],
  [345, 750],
  [945, 685],
  [845, 655],
  [880, 660],
  [25, 230],
  [525, 1000],
  [580, 1175],
  [650, 1130],
  [1605, 620],
  [1220, 580],
  [1465, 200],
  [1530, 5],
  [845, 680],
  [725, 370],
  [145, 665],
  [415, 635],
  [510, 875],
  [560, 365],
  [300, 465],
  [520, 585],
  [480, 415],
  [835, 625],
  [975, 580],
  [1215, 245],
  [1320, 315],
  [1250, 400],
  [660, 180],
  [410, 250],
  [420, 555],
  [575, 665],
  [1150, 1160],
  [700, 580],
  [685, 595],
  [685, 610],
  [770, 610],
  [795, 645],
  [720, 635],
  [760, 650],
  [475, 960],
  [95, 260],
  [875, 920],
  [700, 500],
  [555, 815],
  [830, 485],
  [1170, 65],
  [830, 610],
  [605, 625],
  [595, 360],
  [1340, 725],
  [1740, 245],
];

describe('a patrol round', () => {
  it('is the shortest of all orders of up to eight places', () => {
    for (let n = 4; n <= 8; n++) {
      for (let seed = 1; seed <= 4; seed++) {
        const distances = between(drawn(n, 10 * n + seed));
        const round = patrolRound(distances);
        expect(round.isProvenShortest).toBe(true);
        expect(round.meters, `${n} places`).toBeCloseTo(shortestOfAll(distances, n), 8);
        expect([...round.order].sort()).toEqual([...Array(n).keys()]);
      }
    }
  });

  it('comes within 2 % of the known shortest of 52 places, and says that it is not proven', () => {
    const { meters, isProvenShortest, order } = patrolRound(between(BERLIN, true));
    expect(meters).toBeGreaterThanOrEqual(7542);
    expect(meters).toBeLessThan(7542 * 1.02);
    expect(isProvenShortest).toBe(false);
    expect(new Set(order).size).toBe(52);
  });

  it('is the same by small changes as by all orders, for rounds just above the limit', () => {
    // Places on a circle: the order around it is the shortest round.
    const n = 16;
    const at = [5, 0, 11, 3, 14, 8, 1, 9, 2, 15, 7, 12, 4, 10, 6, 13];
    const circle = at.map((i): [number, number] => [
      1000 * Math.cos((2 * Math.PI * i) / n),
      1000 * Math.sin((2 * Math.PI * i) / n),
    ]);
    expect(patrolRound(between(circle)).meters).toBeCloseTo(2 * n * 1000 * Math.sin(Math.PI / n), 6);
  });

  it('goes there and back between two places, nowhere from one, and keeps one direction', () => {
    expect(patrolRound(between([[0, 0]]))).toMatchObject({ meters: 0, isProvenShortest: true });
    expect(
      patrolRound(
        between([
          [0, 0],
          [3, 4],
        ]),
      ).meters,
    ).toBe(10);
    const { order } = patrolRound(between(drawn(9, 5)));
    expect(order[0]).toBe(0);
    expect(order[1]).toBeLessThan(order[8]);
    expect(() => patrolRound(new Float64Array(3))).toThrow(RangeError);
  });
});
