import { catalogues, languages } from '@oryn/language';
import { describe, expect, it } from 'vitest';
import { balancedLines, hasGlyph, textWidth, wrapText } from './measure.ts';

describe('measure', () => {
  it('has a glyph for every Kazakh and Russian letter, in both faces and cases', () => {
    const letters = 'аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя';
    for (const letter of letters + letters.toUpperCase()) {
      expect(hasGlyph(letter), letter).toBe(true);
      expect(hasGlyph(letter, 'bold'), letter).toBe(true);
      expect(hasGlyph(letter, 'regular', 'serif'), letter).toBe(true);
      expect(hasGlyph(letter, 'bold', 'serif'), letter).toBe(true);
    }
  });

  it('sets every text of the figures narrower in Tinos than in Noto Sans, which breaks the lines', () => {
    for (const lang of languages) {
      for (const words of Object.values(catalogues[lang].figures)) {
        // A lone capital may be wider; lines are broken only where there are words.
        if (words.length < 10) continue;
        for (const weight of ['regular', 'bold'] as const) {
          expect(textWidth(words, 11, weight, 'serif'), words).toBeLessThan(textWidth(words, 11, weight));
        }
      }
    }
  });

  it('has a glyph for every sign of the figures’ catalogue, those of Tinos among them', () => {
    const texts = languages.flatMap((lang) => Object.values(catalogues[lang].figures));
    for (const letter of new Set(texts.join(''))) {
      expect(hasGlyph(letter) || hasGlyph(letter, 'regular', 'serif'), letter).toBe(true);
    }
  });

  it('adds the advances of the font', () => {
    expect(textWidth('0', 1000)).toBe(572);
    expect(textWidth('00', 10)).toBeCloseTo(11.44, 10);
    // A figure of Times is half an em wide.
    expect(textWidth('0', 1000, 'regular', 'serif')).toBe(500);
    // Noto Sans has no ≤; Tinos lends it.
    expect(textWidth('≤', 10)).toBeCloseTo(textWidth('≤', 10, 'regular', 'serif'), 10);
    expect(textWidth('q ≤ 0', 10)).toBeCloseTo(textWidth('q  0', 10) + textWidth('≤', 10), 10);
    expect(textWidth('қала', 11, 'bold')).toBeGreaterThan(textWidth('қала', 11));
  });

  it('wraps within the width, cuts a too long word, keeps a number with its sign', () => {
    const lines = wrapText('Оқиғалардың жартысы көшесі бар ұяшықтардың 8,5 % бөлігіне тиесілі', 120, 12);
    for (const line of lines) expect(textWidth(line, 12)).toBeLessThanOrEqual(120);
    expect(lines.join(' ').replaceAll('\u00a0', ' ')).toContain('8,5 % бөлігіне');
    expect(wrapText('8,5 % ячеек', 20, 12)[0]).toBe('8,5');
    expect(wrapText('доля 8,5 % ячеек', 40, 12)).toContain('8,5\u00a0%');
    expect(wrapText('кездейсоқтықтан', 30, 12).join('')).toBe('кездейсоқтықтан');
    expect(wrapText('', 30, 12)).toEqual([]);
  });

  it('balances the lines of a title without adding or cutting any', () => {
    const title = 'Половина случаев приходится на 8,5 % ячеек с улицами: десять проблемных мест';
    const width = textWidth(title.replace(/ мест$/, ''), 16, 'bold') + 1;
    const [wrapped, balanced] = [wrapText, balancedLines].map((lines) => lines(title, width, 16, 'bold'));
    expect(wrapped!.at(-1)).toBe('мест');
    expect(balanced).toHaveLength(wrapped!.length);
    expect(balanced!.join(' ')).toBe(wrapped!.join(' '));
    const [first, last] = balanced!.map((line) => textWidth(line, 16, 'bold'));
    expect(last! / first!).toBeGreaterThan(0.7);
    expect(balancedLines('кездейсоқтықтан', 30, 12)).toEqual(wrapText('кездейсоқтықтан', 30, 12));
  });
});
