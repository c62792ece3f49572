import { randomStream } from '@oryn/core';
import { expect, it } from 'vitest';
import { measure } from '../../../../test/support/measure.ts';
import { REPORT_DRAWS, reportOn } from './concentration-report.ts';
import { type CountedPlaces, countedInTable } from './counted-places.ts';

const PLACES = 20_000;
const INCIDENTS = 250_000;
const YEARS = 5;

/** Risk as unequal as that of a city (exponential, squared), the places on a square of 20 × 20 km. */
function city(): CountedPlaces {
  const random = randomStream(11);
  const risk = Float64Array.from({ length: PLACES }, () => Math.log(1 - random.uniform()) ** 2);
  const total = risk.reduce((sum, value) => sum + value, 0);
  const years = Array.from({ length: YEARS }, (_, t) => ({
    year: 2019 + t,
    isWhole: true,
    n: risk.map((value) => random.poisson((value / total) * (INCIDENTS / YEARS))),
  }));
  const n = risk.map((_, place) => years.reduce((sum, year) => sum + year.n[place], 0));
  const at = (): Float64Array => Float64Array.from({ length: PLACES }, () => 20_000 * random.uniform());
  const table = { file: 'city.csv', n, years: [], exposure: undefined, parents: undefined };
  return {
    ...countedInTable(table, 1),
    years,
    positions: { x: at(), y: at() },
    parents: { kind: 'districts', of: Int32Array.from({ length: PLACES }, (_, i) => i % 12) },
    exposure: { kind: 'length', column: undefined, values: risk.map(() => 20 + 200 * random.uniform()) },
  };
}

it('the whole report of 20,000 segments and 250,000 incidents with 999 randomisations in under 10 s', () => {
  const counted = city();
  const { median } = measure('report, 20,000 places, 250,000 incidents, 999 draws, five years', 1, () =>
    reportOn(counted, { draws: REPORT_DRAWS }),
  );
  expect(median).toBeLessThan(10_000);
});
