import { describe, expect, it } from 'vitest';
import { truthOf } from './truth-text.ts';

describe('truthOf', () => {
  it.each([
    ['1', true],
    ['true', true],
    ['Да', true],
    ['иә', true],
    ['ИСТИНА', true],
    ['прекращено', true],
    ['Снят с учёта', true],
    ['тоқтатылған', true],
    ['0', false],
    ['False', false],
    ['нет', false],
    ['жоқ', false],
    ['не прекращено', false],
    ['', undefined],
    ['возможно', undefined],
    ['2', undefined],
  ])('%s: %s', (text, truth) => {
    expect(truthOf(text)).toBe(truth);
  });
});
