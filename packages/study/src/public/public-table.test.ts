import { daysFromDate, isoDate, OrynError, randomStream, selectIncidents } from '@oryn/core';
import { memoryFile, type SourceFile, sha256Of } from '@oryn/ingest';
import { cellToLatLng, cellToParent, gridDisk, latLngToCell } from 'h3-js';
import { describe, expect, it } from 'vitest';
import { bundle } from '../bundle/bundle.ts';
import { type OpenBundle, openBundle } from '../bundle/open-bundle.ts';
import { parseStudy } from '../definition/parse-study.ts';
import { evaluate } from '../evaluate/evaluate.ts';
import { readStudy } from '../evaluate/read.ts';
import { declarationOf, type PublicRequest } from './declaration.ts';
import { publicCsv, publicFiles } from './public-files.ts';
import { type PublicTable, publicTable, publicTotals } from './public-table.ts';
import { BASE } from './random-rounding.ts';

const secretOf = (number: number): string => sha256Of(Uint8Array.of(number, number >> 8)).slice(0, 32);
const SECRET = secretOf(0);
const file = (name: string, text: string): SourceFile => memoryFile(name, new TextEncoder().encode(text));
const collection = (features: object[]): string => JSON.stringify({ type: 'FeatureCollection', features });

/** An invented town where most cells hold a few incidents a year; its south has no streets. */
function town(): Map<string, SourceFile> {
  const random = randomStream(5);
  const rows = Array.from({ length: 2400 }, (_, i) => {
    const isBusy = i % 4 === 0;
    const lon = isBusy ? 70.34 + 0.01 * random.normal() : 70.28 + 0.14 * random.uniform();
    const lat = isBusy ? 46.37 + 0.007 * random.normal() : 46.32 + 0.1 * random.uniform();
    const date = isoDate(daysFromDate(2021, 1, 1) + random.integer(0, 1094));
    const code = ['1880', '1880', '1880', '1910', '2930', '2960'][random.integer(0, 5)];
    const clock = `${String(random.integer(0, 23)).padStart(2, '0')}:37`;
    return `${date}T${clock},${code},Hidden Kiosk,${lon.toFixed(6)},${lat.toFixed(6)},true`;
  });
  const ring = [
    [70.27, 46.31],
    [70.43, 46.31],
    [70.43, 46.43],
    [70.27, 46.43],
    [70.27, 46.31],
  ];
  const streets = Array.from({ length: 24 }, (_, i) => ({
    type: 'Feature',
    properties: { name: `Hidden Street ${i}` },
    geometry: {
      type: 'LineString',
      coordinates: [
        [70.27, 46.336 + i * 0.004],
        [70.43, 46.336 + i * 0.004],
      ],
    },
  }));
  const header = 'date,crime_code,place_type,lon,lat,simulated';
  return new Map([
    ['secret-source.csv', file('secret-source.csv', `${header}\n${rows.join('\n')}\n`)],
    ['area.geojson', file('area.geojson', JSON.stringify({ type: 'Polygon', coordinates: [ring] }))],
    ['streets.geojson', file('streets.geojson', collection(streets))],
  ]);
}

async function openedTown(): Promise<OpenBundle> {
  const study = parseStudy(
    {
      title: '<b>Town</b>',
      files: ['secret-source.csv'],
      boundary: 'area.geojson',
      possible: 'streets.geojson',
      context: ['streets.geojson'],
    },
    'test',
  );
  const files = new Map<string, Uint8Array>();
  for await (const { path, bytes } of bundle(evaluate(await readStudy(study, town()))))
    files.set(path, bytes);
  return openBundle(async (path) => files.get(path)!);
}

const codeOf = (call: () => unknown): string => {
  try {
    call();
    return '';
  } catch (error) {
    return error instanceof OrynError ? error.code : String(error);
  }
};

/** Numbers of a table by `cell period group`. */
function numbersOf(table: PublicTable): Map<string, number> {
  return new Map(
    table.columns.flatMap(({ group, period, n }) =>
      table.ids.map((id, i) => [`${id} ${period.name} ${group.name}`, n[i]] as const),
    ),
  );
}

