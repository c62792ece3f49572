import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { referenceOf, references } from './references.ts';

const methods = ['concentration', 'concentration-intervals', 'concentration-world']
  .map((page) => readFileSync(join(import.meta.dirname, `../../docs/methods/${page}.md`), 'utf8'))
  .join('\n');

describe('references', () => {
  it('are in order, each once, and named by first author and year', () => {
    const keys = references.map(({ key }) => key);
    expect(keys).toEqual([...new Set(keys)].sort());
    for (const { key, authors, year } of references)
      expect(key).toBe(`${authors[0][0].toLowerCase()}-${year}`);
  });

  it('have what a list of literature asks for', () => {
    for (const one of references) {
      expect(one.title.length).toBeGreaterThan(20);
      expect(one.title).not.toMatch(/\.$/);
      for (const [, initials] of one.authors) expect(initials).toMatch(/^[A-Z]\.( [A-Z]\.)*$/);
      if (one.kind === 'article') expect(one.journal).toBeTruthy();
      else expect(one.publisher && one.place).toBeTruthy();
      if (one.doi) expect(one.doi).toMatch(/^10\.\d{4,}\/\S+$/);
      if (one.pages) expect(one.pages).toMatch(/^\d+(-\d+)?$/);
    }
  });

  it('say of a work on concentration what the pages of the methods say', () => {
    for (const key of [
      'bernasco-2017',
      'chalfin-2021',
      'eck-2017',
      'lee-2017',
      'mohler-2019',
      'weisburd-2015',
    ])
      expect(methods).toContain(referenceOf(key).doi);
  });

  it('refuse an unknown key', () => {
    expect(() => referenceOf('nobody-1900')).toThrow('nobody-1900');
  });
});
