import { languages } from '@oryn/language';
import { describe, expect, it } from 'vitest';
import type { PlaceEvidence } from '../evaluate/evidence.ts';
import { evidenceSentences, holdOutSentence } from './evidence-sentences.ts';

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

  it('says one year where only one lies before it', () => {
    const two = { years: [2022, 2023] };
    const summary = {
      ...two,
      trendTest: undefined,
      holdOut: { places: 3, n: 40, expected: 38.2, total: 500 },
    };
    for (const lang of languages) {
      const listed = evidenceSentences(lang, PLACE, evidence(332), two).main.join(' ');
      const unlisted = evidenceSentences(
        lang,
        PLACE,
        { ...evidence(332), heldOut: undefined },
        two,
      ).main.join(' ');
      for (const said of [listed, unlisted, holdOutSentence(lang, summary)]) {
        expect(said).toContain('2022');
        expect(said).not.toContain('2022–2022');
      }
      expect(evidenceSentences(lang, PLACE, evidence(332), YEARS).main.join(' ')).toContain('2021–2022');
    }
  });
});
