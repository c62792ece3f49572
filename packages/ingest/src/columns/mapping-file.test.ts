import { OrynError } from '@oryn/core';
import { describe, expect, it } from 'vitest';
import { parseMappingFile, writeMappingFile } from './mapping-file.ts';

const codeOf = (text: string): string => {
  try {
    parseMappingFile('columns.json', text);
  } catch (error) {
    return error instanceof OrynError ? error.code : String(error);
  }
  return 'none';
};

describe('mapping file', () => {
  it('is written and read back alike', () => {
    const mapping = {
      columns: { time: 'Дата', lon: 'X', lat: 'Y' },
      crs: 'EPSG:28412',
      zone: '+05:00',
      dateOrder: 'dmy' as const,
      encoding: 'windows-1251',
      delimiter: ';',
      sheet: 'Лист1',
    };
    const text = writeMappingFile(mapping);
    expect(parseMappingFile('columns.json', text)).toEqual(mapping);
    expect(JSON.parse(text)).toMatchObject({ oryn: 'columns', version: 1, columns: { lon: 'X' } });
    expect(parseMappingFile('m', '\uFEFF{"oryn":"columns","version":1}')).toEqual({ columns: {} });
  });

  it('refuses by code what it is not', () => {
    expect(codeOf('lon=X')).toBe('mapping.format');
    expect(codeOf('[]')).toBe('mapping.format');
    expect(codeOf('{"columns":{}}')).toBe('mapping.format');
    expect(codeOf('{"oryn":"columns","version":2}')).toBe('mapping.version');
    expect(codeOf('{"oryn":"columns","version":1,"colour":"red"}')).toBe('mapping.key');
    expect(codeOf('{"oryn":"columns","version":1,"columns":{"longitude":"X"}}')).toBe('mapping.key');
    expect(codeOf('{"oryn":"columns","version":1,"columns":{"__proto__":"X"}}')).toBe('mapping.key');
    expect(codeOf('{"oryn":"columns","version":1,"columns":{"lon":5}}')).toBe('mapping.value');
    expect(codeOf('{"oryn":"columns","version":1,"columns":[]}')).toBe('mapping.value');
    expect(codeOf('{"oryn":"columns","version":1,"dateOrder":"ydm"}')).toBe('mapping.value');
    expect(codeOf('{"oryn":"columns","version":1,"crs":""}')).toBe('mapping.value');
  });
});
