import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { catalogues, sectionsOf } from './catalogues.ts';
import { pseudoCatalogue, pseudoMessage } from './pseudo.ts';

const messages = Object.values(sectionsOf('en')).flatMap((texts) => Object.values(texts));

/** The literals of a message, those of its choices too, and the names it is filled by. */
function partsOf(message: string): { words: string; names: string[] } {
  const names: string[] = [];
  let words = '';
  const visit = (tokens: ReturnType<IntlMessageFormat['getAst']>): void => {
    for (const token of tokens) {
      if (token.type === 0) words += token.value;
      if (token.type === 1 || token.type === 5 || token.type === 6) names.push(token.value);
      if (token.type === 5 || token.type === 6) {
        for (const [name, option] of Object.entries(token.options)) {
          names.push(name);
          visit(option.value);
        }
      }
    }
  };
  visit(new IntlMessageFormat(message, 'en', undefined, { ignoreTag: true }).getAst());
  return { words, names };
}

describe('the pseudo-language', () => {
  it('keeps placeholders and choices and marks where a text begins and ends', () => {
    expect(pseudoMessage('Take {n}')).toBe('⟦Ţååķéé {n}⟧');
    expect(pseudoMessage('{n} {count, plural, one {place} other {{n} or more}}')).toBe(
      '⟦{n} {count, plural, one {þļååçéé} other {{n} ôôŕ ɱôôŕéé}}⟧',
    );
  });

  it('leaves no plain letter in any message, and what fills it as it is', () => {
    for (const message of messages) {
      const parts = partsOf(pseudoMessage(message));
      expect(parts.words, message).not.toMatch(/[A-Za-z]/);
      expect(parts.names, message).toEqual(partsOf(message).names);
    }
  });

  it('is about a third longer', () => {
    const length = (sum: number, message: string): number => sum + partsOf(message).words.length;
    const ratio = messages.map(pseudoMessage).reduce(length, 0) / messages.reduce(length, 0);
    expect(ratio).toBeGreaterThan(1.25);
    expect(ratio).toBeLessThan(1.45);
  });

  it('has every key of the catalogue', () => {
    const pseudo = pseudoCatalogue(catalogues.en);
    expect(Object.keys(pseudo)).toEqual(Object.keys(catalogues.en));
    expect(Object.keys(pseudo.viewer)).toEqual(Object.keys(catalogues.en.viewer));
  });
});