describe('the public table', async () => {
  const opened = await openedTown();
  const { incidents, points } = opened;
  const tableOf = (request: PublicRequest, secret = SECRET, of = opened): PublicTable =>
    publicTable(of, declarationOf(of, request), secret).table;
  const fine: PublicRequest = { resolution: 9, categories: ['theft'] };

  /** What the owner knows: a brute-force count of thefts of a year, by cell. */
  function truth(resolution: number, year: number, label = 'theft'): Map<string, number> {
    const inside = new Set(
      opened.places.ids
        .filter((_, i) => opened.inMask![i] === 1)
        .map((id) => {
          const [lat, lon] = cellToLatLng(id);
          return latLngToCell(lat, lon, resolution);
        }),
    );
    const counts = new Map<string, number>();
    for (let i = 0; i < incidents.count; i++) {
      if (Math.floor(points.month[i] / 12) !== year) continue;
      if (incidents.category.labels[incidents.category.codes[i]] !== label) continue;
      const cell = latLngToCell(incidents.lat[i], incidents.lon[i], resolution);
      if (inside.has(cell)) counts.set(cell, (counts.get(cell) ?? 0) + 1);
    }
    return counts;
  }

  it('holds every count rounded to a multiple of 5 next to it, and accounts for every incident', () => {
    const { table, account } = publicTable(opened, declarationOf(opened, fine), SECRET);
    const numbers = numbersOf(table);
    for (const year of [2021, 2022, 2023]) {
      for (const [cell, n] of truth(9, year)) {
        const rounded = numbers.get(`${cell} ${year} theft`) ?? 0;
        expect(rounded % BASE).toBe(0);
        expect(Math.abs(rounded - n)).toBeLessThan(BASE);
      }
    }
    const parts = Object.values(account).reduce((sum, n) => sum + n, 0);
    expect(parts).toBe(incidents.count);
    expect(account.outsideMask).toBeGreaterThan(0);
    const counted = [2021, 2022, 2023].flatMap((year) => [...truth(9, year).values()]);
    expect(account.counted).toBe(counted.reduce((sum, n) => sum + n, 0));
  });

  it('refuses what would tell more: overlaps, fine cells, few incidents, offences kept apart', () => {
    expect(codeOf(() => tableOf({ categories: ['theft', 'theft+hooliganism'] }))).toBe('public.overlap');
    expect(codeOf(() => tableOf({ years: '2021-2022,2022' }))).toBe('public.overlap');
    expect(codeOf(() => tableOf({ categories: [['theft', 'hooliganism'], 'theft'] }))).toBe('public.overlap');
    expect(codeOf(() => tableOf({ resolution: 10 }))).toBe('public.resolution');
    expect(codeOf(() => tableOf({ categories: ['police-detected:drugs'] }))).toBe('public.category');
    expect(codeOf(() => tableOf({ years: '2020' }))).toBe('public.years');
    const few = Uint8Array.from(points.month, (month, i) =>
      Math.floor(month / 12) !== 2022 || i % 20 === 0 ? 1 : 0,
    );
    const thinned = {
      ...opened,
      incidents: selectIncidents(incidents, few),
      points: { ...points, month: points.month.filter((_, i) => few[i] === 1) },
    };
    expect(codeOf(() => tableOf(fine, SECRET, thinned))).toBe('public.too-few');
  });

  describe('under attack', () => {
    it('by a second table: the same incidents are the same number in any of them', () => {
      const by = numbersOf(tableOf(fine));
      // Other columns, other years: where the merged cell has only the same thefts, its number is the same.
      const merged = numbersOf(tableOf({ resolution: 9, categories: ['theft+hooliganism'] }));
      const others = truth(9, 2022, 'hooliganism');
      let same = 0;
      for (const cell of truth(9, 2022).keys()) {
        if (others.has(cell)) continue;
        same++;
        expect(merged.get(`${cell} 2022 theft+hooliganism`) ?? 0).toBe(by.get(`${cell} 2022 theft`) ?? 0);
      }
      expect(same).toBeGreaterThan(30);
      // Larger cells: where only one child holds anything.
      const large = numbersOf(tableOf({ resolution: 8, categories: ['theft'] }));
      const small = truth(9, 2022);
      for (const [parent, n] of truth(8, 2022)) {
        const children = [...small].filter(
          ([cell, count]) => count === n && cellToParent(cell, 8) === parent,
        );
        if (children.length !== 1) continue;
        expect(large.get(`${parent} 2022 theft`) ?? 0).toBe(by.get(`${children[0][0]} 2022 theft`) ?? 0);
      }
    });

    it('by repeating the export: it is the same bytes, whatever order the rows came in', () => {
      const csv = publicCsv(tableOf(fine));
      expect(publicCsv(tableOf(fine))).toBe(csv);
      const turned = (values: ArrayLike<number>): Float64Array => Float64Array.from(values).reverse();
      const reversed = {
        ...opened,
        incidents: {
          ...incidents,
          lon: turned(incidents.lon),
          lat: turned(incidents.lat),
          time: turned(incidents.time),
          category: { ...incidents.category, codes: incidents.category.codes.toReversed() },
          placeType: { ...incidents.placeType, codes: incidents.placeType.codes.toReversed() },
        },
        points: { ...points, month: points.month.toReversed() },
      };
      expect(publicCsv(tableOf(fine, SECRET, reversed))).toBe(csv);
    });

    it('by other secrets: they alone would undo the rounding, so there is one for good', () => {
      const mean = new Map<string, number>();
      for (let number = 0; number < 40; number++) {
        for (const [key, n] of numbersOf(tableOf({ ...fine, years: '2022' }, secretOf(number))))
          mean.set(key, (mean.get(key) ?? 0) + n / 40);
      }
      const errors = [...truth(9, 2022)].map(([cell, n]) =>
        Math.abs((mean.get(`${cell} 2022 theft`) ?? 0) - n),
      );
      expect(errors.filter((error) => error < 1).length).toBeGreaterThan(0.95 * errors.length);
    });

    it('by totals and parents: every number beside the cells is a sum of them', () => {
      const table = tableOf({ resolution: 9, categories: ['theft', 'hooliganism'] });
      const files = new Map(
        publicFiles(opened, table).map(({ path, bytes }) => [path, new TextDecoder().decode(bytes)]),
      );
      const { features } = JSON.parse(files.get('public-table.geojson')!);
      for (const { properties } of features) {
        const { place, total, simulated, ...columns } = properties;
        expect(simulated).toBe(true);
        expect(total).toBe(Object.values(columns as Record<string, number>).reduce((sum, n) => sum + n, 0));
      }
      const sum = publicTotals(table).reduce((total, n) => total + n, 0);
      const shown = [...files.get('public-table.en.html')!.matchAll(/<td class="number">([\d,]+)</g)].map(
        ([, n]) => Number(n.replace(',', '')),
      );
      // Three years and their sum, in two rows.
      expect(shown).toHaveLength(8);
      expect(shown[3] + shown[7]).toBe(sum);
      expect(shown[0] + shown[1] + shown[2]).toBe(shown[3]);
    });

    it('by guessing small counts: the best guess is right as often as the law allows, neighbours known or not', () => {
      const known = truth(9, 2022);
      // The attacker knows how many cells hold 0, 1, 2 … incidents, and the law.
      const cells = opened.places.ids.filter((_, i) => opened.inMask![i] === 1);
      const prior = new Map<number, number>();
      for (const cell of cells)
        prior.set(known.get(cell) ?? 0, (prior.get(known.get(cell) ?? 0) ?? 0) + 1 / cells.length);
      const law = (count: number, shown: number): number =>
        Math.max(0, 1 - Math.abs(shown - count) / BASE) * (Math.abs(shown - count) < BASE ? 1 : 0);
      const guessOf = (shown: number): number =>
        [...prior].reduce(
          (best, [count, p]) => (p * law(count, shown) > best.p ? { count, p: p * law(count, shown) } : best),
          { count: -1, p: -1 },
        ).count;
      let [right, guesses, allowed, variance] = [0, 0, 0, 0];
      const byNeighbours = [new Float64Array(2), new Float64Array(2)];
      for (let number = 0; number < 60; number++) {
        const numbers = numbersOf(tableOf({ ...fine, years: '2022' }, secretOf(number)));
        const shownAt = (cell: string): number => numbers.get(`${cell} 2022 theft`) ?? 0;
        for (const cell of cells) {
          const count = known.get(cell) ?? 0;
          if (count < 1 || count > 4) continue;
          // Exactly what the law gives for this count: the chance of the numbers that lead to a right guess.
          const chance = [0, BASE].reduce(
            (sum, shown) => sum + (guessOf(shown) === count ? law(count, shown) : 0),
            0,
          );
          guesses++;
          allowed += chance;
          variance += chance * (1 - chance);
          if (guessOf(shownAt(cell)) === count) right++;
          if (count !== 2) continue;
          const around = gridDisk(cell, 1).reduce(
            (sum, near) => sum + (near === cell ? 0 : shownAt(near)),
            0,
          );
          byNeighbours[around % 10 === 0 ? 0 : 1][shownAt(cell) === BASE ? 1 : 0]++;
        }
      }
      expect(guesses).toBeGreaterThan(2000);
      expect(Math.abs(right - allowed)).toBeLessThan(4 * Math.sqrt(variance));
      for (const [down, up] of byNeighbours) {
        const n = down + up;
        expect(n).toBeGreaterThan(200);
        // A count of 2 goes up in two cases of five, whatever stands around it.
        expect(Math.abs(up / n - 0.4)).toBeLessThan(4 * Math.sqrt(0.24 / n));
      }
    });

    it('by zeros: a cell without incidents and one with a few are both absent, and no halo shows where they are', () => {
      const known = truth(9, 2022);
      const table = tableOf({ ...fine, years: '2022' });
      const listed = new Set(table.ids);
      expect(table.ids.every((_, i) => table.columns[0].n[i] > 0)).toBe(true);
      const hidden = [...known].filter(([cell]) => !listed.has(cell));
      expect(hidden.length).toBeGreaterThan(20);
      expect(hidden.every(([, n]) => n < BASE)).toBe(true);
      expect([...listed].every((cell) => known.has(cell))).toBe(true);
    });

    it('by bytes: no finer place, no moment, no address, no name of a file, and not the secret', () => {
      const table = tableOf(fine);
      const files = publicFiles(opened, table);
      expect(files.map(({ path }) => path)).toEqual([
        'public-table.csv',
        'public-table.geojson',
        ...['kk', 'ru', 'en'].map((lang) => `public-table.${lang}.html`),
        'public-table.json',
      ]);
      const all = files.map(({ bytes }) => new TextDecoder().decode(bytes)).join('\n');
      for (let i = 0; i < incidents.count; i++) {
        expect(all.includes(incidents.lon[i].toFixed(6)) && all.includes(incidents.lat[i].toFixed(6))).toBe(
          false,
        );
      }
      expect(all).not.toMatch(/\d{1,2}:\d{2}(?!\d*px)\b|\b20\d\d-(0\d|1[0-2])\b/);
      for (const word of [SECRET, 'secret-source', 'Hidden', '<b>Town'])
        expect(all.includes(word), word).toBe(false);
      const [head, ...rows] = publicCsv(table).trim().split('\n');
      expect(head).toBe('place,lon,lat,period,offences,n_rounded,simulated');
      for (const row of rows) {
        const [place, lon, lat] = row.split(',');
        const [latOf, lonOf] = cellToLatLng(place);
        expect([lon, lat]).toEqual([String(Number(lonOf.toFixed(5))), String(Number(latOf.toFixed(5)))]);
      }
    });
  });
});
