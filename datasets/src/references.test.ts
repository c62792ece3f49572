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
    for (const { key, kind, year, ...work } of references) {
      const authors = work.inLanguages?.en.authors ?? work.authors;
      expect(key).toMatch(new RegExp(`^[a-z]+-${year}$`));
      if (kind === 'article' || kind === 'book') expect(key).toBe(`${authors[0][0].toLowerCase()}-${year}`);
    }
  });

  it('have what a list of literature asks for', () => {
    for (const one of references) {
      expect(one.title).not.toMatch(/\.$/);
      expect(['source', 'several-lists', 'one-list']).toContain(one.checked);
      for (const [, initials] of one.authors) expect(initials).toMatch(/^\p{Lu}\.([ -]\p{Lu}\.)*$/u);
      if (one.kind === 'article') expect(one.journal && one.volume && one.pages).toBeTruthy();
      else if (one.kind === 'book') expect(one.publisher && one.place).toBeTruthy();
      else for (const lang of ['kk', 'ru', 'en'] as const) expect(one.inLanguages?.[lang].title).toBeTruthy();
      if (one.kind === 'online') expect(one.url).toMatch(/^https:/);
      if (one.doi) expect(one.doi).toMatch(/^10\.\d{4,}\/\S+$/);
      if (one.pages) expect(one.pages).toMatch(/^\d+(-\d+)?$/);
      const [first, last = first] = (one.pages ?? '').split('-').map(Number);
      expect(last).toBeGreaterThanOrEqual(first);
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
