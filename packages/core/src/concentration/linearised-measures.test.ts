import { expect, it } from 'vitest';
import { poissonGammaCounts } from '../../../../test/support/superpopulation.ts';
import { randomStream } from '../random/stream.ts';
import { countTiers } from './count-tiers.ts';
import { linearisedGini, linearisedShare, rivalShares } from './linearised-measures.ts';

const counts = poissonGammaCounts(300, 2, 0.5, randomStream(1));
const tiers = countTiers(counts);

it('the interpolated share is the largest mean of (q x - (x - t)+) / t over t', () => {
  for (const percent of [10, 25, 50, 80, 95]) {
    const q = percent / 100;
    let largest = 0;
    for (let t = 1; t <= tiers.counts[0]; t++) {
      const sum = counts.reduce((all, x) => all + (q * x - Math.max(0, x - t)) / t, 0);
      largest = Math.max(largest, sum / counts.length);
    }
    expect(linearisedShare(tiers, percent).value).toBeCloseTo(largest, 12);
  }
});

it('influences sum to 0 and are the change when a place of the tier weighs a little more', () => {
  const EPSILON = 1e-6;
  for (const measure of [linearisedGini, (t: typeof tiers) => linearisedShare(t, 37)]) {
    const { value, influence } = measure(tiers);
    expect(influence.reduce((sum, each, tier) => sum + each * tiers.sizes[tier], 0)).toBeCloseTo(0, 9);
    tiers.counts.forEach((count, tier) => {
      const added = EPSILON * tiers.places;
      const sizes = tiers.sizes.map((size, i) => (i === tier ? size + added : size));
      const heavier = {
        ...tiers,
        sizes,
        places: tiers.places + added,
        incidents: tiers.incidents + added * count,
      };
      // A Gini over N places lacks 1 / N, which changes with N; over many places there is no such term.
      const many = (of: typeof tiers): typeof tiers => ({
        counts: of.counts,
        sizes: of.sizes.map((size) => size * 1e6),
        places: of.places * 1e6,
        incidents: of.incidents * 1e6,
      });
      const change = (measure(many(heavier)).value - measure(many(tiers)).value) / (added / heavier.places);
      expect(Math.abs(change - influence[tier])).toBeLessThan(2e-3 * (1 + Math.abs(influence[tier])));
    });
    expect(value).toBeGreaterThan(0);
  }
});

it('rivals are the same means at the boundary and the tiers next to it, the share the largest of them', () => {
  const { value } = linearisedShare(tiers, 50);
  const rivals = rivalShares(tiers, 50);
  expect(rivals).toHaveLength(3);
  expect(Math.max(...rivals.map((rival) => rival.value))).toBeCloseTo(value, 12);
  for (const { influence } of rivals) {
    expect(influence.reduce((sum, each, tier) => sum + each * tiers.sizes[tier], 0)).toBeCloseTo(0, 9);
  }
  // The highest tier has none above it, and no place without an incident is a boundary.
  expect(rivalShares(countTiers([1, 0, 0]), 50)).toHaveLength(1);
});
