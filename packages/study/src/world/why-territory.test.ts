import { poissonNull } from '@oryn/core';
import { languages } from '@oryn/language';
import { expect, it } from 'vitest';
import { whyTerritoryIsNotSegments } from './why-territory.ts';

it.each(languages)('says in %s why 3 % of territory is not 4.5 % of segments', (lang) => {
  const sentences = whyTerritoryIsNotSegments(lang);
  expect(sentences.length).toBe(6);
  const all = sentences.join(' ').replaceAll(',', '.').replaceAll('\u00a0', '');
  const small = 100 * poissonNull(0.1).shareOfPlaces(0.5);
  const large = 100 * poissonNull(0.4).shareOfPlaces(0.5);
  const shown = [
    '3%',
    '5%',
    '4.5%',
    '0.16',
    '0.22',
    '0.1',
    `${small.toFixed(2)}%`,
    `${large.toFixed(0)}%`,
    '5 ',
  ];
  for (const number of shown) expect(all, number).toContain(number);
  expect(all).not.toMatch(/NaN|undefined|\{|\}/);
});
