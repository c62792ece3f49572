import { describe, expect, it } from 'vitest';
import { cityName, exactText, lengthText, placeName } from './words.ts';

describe('words', () => {
  it('writes exact numbers without piles of zeros', () => {
    expect(exactText('en', 0.0123456)).toBe('0.0123456');
    expect(exactText('ru', 1.2344e-12)).toBe('1,23·10⁻¹²');
    expect(exactText('en', 0)).toBe('0');
    expect(exactText('kk', null)).toBe('–');
  });

  it('names a city by the catalogue, then by the study, then by the folder', () => {
    const entry = { id: 'a', title: 'a', city: 'astana', simulated: false };
    expect(cityName('kk', entry)).toBe('Астана');
    expect(cityName('en', { ...entry, city: null, title: { kk: 'К', ru: 'Р', en: 'E' } })).toBe('E');
  });

  it('names a place by its streets, else by its rank', () => {
    expect(placeName('en', { rank: 3, name: { kk: '', ru: '', en: '' } })).toBe('Place 3');
    expect(placeName('en', { rank: 3, name: { kk: 'А', ru: 'Б', en: 'C' } })).toBe('C');
  });

  it('measures short lengths in metres', () => {
    expect(lengthText('en', 500)).toBe('500 m');
    expect(lengthText('kk', 2000)).toBe('2 км');
  });
});
