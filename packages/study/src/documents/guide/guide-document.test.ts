import { referenceOf } from '@oryn/datasets';
import { describe, expect, it } from 'vitest';
import { GUIDE_LANGUAGES, guideDocument } from './guide-document.ts';
import { GUIDE_FIGURES } from './guide-section.ts';
import { KAZAKH } from './kazakh.ts';
import { RUSSIAN } from './russian.ts';
import { TERMS } from './terms.ts';

const keysOf = (part: unknown): string[] =>
  [...JSON.stringify(part).matchAll(/\[([a-z]+-\d{4})\]/g)].map(([, key]) => key);
const numbersOf = (part: unknown): string[] => JSON.stringify(part).match(/\d+(?:,\d+)?/g) ?? [];

/** What a part is, down to the length of its lists and the shape of its tables. */
const shapeOf = (part: unknown): unknown =>
  JSON.parse(JSON.stringify(part, (_, value) => (typeof value === 'string' ? '' : value)));

describe('the guide to the methods', () => {
  it('says the same in both languages: paragraph by paragraph the same works and numbers', () => {
    expect(shapeOf(KAZAKH)).toEqual(shapeOf(RUSSIAN));
    KAZAKH.forEach(({ parts }, i) => {
      parts.forEach((part, j) => {
        const other = RUSSIAN[i].parts[j];
        expect(keysOf(part)).toEqual(keysOf(other));
        // "1-ге жақындаған сайын" and "ближе к 1": the order of words differs, the numbers do not.
        expect(numbersOf(part).sort(), JSON.stringify(part)).toEqual(numbersOf(other).sort());
      });
    });
  });

  it('cites by number, and lists what it cites, each work once', () => {
    for (const lang of GUIDE_LANGUAGES) {
      const { blocks } = guideDocument(lang);
      const said = JSON.stringify(blocks.filter(({ kind }) => kind === 'paragraph' || kind === 'list'));
      expect(said).not.toMatch(/\[[a-z]+-\d/);
      const marks = [...said.matchAll(/\[(\d+(?:, \d+)*)\]/g)].flatMap(([, list]) => list.split(', '));
      const list = blocks.at(-1);
      expect(list?.kind === 'list' && list.items).toHaveLength(Math.max(...marks.map(Number)));
    }
    const cited = new Set([...keysOf(RUSSIAN)]);
    for (const key of cited) expect(referenceOf(key).key).toBe(key);
    expect(cited.size).toBeGreaterThan(30);
  });

  it('numbers its tables and figures, and marks what is invented', () => {
    for (const lang of GUIDE_LANGUAGES) {
      const { blocks } = guideDocument(lang);
      const figures = blocks.filter((block) => block.kind === 'figure');
      expect(figures.map(({ name }) => name).sort()).toEqual([...GUIDE_FIGURES].sort());
      const invented = lang === 'kk' ? /ойдан құрастырылған/i : /вымышлен/;
      for (const { caption } of figures) expect(caption).toMatch(invented);
      const tables = blocks.filter((block) => block.kind === 'table');
      tables.forEach(({ caption }, i) => {
        expect(caption).toContain(lang === 'kk' ? `${i + 1}-кесте` : `Таблица ${i + 1}`);
        if (/Тас[оө]зен/.test(caption)) expect(caption).toMatch(invented);
      });
      for (const { table } of tables)
        for (const row of table.rows) expect(row).toHaveLength(table.head.length);
    }
  });

  it('keeps the letters of each language to itself', () => {
    expect(JSON.stringify(RUSSIAN.slice(0, -1))).not.toMatch(/[әғқңөұүһі]/i);
    expect(new Set(TERMS.map(({ kk }) => kk)).size).toBe(TERMS.length);
    for (const { kk, ru, en } of TERMS) {
      expect(`${kk}${ru}`).not.toMatch(/[a-z]/i);
      expect(en).not.toMatch(/[а-яё]/i);
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
