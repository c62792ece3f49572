import { languages } from '@oryn/language';
import { describe, expect, it } from 'vitest';
import { openCity } from '../../../../test/support/open-city.ts';
import { compareCities } from './compare-cities.ts';
import { comparisonFigures } from './comparison-figures.tsx';

const perYear = { 2019: 600, 2020: 500, 2021: 550, 2022: 500, 2023: 30 };
const almaty = await openCity({ seed: 41, perYear, corner: [76.88, 43.2] }, { city: 'almaty' });
const town = await openCity({ seed: 42, perYear, categories: ['1880', '2930', 'own'] }, { title: 'Town' });
const found = compareCities(
  [
    { folder: 'almaty', bundle: almaty },
    { folder: 'town', bundle: town },
  ],
  { by: 'both', draws: 99, seed: 1 },
);

const panelOf = (svg: string, name: string): string => {
  const from = svg.indexOf(`data-panel="${name}"`);
  const next = svg.indexOf('data-panel=', from + 1);
  return svg.slice(from, next < 0 ? undefined : next);
};

describe('the figures of a comparison', () => {
  it.each(languages)('are there in %s, with the context of the cities that have one', (lang) => {
    const figures = comparisonFigures(lang, found);
    expect([...figures.keys()].sort()).toEqual(['context-almaty', 'context-kz', 'shares', 'shares-equal']);
    for (const svg of figures.values()) expect(svg).not.toMatch(/NaN|undefined|Infinity/);
  });

  it('have a panel for every city and group, and no point where there are too few incidents', () => {
    const svg = comparisonFigures('en', found).get('shares')!;
    for (const name of ['Almaty: all', 'Almaty: theft', 'Town: hooliganism', 'Town: own']) {
      expect(svg).toContain(`data-panel="${name}"`);
    }
    expect(panelOf(svg, 'Almaty: all').match(/data-year="\d+"/g)).toEqual(
      [2019, 2020, 2021, 2022].map((year) => `data-year="${year}"`),
    );
    expect(svg).toContain('fewer than 50 incidents');
  });

  it('explain every letter of a break under the panels, and mark the law only where it is in force', () => {
    const svg = comparisonFigures('en', found).get('shares')!;
    const explained = new Set([...svg.matchAll(/>([a-z])\s— /g)].map(([, letter]) => letter));
    expect(explained.size).toBeGreaterThan(1);
    const drawn = (name: string): string[] =>
      [...panelOf(svg, name).matchAll(/font-weight="700"[^>]*>([a-z]+)</g)].flatMap(([, letters]) => [
        ...letters!,
      ]);
    for (const letter of drawn('Almaty: theft')) expect(explained).toContain(letter);
    expect(new Set(drawn('Almaty: theft')).size).toBeGreaterThan(new Set(drawn('Town: theft')).size);
  });
});
