import { type Incidents, randomStream } from '@oryn/core';
import { expect, it } from 'vitest';
import { weekOf } from './week-figure.tsx';

const DAY = 86_400;

function incidentsOf(count: number): Incidents {
  const random = randomStream(9);
  return {
    count,
    lon: new Float64Array(count).fill(71),
    lat: new Float64Array(count).fill(51),
    time: Float64Array.from({ length: count }, () =>
      random.integer(0, 9) === 0 ? Number.NaN : random.integer(17_000 * DAY, 19_000 * DAY),
    ),
    hourKnown: Uint8Array.from({ length: count }, () => (random.integer(0, 4) === 0 ? 0 : 1)),
    category: {
      codes: Uint16Array.from({ length: count }, () => random.integer(1, 2)),
      labels: ['', 'theft', 'drugs'],
    },
    placeType: { codes: new Uint16Array(count), labels: [''] },
    row: new Uint32Array(count),
  };
}

it('is the week of plain counting', () => {
  const incidents = incidentsOf(3000);
  const { week, incidents: n, hourUnknown } = weekOf({ incidents, analysed: Uint8Array.of(1, 1, 0) });
  const expected = new Array(168).fill(0);
  let analysed = 0;
  let unknown = 0;
  for (let i = 0; i < incidents.count; i++) {
    if (incidents.category.codes[i] !== 1) continue;
    analysed++;
    if (Number.isNaN(incidents.time[i]) || incidents.hourKnown[i] === 0) {
      unknown++;
      continue;
    }
    const date = new Date(incidents.time[i] * 1000);
    expected[((date.getUTCDay() + 6) % 7) * 24 + date.getUTCHours()]++;
  }
  expect(week).toEqual(expected);
  expect([n, hourUnknown]).toEqual([analysed, unknown]);
});
