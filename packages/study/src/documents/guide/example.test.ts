import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { memoryFile } from '@oryn/ingest';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseStudyFile } from '../../definition/parse-study.ts';
import { evaluate, type Findings } from '../../evaluate/evaluate.ts';
import { readStudy } from '../../evaluate/read.ts';
import { EXAMPLE } from './example.ts';
import { GUIDE_EXAMPLE } from './guide-document.ts';

const folder = join(import.meta.dirname, '../../../../../datasets', GUIDE_EXAMPLE);

async function foundAt(resolution: number): Promise<Findings> {
  const file = readFileSync(join(folder, 'study.yaml'), 'utf8');
  const study = parseStudyFile(file, 'study.yaml', { resolution, context: [] });
  const names = [...study.files, study.boundary!, study.possible!];
  const sources = new Map(names.map((name) => [name, memoryFile(name, readFileSync(join(folder, name)))]));
  return evaluate(await readStudy(study, sources));
}

const rounded = (value: number): number => Math.round(value * 1e6) / 1e6;

/** Half of the incidents, over each denominator. */
function halves({ report }: Findings) {
  return report.denominators.map(({ over, chance }) => {
    const { k, share, expectedShare } = over.shares.find(({ percent }) => percent === 50)!;
    const drawn = chance?.shares.find(({ percent }) => percent === 50);
    return {
      places: over.places,
      k,
      share: rounded(share),
      chance: rounded(drawn?.mean ?? expectedShare),
      drawn,
    };
  });
}

describe('the example of the guide', () => {
  let found: Findings;
  beforeAll(async () => {
    found = await foundAt(9);
  }, 120_000);

  it('has the rows', () => {
    const { account } = found;
    const { rows } = EXAMPLE;
    expect(rows).toEqual({
      read: account.read,
      dropped: account.read - account.kept,
      noCoordinates: account.dropped['no-coordinates'],
      zeroCoordinates: account.dropped['zero-zero'],
      struckOff: account.dropped['struck-off'],
      mended: account.mended['exchanged-axes'],
      kept: account.kept,
      outside: account.outside,
      ...account.apart,
      counted: account.analysed,
      withoutHour: account.withoutHour,
    });
    expect(rows.noCoordinates + rows.zeroCoordinates + rows.struckOff).toBe(rows.dropped);
    expect(rows.kept - rows.outside - rows.policeDetected - rows.placeless).toBe(rows.counted);
  });

  it('has the concentration over each denominator', () => {
    const [streets, area, any] = halves(found);
    const { drawn, ...mask } = streets;
    expect(EXAMPLE.streets).toEqual({ ...mask, low: rounded(drawn!.low), high: rounded(drawn!.high) });
    expect(EXAMPLE.area).toEqual({ places: area.places, share: area.share, chance: area.chance });
    expect(EXAMPLE.any).toEqual({ places: any.places, share: any.share, chance: any.chance });
    const { over, chance } = found.report.denominators[0];
    expect(EXAMPLE.gini).toEqual({ observed: rounded(over.gini.gini), chance: rounded(chance!.gini.mean) });
    expect(rounded(found.report.unit.medianAreaKm2!)).toBe(EXAMPLE.km2.middle);
  });

  it('has the hot places and the problem places', () => {
    const { hot, problems, evidence, evidenceSummary } = found;
    const count = (values: Float64Array): number =>
      values.filter((value, place) => value <= 0.05 && hot.z[place] > 0).length;
    expect(EXAMPLE.hot).toEqual({ below: count(hot.p), corrected: count(hot.q) });
    expect(EXAMPLE.problems).toEqual({
      listed: problems.listed.length,
      refused: problems.notConfirmed.length,
    });
    const [first, second] = problems.listed;
    const [low, high] = first.perYearInterval.map(rounded);
    expect(EXAMPLE.first).toEqual({
      n: first.n,
      expected: rounded(first.expected),
      perYear: rounded(first.perYear),
      ...{ low, high, q: rounded(first.q) },
      growth: rounded(evidence[0].trend!.factorPerYear - 1),
    });
    expect(evidence[0].trend?.word).toBe('rising');
    expect(EXAMPLE.second).toEqual({ n: second.n, perYear: rounded(second.perYear) });
    const { places, n, expected } = evidenceSummary.holdOut!;
    expect(EXAMPLE.heldOut).toEqual({ places, n, expected: rounded(expected) });
  });

  it('has the years', () => {
    const { years, differences, stability } = found.report;
    const [y2019, y2023] = [2019, 2023].map((year) => years.find((one) => one.year === year)!);
    const half = <One extends { percent: number }>(shares: readonly One[]): One =>
      shares.find(({ percent }) => percent === 50)!;
    const difference = differences.find(({ from, to }) => from === 2019 && to === 2023)!;
    expect(EXAMPLE.years).toEqual({
      incidents2019: y2019.over.incidents,
      incidents2023: y2023.over.incidents,
      share2019: rounded(half(y2019.over.shares).share),
      share2023: rounded(half(y2023.over.shares).share),
      rarefied2019: rounded(half(y2019.rarefied!.shares).mean),
      p: difference.p,
      q: rounded(difference.q),
    });
    const { sets } = stability!.pairs.find(({ from, to }) => from === 2019 && to === 2023)!;
    expect(EXAMPLE.stable).toEqual({
      places2019: sets.placesA,
      places2023: sets.placesB,
      both: sets.both,
      jaccard: rounded(sets.jaccard),
      byChance: rounded(sets.jaccardByChance),
    });
  });

  it.each([
    [8, EXAMPLE.coarse, EXAMPLE.km2.coarse],
    [7, EXAMPLE.coarsest, EXAMPLE.km2.coarsest],
  ])(
    'has the share with cells of resolution %i',
    async (resolution, expected, km2) => {
      const other = await foundAt(resolution);
      const [{ places, share, chance }] = halves(other);
      expect({ places, share, chance }).toEqual(expected);
      expect(rounded(other.report.unit.medianAreaKm2!)).toBe(km2);
    },
    120_000,
  );
});
