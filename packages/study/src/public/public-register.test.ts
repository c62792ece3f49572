import { OrynError } from '@oryn/core';
import { describe, expect, it } from 'vitest';
import type { PublicDeclaration } from './declaration.ts';
import { newRegister, parseRegister, registerTable, registerText } from './public-register.ts';

const secret = '0123456789abcdef0123456789abcdef';
const declared = (resolution: 8 | 9): PublicDeclaration => ({
  groups: [{ name: 'theft', categories: ['theft'] }],
  periods: [{ name: '2023', from: 2023, to: 2023 }],
  resolution,
});
const codeOf = (call: () => unknown): string => {
  try {
    call();
    return '';
  } catch (error) {
    return error instanceof OrynError ? error.code : String(error);
  }
};

describe('the register of public tables', () => {
  const first = registerTable(newRegister(secret), declared(8), 'a');

  it('lets the same table be made again, and no other', () => {
    expect(registerTable(first, declared(8), 'a')).toBe(first);
    expect(codeOf(() => registerTable(first, declared(9), 'b'))).toBe('public.second-table');
    // The same declaration over other data is another table.
    expect(codeOf(() => registerTable(first, declared(8), 'b'))).toBe('public.second-table');
  });

  it('keeps the secret and what was withdrawn', () => {
    const second = registerTable(first, declared(9), 'b', { withdraw: true });
    expect(second.secret).toBe(secret);
    expect(second.tables.map(({ sha256, withdrawn }) => [sha256, withdrawn])).toEqual([
      ['a', true],
      ['b', false],
    ]);
    expect(codeOf(() => registerTable(second, declared(8), 'a'))).toBe('public.second-table');
  });

  it('is read back as it was written, and refused when changed', () => {
    expect(parseRegister('s.json', registerText(first))).toEqual(first);
    for (const text of ['', '{}', registerText(first).replace(secret, 'guess'), registerText(first).slice(9)])
      expect(codeOf(() => parseRegister('s.json', text))).toBe('public.register-damaged');
  });
});
