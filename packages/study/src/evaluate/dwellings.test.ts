import { memoryFile } from '@oryn/ingest';
import { describe, expect, it } from 'vitest';
import { parseStudy } from '../definition/parse-study.ts';
import { withoutDwellings } from './dwellings.ts';
import { countPlaces } from './evaluate.ts';
import { readStudy, type StudyData } from './read.ts';

/** Three rows in a flat, a house and a flat by name, three elsewhere. */
const ROWS = `date,fe1r29p1_id,lon,lat
2022-03-01,021,70.301,46.301
2022-03-02,001,70.302,46.302
2023-03-03,022,70.303,46.303
2023-03-04,Пәтер,70.304,46.304
2023-03-05,,70.305,46.305
2023-03-06,039,70.306,46.306
`;

const read = (keys: object): Promise<StudyData> =>
  readStudy(
    parseStudy({ files: ['rows.csv'], ...keys }, 'test'),
    new Map([['rows.csv', memoryFile('rows.csv', new TextEncoder().encode(ROWS))]]),
  );

describe('flats and houses', () => {
  it('are in no cell as fine as a home, and in the account of the rows', async () => {
    for (const keys of [
      { resolution: 10 },
      { resolution: 12 },
      { unit: 'address' },
      { unit: 'squares:100' },
    ]) {
      const data = await read(keys);
      const { account, incidents, n } = countPlaces(data);
      expect(account).toMatchObject({ read: 6, kept: 3, dropped: { dwelling: 3 }, inside: 3 });
      expect(account.files[0].years.map(({ year, kept, dropped }) => [year, kept, dropped])).toEqual([
        [2022, 1, { dwelling: 1 }],
        [2023, 2, { dwelling: 2 }],
      ]);
      expect(n.reduce((sum, count) => sum + count, 0)).toBe(3);
      expect([...incidents.row]).toEqual([3, 6, 7]);
      // What was read stays as it was: the same data may be counted in larger cells afterwards.
      expect(data.accounts[0].kept).toBe(6);
      expect(withoutDwellings(data)).not.toBe(data);
    }
  });

  it('are counted in larger places, which point at no home', async () => {
    for (const keys of [{ resolution: 9 }, { unit: 'squares:250' }]) {
      const data = await read(keys);
      expect(withoutDwellings(data)).toBe(data);
      expect(countPlaces(data).account).toMatchObject({ kept: 6, dropped: {} });
    }
  });
});
