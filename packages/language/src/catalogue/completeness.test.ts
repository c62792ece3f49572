import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { languages } from '../language.ts';
import { sectionsOf } from './catalogues.ts';

type Tokens = ReturnType<IntlMessageFormat['getAst']>;

const english = sectionsOf('en');
const all = Object.entries(english).flatMap(([section, texts]) =>
  Object.keys(texts).map((key) => ({ section, key })),
);

function arguments_(tokens: Tokens, found: Map<string, string[]> = new Map()): Map<string, string[]> {
  for (const token of tokens) {
    // 0 literal, 1 argument, 5 select, 6 plural; numbers, dates and times would bring Intl in.
    expect([0, 1, 5, 6]).toContain(token.type);
    if (token.type === 1) found.set(token.value, found.get(token.value) ?? []);
    if (token.type === 5 || token.type === 6) {
      found.set(token.value, Object.keys(token.options).sort());
      for (const option of Object.values(token.options)) arguments_(option.value, found);
    }
  }
  return found;
}

describe('catalogues', () => {
  it.each(languages)('%s has every text, none empty', (lang) => {
    const sections = sectionsOf(lang);
    for (const { section, key } of all)
      expect(sections[section]?.[key]?.trim(), `${section}.${key}`).toBeTruthy();
    expect(Object.keys(sections)).toEqual(Object.keys(english));
    for (const section of Object.keys(english)) {
      expect(Object.keys(sections[section]!).sort()).toEqual(Object.keys(english[section]!).sort());
    }
  });

  it('uses the same placeholders and the same choices in every language', () => {
    for (const { section, key } of all) {
      const [kk, ru, en] = languages.map((lang) => {
        const found = arguments_(
          new IntlMessageFormat(sectionsOf(lang)[section]![key]!, lang, undefined, {
            ignoreTag: true,
          }).getAst(),
        );
        // A raw count only chooses a plural form; Kazakh nouns stay singular after a number.
        if (found.delete('count')) expect(lang, `${section}.${key}: no plural in Kazakh`).not.toBe('kk');
        return [...found].sort(([a], [b]) => (a < b ? -1 : 1));
      });
      expect(kk, `${section}.${key} kk`).toEqual(en);
      expect(ru, `${section}.${key} ru`).toEqual(en);
    }
  });

  it('never glues a suffix to a placeholder or writes the raw count', () => {
    for (const lang of languages) {
      for (const { section, key } of all) {
        const message = sectionsOf(lang)[section]![key]!;
        // The word after a number in “1-сурет” and “1-кесте” is the whole word, not an ending.
        const endings = message.replaceAll(/\{n\}-(?=сурет|кесте)/g, '');
        expect(endings, `${lang} ${section}.${key}`).not.toMatch(/\{\w+\}[-'’]?[а-яёәғқңөұүһі]/iu);
        expect(message, `${lang} ${section}.${key}`).not.toContain('{count}');
        expect(message, `${lang} ${section}.${key}`).not.toContain('#');
      }
    }
  });
});
