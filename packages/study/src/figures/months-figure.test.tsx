import { daysFromDate, daysInMonth, randomStream } from '@oryn/core';
import { expect, it } from 'vitest';
import { monthsCounted } from './months-figure.tsx';

const DAY = 86_400;

/** About `perDay` incidents on each day from January 2019 on. */
function timesOf(months: number, perDay: number): number[] {
  const random = randomStream(5);
  return Array.from({ length: months }, (_, i) => [2019 + Math.floor(i / 12), (i % 12) + 1]).flatMap(
    ([year, month]) =>
      Array.from({ length: daysInMonth(year, month) }, (_, day) =>
        new Array(random.poisson(perDay)).fill((daysFromDate(year, month, 1) + day) * DAY + 3600),
      ).flat(),
  );
}

const incidentsOf = (times: readonly number[], codes = new Uint16Array(times.length).fill(1)) => ({
  time: Float64Array.from(times),
  category: { codes, labels: ['', 'theft', 'drugs'] },
});

it('counts as plain code does, what is not drawn too', () => {
  const times = [...timesOf(30, 4), ...new Array(17).fill(Number.NaN)];
  const found = monthsCounted(incidentsOf(times), Uint8Array.of(1, 1, 0), {});
  expect([found.dated + found.undated, found.undated, found.uncovered]).toEqual([times.length, 17, 0]);
  expect(found.years.map(({ year }) => year)).toEqual([2019, 2020, 2021]);
  for (const { year, n } of found.years) {
    n.forEach((count, month) => {
      const own = times.filter((seconds) => {
        const date = new Date(seconds * 1000);
        return date.getUTCFullYear() === year && date.getUTCMonth() === month;
      });
      if (year === 2021 && month >= 6) expect(count).toBeNaN();
      else expect(count).toBe(own.length);
    });
  }
});

it('leaves categories kept apart out', () => {
  const times = timesOf(24, 3);
  const codes = Uint16Array.from(times, (_, i) => (i % 4 === 0 ? 2 : 1));
  const { dated } = monthsCounted(incidentsOf(times, codes), Uint8Array.of(1, 1, 0), {});
  expect(dated).toBe(times.length - Math.ceil(times.length / 4));
});

it('takes a missing month, a broken last one and one cut by the period for gaps, not for zeros', () => {
  const all = timesOf(36, 5);
  const at = (year: number, month: number, day = 1): number => daysFromDate(year, month, day) * DAY;
  const times = all.filter(
    (seconds) => !(seconds >= at(2020, 5) && seconds < at(2020, 6)) && !(seconds >= at(2021, 12, 4)),
  );
  const { years, uncovered } = monthsCounted(incidentsOf(times), Uint8Array.of(1, 1, 0), {
    from: '2019-03-02',
    to: '2021-12-31',
  });
  const gaps = years.flatMap(({ year, n }) =>
    n.flatMap((count, month) => (Number.isNaN(count) ? [`${year}-${month + 1}`] : [])),
  );
  expect(gaps).toEqual(['2019-1', '2019-2', '2019-3', '2020-5', '2021-12']);
  expect(uncovered).toBe(times.filter((seconds) => seconds < at(2019, 4) || seconds >= at(2021, 12)).length);
});
