import { expect, it } from 'vitest';
import { restrictedSentence } from './restricted-sentence.ts';

it('says offences shown by district only by their district, over all files', () => {
  const accounts = [
    {
      restrictedByDistrict: [
        { district: '', rows: 1 },
        { district: 'B', rows: 2 },
      ],
    },
    {
      restrictedByDistrict: [
        { district: 'A', rows: 1200 },
        { district: 'B', rows: 3 },
      ],
    },
    {},
  ];
  expect(restrictedSentence('en', accounts)).toBe('Shown by district only: not known 1, A 1,200, B 5');
  expect(restrictedSentence('en', [{}])).toBeUndefined();
});
