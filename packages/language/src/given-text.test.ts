import { describe, expect, it } from 'vitest';
import { givenText } from './given-text.ts';

describe('a text of a file', () => {
  it('stays as it is where a person can read it', () => {
    for (const text of [
      'Қабанбай батыр даңғылы, 53',
      'й и\u0306',
      'شارع السلام 12',
      '\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645',
      '<b>&amp;{n}',
      '👩‍👩‍👧',
      ' a ',
    ]) {
      expect(givenText(text)).toBe(text);
    }
  });

  it('loses what is not seen, and what turns the text after it round', () => {
    expect(givenText('\u202e\u2066\u200fAbai\u202c')).toBe('Abai');
    expect(givenText('теат\u00adр\u200b\ufeff')).toBe('театр');
    expect(givenText('a\u0000\r\nb\u2028c\u0085')).toBe('a b c');
    expect(givenText(`Z${'\u0301'.repeat(50)}o`)).toBe(`Z${'\u0301'.repeat(4)}o`);
  });

  it('is shown in its beginning and end where it is very long, no letter cut in two', () => {
    const short = '𐐷'.repeat(120);
    expect(givenText(short)).toBe(short);
    const long = givenText(`${'𐐷'.repeat(5000)}№ 7`);
    expect([...long]).toHaveLength(120);
    expect(long.endsWith('№ 7')).toBe(true);
    expect(long).not.toMatch(/\p{Cs}/u);
  });
});
