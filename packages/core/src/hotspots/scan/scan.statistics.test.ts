import { expect, it } from 'vitest';
import { randomStream } from '../../random/stream.ts';
import { poissonScan } from './poisson-scan.ts';
import { spaceTimePermutationScan } from './space-time-permutation-scan.ts';

const FIELDS = 1000;
const REPLICAS = 39;

/** Share of fields with p up to a level, printed as a line. */
function line(name: string, ps: readonly number[]): number {
  const share = (level: number): number => ps.filter((p) => p <= level + 1e-12).length / ps.length;
  const cells = [0.05, 0.1, 0.25, 0.5, 0.75].map((level) => share(level).toFixed(3).padStart(9));
  process.stdout.write(`${name.padEnd(44)}${cells.join('')}\n`);
  return share(0.05);
}

// Three standard errors of a share of .05 over 1,000 fields.
const most = 0.05 + 3 * Math.sqrt((0.05 * 0.95) / FIELDS);

it('Poisson scan: under its null p reaches .05 in at most 5 % of fields', () => {
  process.stdout.write(`${FIELDS} fields, ${REPLICAS} replicas: share with p at most\n`);
  process.stdout.write(`${''.padEnd(44)}      .05      .10      .25      .50      .75\n`);
  for (const mean of [0.05, 0.25, 1, 5]) {
    for (const rates of ['high', 'low', 'both'] as const) {
      const ps: number[] = [];
      for (let field = 0; field < FIELDS; field++) {
        const random = randomStream(field, 2);
        const side = 16;
        const exposure = Float64Array.from({ length: side * side }, () => random.integer(1, 40));
        const people = exposure.reduce((a, b) => a + b, 0);
        const counts = Uint32Array.from(exposure, (e) => random.poisson((mean * e * side * side) / people));
        const x = Float64Array.from(counts, () => 4000 * random.uniform());
        const y = Float64Array.from(counts, () => 4000 * random.uniform());
        const limits = { maxShare: 0.1 };
        const { clusters } = poissonScan(
          { x, y, counts, exposure },
          { rates, limits, permutations: REPLICAS, seed: field },
        );
        ps.push(clusters[0]?.p ?? 1);
      }
      expect(line(`Poisson, mean count ${mean}, rates ${rates}`, ps)).toBeLessThanOrEqual(most);
    }
  }
});

it('space-time permutation scan: the same, with busy places and a season', () => {
  for (const mean of [0.2, 1, 4]) {
    for (const mode of ['retrospective', 'prospective'] as const) {
      const ps: number[] = [];
      for (let field = 0; field < FIELDS; field++) {
        const random = randomStream(field, 4);
        const places = 100;
        const periods = 26;
        const busy = Float64Array.from({ length: places }, () => -Math.log(1 - random.uniform()));
        const [place, period]: number[][] = [[], []];
        for (let z = 0; z < places; z++) {
          for (let d = 0; d < periods; d++) {
            const season = 1 + 0.8 * Math.sin((2 * Math.PI * d) / periods);
            for (let n = random.poisson((mean * busy[z] * season) / periods); n > 0; n--) {
              place.push(z);
              period.push(d);
            }
          }
        }
        const x = Float64Array.from({ length: places }, () => 3000 * random.uniform());
        const y = Float64Array.from({ length: places }, () => 3000 * random.uniform());
        const { clusters } = spaceTimePermutationScan(
          { x, y, place, period, periods },
          { limits: { maxShare: 0.2 }, maxPeriods: 5, mode, permutations: REPLICAS, seed: field },
        );
        ps.push(clusters[0]?.p ?? 1);
      }
      expect(line(`space-time, mean count ${mean}, ${mode}`, ps)).toBeLessThanOrEqual(most);
    }
  }
});
