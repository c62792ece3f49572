import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalogues, languages } from '@oryn/language';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory())
      return ['node_modules', 'dist', 'test'].includes(entry.name) ? [] : sources(path);
    return /\.tsx?$/.test(entry.name) && !entry.name.includes('.test.') ? [path] : [];
  });
}

/** Codes given to OrynError, with the names of their values where they are written out beside them. */
function thrown(): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const file of [...sources('packages'), ...sources('apps')]) {
    const text = readFileSync(join(root, file), 'utf8');
    for (const [, code, values] of text.matchAll(/OrynError\(\s*'([\w.-]+)'(?:,\s*\{([^{}]*)\})?/g)) {
      const names = [...(values ?? '').matchAll(/(?:^|[,\s])(\w+)(?=\s*[,:}]|\s*$)/g)].map(
        (match) => match[1],
      );
      found.set(code, [...(found.get(code) ?? []), ...names]);
    }
  }
  return found;
}

describe('errors', () => {
  const codes = thrown();
  /** Said by the command line about its own mistakes, not thrown as codes. */
  const own = ['internal', 'unknown'];

  it('have a sentence in every language, and every sentence is thrown somewhere', () => {
    for (const lang of languages) {
      const written = Object.keys(catalogues[lang].errors).filter((code) => !own.includes(code));
      expect(written.sort(), lang).toEqual([...codes.keys()].sort());
    }
  });

  it('name in their sentence only values that are given', () => {
    for (const [code, names] of codes) {
      const sentence = (catalogues.en.errors as Record<string, string>)[code];
      const plain = sentence.replaceAll(/\{\w+, (?:plural|select),(?:[^{}]|\{[^{}]*\})*\}/g, '');
      const asked = [...plain.matchAll(/\{(\w+)/g)].map((match) => match[1]).filter((name) => name !== 'n');
      if (code === 'coordinates.swapped') continue; // its values are spread from a record
      for (const name of asked) expect(names, `${code} asks for {${name}}`).toContain(name);
    }
  });
});
