import { languages } from '@oryn/language';
import { describe, expect, it } from 'vitest';
import type { PlaceEvidence } from '../evaluate/evidence.ts';
import { evidenceSentences } from './evidence-sentences.ts';

const PLACE = {
  q: 0.012,
  routes: ['neighbourhood' as const],
  perYear: 152,
  perYearInterval: [131, 173] as [number, number],
};
const YEARS = { years: [2021, 2022, 2023] };

const evidence = (n: number): PlaceEvidence => ({
  byYear: [300, 292, 365],
  ranks: [2, 2, 2],
  trend: undefined,
  heldOut: { members: [1, 2, 3], n, expected: 340, interval: [203, 512] },
});

describe('the year held out, in a sentence', () => {
  it('tells the count of the group chosen then from the own count of the place', () => {
    for (const lang of languages) {
      const { main } = evidenceSentences(lang, PLACE, evidence(332), YEARS);
      expect(main.join(' ')).toContain('332');
      expect(main.join(' ')).toContain('365');
    }
    const { main } = evidenceSentences('en', PLACE, evidence(332), YEARS);
    expect(main.join(' ')).toContain('the group chosen then had 332');
    expect(main.join(' ')).toContain('the place as listed here had 365');
  });

  it('gives one count where both are the same', () => {
    const { main } = evidenceSentences('en', PLACE, evidence(365), YEARS);
    expect(main.join(' ').match(/365/g)).toHaveLength(1);
  });
});
