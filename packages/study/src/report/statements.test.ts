import { concentrationOver, concentrationOverOccupied } from '@oryn/core';
import { languages } from '@oryn/language';
import { describe, expect, it } from 'vitest';
import { concentrationStatement } from './statements.ts';

const counts = [40, 20, 10, 5, 3, 2, ...new Array(94).fill(0)];
const masked = counts.slice(0, 30);

describe('concentration in sentences', () => {
  it('has a headline only over a mask, every share with its denominator and its chance', () => {
    const withMask = {
      concentration: [
        concentrationOver(masked, 'mask'),
        concentrationOver(counts, 'area'),
        concentrationOverOccupied(counts),
      ],
      maskKind: 'streets' as const,
      subject: 'incidents' as const,
      places: { extent: 'area' as const },
    };
    const statement = concentrationStatement('en', withMask);
    expect(statement.headline?.share).toBeCloseTo(1 / 30, 12);
    expect(statement.sentences[0]).toContain('3.33% of the cells with streets (1 of 30)');
    expect(statement.sentences[0]).toContain('by chance');
    expect(statement.sentences[1]).toContain('1% (by chance');

    const withoutMask = { ...withMask, concentration: withMask.concentration.slice(1), maskKind: undefined };
    const bare = concentrationStatement('en', withoutMask);
    expect(bare.headline).toBeUndefined();
    expect(bare.sentences[0]).toContain('no single headline share');
  });

  it('never says "city" without a boundary, in three languages', () => {
    for (const lang of languages) {
      const { headline, sentences } = concentrationStatement(lang, {
        concentration: [
          concentrationOver(counts, 'occupied-neighbourhood'),
          concentrationOverOccupied(counts),
        ],
        maskKind: undefined,
        subject: 'road-accidents',
        places: { extent: 'occupied-neighbourhood' },
      });
      expect(headline).toBeUndefined();
      expect(sentences.length).toBe(5);
    }
  });
});
