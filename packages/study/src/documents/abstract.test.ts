import { concentrationOver } from '@oryn/core';
import { formatInteger, languages } from '@oryn/language';
import { describe, expect, it } from 'vitest';
import { BUSY_TOWN, bundleOf, sourceOf } from '../../test/fixtures/town.ts';
import { firstOf } from '../concentration/concentration-report.ts';
import { abstractOf } from './abstract.ts';

describe('the abstract', async () => {
  const source = await sourceOf(await bundleOf(BUSY_TOWN));

  it('says of how many places the denominator is, which are fewer than all cells where a mask is given', () => {
    const masked = source.n.slice(0, source.n.length - 7);
    const [first] = source.report.denominators;
    const denominators = [
      { ...first, over: concentrationOver(masked, 'mask') },
      ...source.report.denominators,
    ];
    const withStreets = {
      ...source,
      maskKind: 'streets' as const,
      report: { ...source.report, denominators },
    };
    expect(firstOf(withStreets.report).over.places).toBe(source.places.count - 7);
    const all = formatInteger('en', source.places.count);
    const n = formatInteger('en', source.places.count - 7);
    expect(abstractOf(withStreets, 'en')).toContain(
      `${all} cells, empty ones included; denominator: cells with streets (${n}).`,
    );
    for (const lang of languages)
      expect(abstractOf(withStreets, lang)).toContain(`(${formatInteger(lang, source.places.count - 7)})`);
  });
});
