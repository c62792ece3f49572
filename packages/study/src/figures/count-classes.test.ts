import { expect, it } from 'vitest';
import { countClasses } from './count-classes.ts';

it('has the same classes for all maps, of their counts together', () => {
  const [a, b] = [Uint32Array.of(1, 2, 3, 4), Uint32Array.of(5, 6, 7, 8)];
  const { limits, areShared } = countClasses([a, b], { method: 'equal', classes: 7 });
  expect(limits).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  expect(areShared).toBe(true);
  expect(countClasses([a], undefined)).toMatchObject({ areShared: false, method: 'jenks' });
});

it('takes steps of about three where the largest counts are more than five times apart, unless asked', () => {
  const [small, large] = [Uint32Array.of(0, 1, 2, 17), Uint32Array.of(3, 40, 86)];
  expect(countClasses([small, large], undefined)).toMatchObject({
    method: 'steps',
    limits: [1, 2, 4, 11, 31, Number.POSITIVE_INFINITY],
  });
  expect(countClasses([Uint32Array.of(1, 85), small], undefined).method).toBe('jenks');
  expect(countClasses([small, large], { method: 'head-tail' }).method).toBe('headTail');
  const wide = countClasses([small, Uint32Array.of(4626)], undefined).limits;
  expect(wide).toEqual([1, 11, 31, 101, 301, 1001, 3001, Number.POSITIVE_INFINITY]);
});
