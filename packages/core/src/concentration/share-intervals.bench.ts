import { expect, it } from 'vitest';
import { measure } from '../../../../test/support/measure.ts';
import { poissonGammaCounts } from '../../../../test/support/superpopulation.ts';
import { randomStream } from '../random/stream.ts';
import { poissonGammaFit } from './poisson-gamma.ts';
import { rareEventConcentration } from './rare-event-concentration.ts';
import { giniInterval, shareIntervals } from './share-intervals.ts';
import { spatialBlocks } from './spatial-blocks.ts';

it('20,000 places, 250,000 incidents, 999 draws: under 2 s', () => {
  const random = randomStream(1);
  const counts = poissonGammaCounts(20_000, 12.5, 0.3, random);
  const x = Float64Array.from(counts, () => random.uniform() * 20_000);
  const y = Float64Array.from(counts, () => random.uniform() * 20_000);
  const options = { draws: 999, seed: 1 };
  const { block } = spatialBlocks(x, y);
  measure('spatial blocks, 20,000 places', 5, () => spatialBlocks(x, y));
  const units = measure('intervals of shares, 999 draws of places', 5, () => shareIntervals(counts, options));
  const blocks = measure('the same by 64 blocks', 5, () =>
    shareIntervals(counts, { ...options, blocks: block }),
  );
  measure('interval of the Gini by 64 blocks', 5, () => giniInterval(counts, { ...options, blocks: block }));
  measure('Poisson-gamma fit', 5, () => poissonGammaFit(counts));
  const recc = measure('rare event concentration', 5, () => rareEventConcentration(counts));
  expect(units.median).toBeLessThan(2000);
  expect(blocks.median).toBeLessThan(2000);
  expect(recc.median).toBeLessThan(2000);
});
