import { describe, expect, it } from 'vitest';
import { IncidentSampler } from '../concentration/incident-sampler.ts';
import { randomStream } from '../random/stream.ts';
import { drawGenerator } from '../significance/draw-generator.ts';
import { pointPatternTest } from './point-pattern-test.ts';

const random = randomStream(21);
const field = (places: number, mean: number): Uint32Array =>
  Uint32Array.from({ length: places }, () => random.poisson(mean * 3 * random.uniform() ** 2));

describe('point pattern test', () => {
  it('gives the printed example of the package sppt: five units of six alike', () => {
    const found = pointPatternTest([2, 2, 2, 1, 0, 1], [2, 1, 2, 2, 1, 1], { seed: 1 });
    expect(found).toMatchObject({
      s: 5 / 6,
      robustS: 5 / 6,
      generalisedRobustS: 5 / 6,
      units: 6,
      unitsWithAny: 6,
      baseIncidents: 8,
      testIncidents: 9,
      drawShare: 0.85,
      draws: 200,
    });
  });

  it('equals sorting all draws of a unit and dropping 5 and 5 of 200', () => {
    const base = field(120, 2);
    const test = field(120, 3);
    const found = pointPatternTest(base, test, { seed: 9 });
    const sampler = new IncidentSampler(test);
    const stream = drawGenerator(9, 0);
    const size = Math.round(0.85 * sampler.incidents);
    const draws = Array.from({ length: 200 }, () => sampler.draw(size, stream).slice());
    const total = base.reduce((sum, count) => sum + count, 0);
    const similar = Array.from(base, (count, unit) => {
      const sorted = draws.map((draw) => draw[unit]).sort((a, b) => a - b);
      return count * size >= sorted[5] * total && count * size <= sorted[194] * total;
    });
    const isAny = (_: unknown, i: number): boolean => base[i] + test[i] > 0;
    expect(found.s).toBeCloseTo(similar.filter(Boolean).length / 120, 14);
    expect(found.robustS).toBeCloseTo(
      similar.filter(isAny).filter(Boolean).length / similar.filter(isAny).length,
      14,
    );
    expect(found.s).toBeLessThan(1);
  });

  it('is inflated by empty units, and its robust form is not', () => {
    const base = [4, 0, 9, 2];
    const test = [1, 6, 2, 7];
    const few = pointPatternTest(base, test, { seed: 1 });
    const zeros = new Array<number>(96).fill(0);
    const many = pointPatternTest([...base, ...zeros], [...test, ...zeros], { seed: 1 });
    expect(many.s).toBeGreaterThan(0.95);
    expect(many.robustS).toBe(few.robustS);
    expect(many.generalisedRobustS).toBe(few.generalisedRobustS);
  });

  it('divides the generalised form by the most units that could have an incident', () => {
    const base = [1, 0, 0, 0, 0, 0];
    const test = [1, 2, 3, 4, 0, 0];
    const { robustS, generalisedRobustS, unitsWithAny } = pointPatternTest(base, test, { seed: 3 });
    expect(unitsWithAny).toBe(4);
    expect(generalisedRobustS).toBeCloseTo(robustS * 4, 14);
  });

  it('is not known without incidents in a set, and is 1 in one unit', () => {
    for (const [base, test] of [
      [
        [0, 0],
        [1, 2],
      ],
      [
        [1, 2],
        [0, 0],
      ],
    ]) {
      const { s, robustS, generalisedRobustS } = pointPatternTest(base, test, { seed: 1 });
      expect([s, robustS, generalisedRobustS]).toEqual(new Array(3).fill(Number.NaN));
    }
    expect(pointPatternTest([7], [3], { seed: 1 })).toMatchObject({
      s: 1,
      robustS: 1,
      generalisedRobustS: 1,
    });
    expect(() => pointPatternTest([1], [1, 1], { seed: 1 })).toThrow(RangeError);
  });
});
