import { describe, expect, it } from 'vitest';
import { DEFAULT_CHOICE, readChoice, type SitingChoice, writeChoice } from './siting-choice.ts';

describe('the choice of posts in the address', () => {
  it('restores what it wrote, and writes nothing for the defaults', () => {
    const choice: SitingChoice = {
      ...{ count: 8, radius: 1000, visit: 12 },
      ...{ goal: 'median', by: 'streets', existing: 'police', travel: 'car' },
    };
    expect(writeChoice(choice)).toBe('8-1000-12-median-streets-police-car');
    expect(readChoice(writeChoice(choice))).toEqual(choice);
    expect(writeChoice(DEFAULT_CHOICE)).toBeUndefined();
    expect(readChoice(undefined)).toEqual(DEFAULT_CHOICE);
  });

  it('leaves to the defaults what it does not understand', () => {
    expect(readChoice('99-7-3-<b>-everywhere')).toEqual(DEFAULT_CHOICE);
    expect(readChoice('0')).toEqual(DEFAULT_CHOICE);
  });
});
