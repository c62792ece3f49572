import { describe, expect, it } from 'vitest';
import { recogniseColumns } from './recognise-columns.ts';

/** Invented numbers of the right shape. */
const sample = Array.from({ length: 20 }, (_, i) => [
  String(71.4 + i / 100),
  String(51.1 + i / 100),
  `9001013${String(10_000 + i)}`,
  `+7701555${String(1000 + i)}`,
  `no${i}@example.org`,
  '946684800000',
  '1880',
]);
const columns = ['lon', 'lat', 'Категория', 'Район', 'note', 'dat_sover', 'crime_code'];

describe('columns that hold persons whatever their name', () => {
  it('are personal, and get no role', () => {
    const { personal, mapping } = recogniseColumns({ file: 'a.csv', columns, sample });
    expect(personal).toEqual(['Категория', 'Район', 'note']);
    expect(mapping).toMatchObject({ lon: 'lon', lat: 'lat', time: 'dat_sover' });
    expect(Object.values(mapping)).not.toContain('Категория');
    expect(Object.values(mapping)).not.toContain('Район');
  });
});
