import { expect, it } from 'vitest';
import { randomStream } from '../random/stream.ts';
import { complexTable, multiplyInto, powerOfTwo, transform } from './fourier.ts';

it('transforms as the definition says, and back', () => {
  const random = randomStream(2);
  const table = complexTable(8, 4);
  table.real.forEach((_, i) => {
    table.real[i] = random.normal();
    table.imaginary[i] = random.normal();
  });
  const before = { real: table.real.slice(), imaginary: table.imaginary.slice() };
  transform(table);
  for (let v = 0; v < 4; v++) {
    for (let u = 0; u < 8; u++) {
      let [re, im] = [0, 0];
      for (let i = 0; i < 32; i++) {
        const angle = -2 * Math.PI * (((i % 8) * u) / 8 + (Math.floor(i / 8) * v) / 4);
        re += before.real[i] * Math.cos(angle) - before.imaginary[i] * Math.sin(angle);
        im += before.real[i] * Math.sin(angle) + before.imaginary[i] * Math.cos(angle);
      }
      expect(table.real[v * 8 + u]).toBeCloseTo(re, 10);
      expect(table.imaginary[v * 8 + u]).toBeCloseTo(im, 10);
    }
  }
  transform(table, true);
  before.real.forEach((value, i) => void expect(table.real[i]).toBeCloseTo(value, 12));
  before.imaginary.forEach((value, i) => void expect(table.imaginary[i]).toBeCloseTo(value, 12));
});

it('multiplies transforms to a convolution; sides are powers of two, one cell included', () => {
  const a = complexTable(4, 1);
  const b = complexTable(4, 1);
  a.real.set([1, 2, 0, 0]);
  b.real.set([3, 0, 0, 5]);
  transform(a);
  transform(b);
  multiplyInto(a, b);
  transform(a, true);
  [13, 6, 0, 5].forEach((value, i) => void expect(a.real[i]).toBeCloseTo(value, 12));
  expect([powerOfTwo(0), powerOfTwo(1), powerOfTwo(5), powerOfTwo(64)]).toEqual([1, 1, 8, 64]);
});
