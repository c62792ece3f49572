import { expect, it } from 'vitest';
import { placeInHexagons } from '../places/hexagons.ts';
import { studyArea } from '../places/study-area.ts';
import { randomStream } from '../random/stream.ts';
import type { GetisOrdStatistic } from './getis-ord.ts';
import { hotPlaces, type Inference } from './hot-places.ts';

const FIELDS = 2000;
const LEVEL = 0.05;
const area = studyArea([
  [
    [
      [71, 51],
      [71.42, 51],
      [71.42, 51.24],
      [71, 51.24],
      [71, 51],
    ],
  ],
]);
const { places } = placeInHexagons(new Float64Array(0), new Float64Array(0), { resolution: 9, area });

/** Share of completely random fields in which any place passes q <= .05. */
function familyError(mean: number, statistic: GetisOrdStatistic, inference: Inference): number {
  let fields = 0;
  for (let field = 0; field < FIELDS; field++) {
    const random = randomStream(field, 3);
    const n = Uint32Array.from({ length: places.count }, () => random.poisson(mean));
    const { q } = hotPlaces(n, places.neighbours, { statistic, inference });
    if (q.some((value) => value <= LEVEL)) fields++;
  }
  return fields / FIELDS;
}

it('under complete randomness the default stays at its level; the analytic score does not', () => {
  process.stdout.write(
    `${places.count} cells, ${FIELDS} fields per line: share of fields with any q <= ${LEVEL}\n`,
  );
  process.stdout.write('  mean  gi-star exact  gi exact  gi-star analytic\n');
  for (const mean of [0.05, 0.1, 0.25, 0.5, 1, 2, 5]) {
    const exact = familyError(mean, 'gi-star', 'exact');
    const conditional = familyError(mean, 'gi', 'exact');
    const analytic = familyError(mean, 'gi-star', 'analytic');
    const cell = (value: number): string => value.toFixed(3).padStart(13);
    process.stdout.write(`${String(mean).padStart(6)}${cell(exact)}${cell(conditional)}${cell(analytic)}\n`);
    // Three standard errors of a share of .05 over 2,000 fields are .0146.
    expect(exact).toBeLessThanOrEqual(LEVEL + 0.0146);
    expect(conditional).toBeLessThanOrEqual(LEVEL + 0.0146);
  }
});
