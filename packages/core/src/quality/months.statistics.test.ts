import { expect, it } from 'vitest';
import { daysFromDate } from '../incidents/calendar.ts';
import { randomStream } from '../random/stream.ts';
import { monthsOfData } from './months.ts';

const SERIES = 1000;
const MONTHS = 60;

it('marks almost no month of a homogeneous Poisson series', () => {
  process.stdout.write(
    `${SERIES} series of ${MONTHS} months per line: share of series with any marked month\n`,
  );
  for (const mean of [1, 2, 5, 10, 20, 50, 200]) {
    let series = 0;
    for (let seed = 0; seed < SERIES; seed++) {
      const random = randomStream(seed, 1);
      const time: number[] = [];
      for (let i = 0; i < MONTHS; i++) {
        const start = daysFromDate(2019 + Math.floor(i / 12), (i % 12) + 1, 1) * 86_400;
        for (let k = random.poisson(mean); k > 0; k--) time.push(start);
      }
      if (monthsOfData(Float64Array.from(time)).months.some(({ state }) => state !== 'ordinary')) series++;
    }
    process.stdout.write(`${String(mean).padStart(6)}  ${(series / SERIES).toFixed(3)}\n`);
    expect(series / SERIES, `mean ${mean}`).toBeLessThanOrEqual(0.02);
  }
});
