import { describe, expect, it } from 'vitest';
import type { BundleFacts, Question } from '../worker/types.ts';
import { choiceText, parseChoice, sidesOf } from './choice.ts';

const facts = {
  id: 'town',
  years: [2019, 2020, 2021],
  categories: ['theft', 'robbery'].map((label) => ({ label, group: label, layer: 'place' })),
} as unknown as BundleFacts;
const index = ['town', 'other'].map((id) => ({ id, title: id, city: null, simulated: false }));
const question: Question = { from: 2021, to: 2021, category: 'theft', hours: undefined, district: 'North' };

describe('what is set beside a question', () => {
  it('is read from the address as it was written', () => {
    for (const written of ['years:2019-2020', 'offence:police-detected:drugs', 'city:a-b']) {
      expect(choiceText(parseChoice(written)!)).toBe(written);
    }
  });

  it('is nothing where the address does not say it', () => {
    for (const wrong of [undefined, '', 'years:2020', 'years:2021-2019', 'weather:rain', 'city:']) {
      expect(parseChoice(wrong)).toBeUndefined();
    }
  });

  it('differs from the question in one thing alone', () => {
    expect(sidesOf({ by: 'years', from: 2019, to: 2020 }, question, facts, index)).toEqual({
      sides: [
        { id: 'town', question },
        { id: 'town', question: { ...question, from: 2019, to: 2020 } },
      ],
    });
  });

  it('is another city without the district of this one', () => {
    const asked = { ...question, district: undefined };
    expect(sidesOf({ by: 'city', id: 'other' }, question, facts, index)).toEqual({
      sides: [
        { id: 'town', question: asked },
        { id: 'other', question: asked },
      ],
    });
  });

  it('never holds the same incidents on both sides', () => {
    const refusedOf = (choice: Parameters<typeof sidesOf>[0], asked = question): unknown =>
      sidesOf(choice, asked, facts, index);
    expect(refusedOf({ by: 'years', from: 2019, to: 2021 })).toEqual({ refused: 'overlap' });
    expect(refusedOf({ by: 'offence', category: 'theft' })).toEqual({ refused: 'sameOffence' });
    expect(refusedOf({ by: 'offence', category: 'robbery' }, { ...question, category: undefined })).toEqual({
      refused: 'allOffences',
    });
    expect(refusedOf({ by: 'city', id: 'town' })).toEqual({ refused: 'unknown' });
    expect(refusedOf({ by: 'years', from: 2018, to: 2018 })).toEqual({ refused: 'unknown' });
  });
});
