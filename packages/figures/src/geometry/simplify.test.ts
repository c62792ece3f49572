import { describe, expect, it } from 'vitest';
import { simplify } from './simplify.ts';
import { pathData, px } from './svg-path.ts';

describe('simplify', () => {
  it('leaves out vertices within the tolerance and keeps corners and ends', () => {
    const line = Float64Array.of(0, 0, 5, 0.1, 10, 0, 10, 10);
    expect([...simplify(line, 0.3)]).toEqual([0, 0, 10, 0, 10, 10]);
    expect([...simplify(line, 0.05)]).toEqual([...line]);
  });

  it('keeps the far vertex of a closed ring', () => {
    const ring = Float64Array.of(0, 0, 10, 0, 10, 10, 0, 10, 0, 0);
    expect(simplify(ring, 0.3)).toHaveLength(10);
  });
});

describe('pathData', () => {
  it('writes relative steps without drift and drops what is smaller than a step', () => {
    expect(pathData([Float64Array.of(0, 0, 0.31, 0, 0.62, 0, 0.93, 0)], false)).toBe(
      'M0 0l0.3 0 0.3 0 0.3 0',
    );
    expect(pathData([Float64Array.of(1, 1, 1.01, 1.01)], false)).toBe('');
    expect(pathData([Float64Array.of(0, 0, 1, 0, 1, 1)], true)).toBe('M0 0l1 0 0 1Z');
  });

  it('never writes minus zero', () => {
    expect(Object.is(px(-0.001), 0)).toBe(true);
  });
});
