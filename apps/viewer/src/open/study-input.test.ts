import { describe, expect, it } from 'vitest';
import type { DroppedFile, FileRole } from './dropped-file.ts';
import { obstacle, saidColumns, studyInput } from './study-input.ts';

const dropped = (name: string, role: FileRole): DroppedFile => ({ name, role, file: new File([], name) });

describe('the study of dropped files', () => {
  const files = [
    dropped('a.csv', 'incidents'),
    dropped('b.csv', 'incidents'),
    dropped('town.geojson', 'boundary'),
    dropped('rivers.geojson', 'context'),
    dropped('streets.geojson', 'streets'),
    dropped('words.csv', 'categories'),
    dropped('other.txt', 'skip'),
  ];

  it('takes every file for what it is', () => {
    expect(studyInput(files, undefined, { title: 'Town', resolution: 8 }, 'kk')).toEqual({
      files: ['a.csv', 'b.csv'],
      boundary: 'town.geojson',
      possible: 'streets.geojson',
      context: ['streets.geojson', 'rivers.geojson'],
      categories: 'words.csv',
      resolution: 8,
      title: 'Town',
      lang: 'kk',
    });
  });

  it('says what is in the way', () => {
    expect(obstacle(files, undefined)).toBeUndefined();
    expect(obstacle([files[2], files[3]], undefined)).toEqual({ kind: 'noIncidents' });
    expect(obstacle([files[0], files[2], dropped('t.json', 'boundary')], undefined)).toEqual({
      kind: 'oneBoundary',
    });
  });
});

describe('what is said of columns', () => {
  const columns = ['when', 'crime', 'type', 'lon', 'lat'];
  const roles = ['time', 'category', 'placeType', 'lon', 'lat'] as const;

  it('holds only what was said', () => {
    expect(saidColumns({}, columns, roles, 2, undefined)).toEqual({ placeType: '-' });
    expect(saidColumns({ zone: 'x' } as never, columns, roles, 2, 'source')).toEqual({
      zone: 'x',
      placeType: '-',
      source: 'type',
    });
  });

  it('exchanges two columns in two steps', () => {
    const first = saidColumns({}, columns, roles, 3, 'lat');
    expect(first).toEqual({ lon: '-', lat: 'lon' });
    expect(
      saidColumns(first, columns, ['time', 'category', 'placeType', 'lat', undefined], 4, 'lon'),
    ).toEqual({ lat: 'lon', lon: 'lat' });
  });
});
