import { chanceThrows, concentrationOver, concentrationOverOccupied } from '@oryn/core';
import { languages } from '@oryn/language';
import { describe, expect, it } from 'vitest';
import { concentrationStatement } from './statements.ts';

const counts = [40, 20, 10, 5, 3, 2, ...new Array(94).fill(0)];
const masked = counts.slice(0, 30);
const thrown = (of: number[]) => chanceThrows(of, { draws: 99, seed: 1 });

describe('concentration in sentences', () => {
  it('has a headline only over a mask, every share with its denominator and its chance', () => {
    const withMask = {
      report: {
        denominators: [
          { over: concentrationOver(masked, 'mask'), chance: thrown(masked) },
          { over: concentrationOver(counts, 'area'), chance: thrown(counts) },
          { over: concentrationOverOccupied(counts), chance: undefined },
        ],
      },
      maskKind: 'streets' as const,
      subject: 'incidents' as const,
      places: { extent: 'area' as const },
    };
    const statement = concentrationStatement('en', withMask);
    expect(statement.headline?.share).toBeCloseTo(1 / 30, 12);
    expect(statement.sentences[0]).toContain('3.33% of the cells with streets (1 of 30)');
    expect(statement.sentences[0]).toContain('by chance');
    expect(statement.sentences[1]).toContain('1% (by chance');

    const report = { denominators: withMask.report.denominators.slice(1) };
    const withoutMask = { ...withMask, report, maskKind: undefined };
    const bare = concentrationStatement('en', withoutMask);
    expect(bare.headline).toBeUndefined();
    expect(bare.sentences[0]).toContain('no single headline share');
  });

  it('states the chance of whole throws: one incident always falls on one place', () => {
    const single = [1, 0, 0, 0, 0, 0, 0];
    const { sentences } = concentrationStatement('en', {
      report: { denominators: [{ over: concentrationOver(single, 'area'), chance: thrown(single) }] },
      maskKind: undefined,
      subject: 'incidents',
      places: { extent: 'area' },
    });
    expect(sentences.join(' ')).toContain('14.3% of the cells inside the boundary (1 of 7)');
    expect(sentences.join(' ')).toContain('it would take 14.3%');
    expect(sentences.join(' ')).toContain('does not exceed what chance alone gives');
  });

  it('never says "city" without a boundary, in three languages', () => {
    for (const lang of languages) {
      const { headline, sentences } = concentrationStatement(lang, {
        report: {
          denominators: [
            { over: concentrationOver(counts, 'occupied-neighbourhood'), chance: thrown(counts) },
            { over: concentrationOverOccupied(counts), chance: undefined },
          ],
        },
        maskKind: undefined,
        subject: 'road-accidents',
        places: { extent: 'occupied-neighbourhood' },
      });
      expect(headline).toBeUndefined();
      expect(sentences.length).toBe(5);
    }
  });
});
