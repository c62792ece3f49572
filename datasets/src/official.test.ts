import { describe, expect, it } from 'vitest';
import { officialFields } from './official-fields.ts';
import { placeTypeOf, placeTypes } from './place-types.ts';

describe('official fields', () => {
  it('are the 31 fields of the layer and name what must be dropped', () => {
    expect(officialFields.length).toBe(31);
    expect(officialFields.filter(({ role }) => role === 'drop').map(({ name }) => name)).toEqual([
      'ud',
      'tz1id',
      'globalid',
    ]);
    expect(officialFields.find(({ name }) => name === 'dat_sover_str')).toMatchObject({ role: 'time' });
  });
});

describe('place types', () => {
  it('are 102 codes, of which six carry no label', () => {
    expect(placeTypes.length).toBe(102);
    const unlabelled = placeTypes.filter(({ name }) => !name).map(({ code }) => code);
    expect(unlabelled).toEqual(['042', '047', '051', '052', '066', '068']);
    expect(placeTypeOf('2')?.name?.en).toBe('market');
    expect(placeTypeOf('070')).toBeUndefined();
  });
});
