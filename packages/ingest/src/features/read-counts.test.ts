import { OrynError } from '@oryn/core';
import { describe, expect, it } from 'vitest';
import { memoryFile } from '../source/source-file.ts';
import { readCounts } from './read-counts.ts';

const read = (text: string) => readCounts(memoryFile('counts.csv', new TextEncoder().encode(text)));

async function codeOf(text: string): Promise<string> {
  try {
    await read(text);
    return '';
  } catch (error) {
    return error instanceof OrynError ? `${error.code} ${error.parameters.row ?? ''}`.trim() : String(error);
  }
}

describe('readCounts', () => {
  it('reads counts alone', async () => {
    const table = await read('place,n\na,3\nb,0\n');
    expect([...table.n]).toEqual([3, 0]);
    expect(table.years).toEqual([]);
    expect(table.exposure).toBeUndefined();
    expect(table.parents).toBeUndefined();
  });

  it('reads years in their order, exposure and parents; a blank parent is one like any other', async () => {
    const table = await read(
      'place,N,n_2024,n_2023,exposure,parent\na,3,1,2,10.5,north\nb,4,0,1,0,\nc,0,0,0,2,north\n',
    );
    expect([...table.n]).toEqual([3, 4, 0]);
    expect(table.years.map(({ year, n }) => [year, ...n])).toEqual([
      [2023, 2, 1, 0],
      [2024, 1, 0, 0],
    ]);
    expect([...table.exposure!]).toEqual([10.5, 0, 2]);
    expect([...table.parents!.of]).toEqual([0, 1, 0]);
    expect(table.parents!.names).toEqual(['north', '']);
  });

  it('refuses by code and row', async () => {
    expect(await codeOf('cell,n\na,1\n')).toBe('counts.columns');
    expect(await codeOf('place,n\na,1\nb,2.5\n')).toBe('counts.invalid 3');
    expect(await codeOf('place,n\na,1\na,2\n')).toBe('counts.twice 3');
    expect(await codeOf('place,n,n_2023\na,1,x\n')).toBe('counts.invalid 2');
    expect(await codeOf('place,n\na,0x10\n')).toBe('counts.invalid 2');
    expect(await codeOf('place,n\na,1\n ,2\n')).toBe('counts.no-place 3');
    expect(await codeOf('place,n\na,15000000\nb,15000000\n')).toBe('counts.too-many 3');
    expect(await codeOf('place,n,exposure\na,1,0\nb,2,0\n')).toMatch(/^counts.no-exposure/);
    expect(await codeOf('place,n,exposure\na,1,1e308\n')).toBe('counts.exposure 2');
    expect(await codeOf('place,n,exposure\na,1,-2\n')).toBe('counts.exposure 2');
    expect(await codeOf('place,n,n_2023,n_2024\na,3,2,2\n')).toBe('counts.years 2');
  });
});
