import type { Incidents } from '@oryn/core';
import { describe, expect, it } from 'vitest';
import { codeBoundOf, codeWeights, weigh } from './weighing.ts';

const column = (...texts: string[]) => {
  const labels = [...new Set(['', ...texts])];
  return { codes: Uint16Array.from(texts, (text) => labels.indexOf(text)), labels };
};

const incidents = (articles: string[]): Incidents => ({
  count: articles.length,
  lon: new Float64Array(articles.length),
  lat: new Float64Array(articles.length),
  time: new Float64Array(articles.length),
  hourKnown: new Uint8Array(articles.length),
  category: column(...articles.map(() => 'theft')),
  placeType: column(...articles.map(() => '')),
  article: column(...articles),
  row: new Uint32Array(articles.length),
});

const codeOf = (work: () => unknown): string => {
  try {
    work();
    return '';
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('weights of incidents', () => {
  it('come from the part, else from the article, else are missing and counted: never zero', () => {
    const table = {
      by: 'article' as const,
      weights: new Map([
        ['188/3', 4],
        ['188', 2],
      ]),
    };
    const { incidents: weighed, choice } = weigh(incidents(['188/3', '188/1', '190/2', '']), table, 'w.csv');
    expect([...weighed.weight!]).toEqual([4, 2, Number.NaN, Number.NaN]);
    expect(choice).toMatchObject({ name: 'withoutWeight', value: 2, reason: 'weightsTable' });
  });

  it('of the Criminal Code are points of its range: murder 8 to 15 years, theft 0 to 2', () => {
    const at = (bound: 'lower' | 'third' | 'middle' | 'upper', key: string) =>
      codeWeights(bound).weights.get(key);
    expect([at('lower', '99/1'), at('middle', '99/1'), at('upper', '99/1')]).toEqual([8, 11.5, 15]);
    expect(at('third', '99/1')).toBeCloseTo(8 + 7 / 3, 12);
    expect(weigh(incidents(['99/1']), codeWeights('upper'), 'criminal-code:upper').choice.reason).toBe(
      'weightsBounds',
    );
  });

  it('are refused where they would be counted twice or not at all', () => {
    const table = { by: 'article' as const, weights: new Map([['99', 1]]) };
    expect(codeOf(() => weigh({ ...incidents(['99/1']), weight: Float64Array.of(1) }, table, 'w'))).toBe(
      'weights.twice',
    );
    expect(codeOf(() => weigh(incidents(['188/1']), table, 'w'))).toBe('weights.none');
    expect(codeOf(() => codeBoundOf('criminal-code:mean'))).toBe('weights.bound');
    expect(codeBoundOf('table.csv')).toBe(undefined);
  });
});
