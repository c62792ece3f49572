import { describe, expect, it } from 'vitest';
import { guideDocument } from './guide-document.ts';
import { KAZAKH } from './kazakh.ts';
import { RUSSIAN } from './russian.ts';

const keysOf = (part: unknown): string[] =>
  [...JSON.stringify(part).matchAll(/\[([a-z]+-\d{4})\]/g)].map(([, key]) => key);
const numbersOf = (part: unknown): string[] => JSON.stringify(part).match(/\d+(?:,\d+)?/g) ?? [];

describe('the guide to the methods', () => {
  it('says the same in both languages: paragraph by paragraph the same works and numbers', () => {
    expect(KAZAKH.map(({ parts }) => parts.length)).toEqual(RUSSIAN.map(({ parts }) => parts.length));
    KAZAKH.forEach(({ parts }, i) => {
      parts.forEach((part, j) => {
        const other = RUSSIAN[i].parts[j];
        expect(typeof part).toBe(typeof other);
        expect(keysOf(part)).toEqual(keysOf(other));
        // "1-ге жақындаған сайын" and "ближе к 1": the order of words differs, the numbers do not.
        expect(numbersOf(part).sort()).toEqual(numbersOf(other).sort());
      });
    });
  });

  it('cites by number, and lists what it cites', () => {
    for (const lang of ['kk', 'ru'] as const) {
      const { blocks } = guideDocument(lang);
      const said = JSON.stringify(blocks.filter(({ kind }) => kind === 'paragraph'));
      expect(said).not.toMatch(/\[[a-z]/);
      const cited = [...said.matchAll(/\[(\d+)\]/g)].map(([, n]) => Number(n));
      const list = blocks.at(-1);
      expect(list?.kind === 'list' && list.items.length).toBe(Math.max(...cited));
    }
  });

  it('states of a thousand incidents on ten thousand cells what an even throw gives', () => {
    const mean = 0.1;
    const law = (k: number): number => (Math.exp(-mean) * mean ** k) / [1, 1, 2, 6, 24, 120][k];
    // From the busiest cells down: incidents and cells, as parts of all.
    let [incidents, cells] = [0, 0];
    for (let k = 5; k >= 2; k--) {
      incidents += (k * law(k)) / mean;
      cells += law(k);
    }
    cells += (0.5 - incidents) * mean;
    expect(100 * cells).toBeCloseTo(4.5, 0);
    expect(1 - law(0)).toBeLessThan(0.1);
  });
});
