import { expect, it } from 'vitest';
import { gammaValue } from '../../../../test/support/planted-field.ts';
import { type RandomStream, randomStream } from '../random/stream.ts';
import { differenceBetweenCities, differenceOverSamePlaces } from './difference.ts';

const RUNS = 400;
/** With 79 draws a two-sided p of .05 can be reached exactly: 2 × 2 / 80. */
const DRAWS = 79;
/** .05 and three standard errors of a share of 400. */
const MOST = 0.05 + 3 * Math.sqrt((0.05 * 0.95) / RUNS);

type Law = (random: RandomStream) => number;
type Pair = [ArrayLike<number>, ArrayLike<number>];

const gamma =
  (shape: number): Law =>
  (random) =>
    gammaValue(shape, random) / shape;
const lognormal =
  (sigma: number): Law =>
  (random) =>
    Math.exp(sigma * random.normal() - (sigma * sigma) / 2);
const risksOf = (random: RandomStream, places: number, law: Law): Float64Array =>
  Float64Array.from({ length: places }, () => law(random));
const countsOf = (random: RandomStream, risks: Float64Array, mean: number): Uint32Array =>
  Uint32Array.from(risks, (risk) => random.poisson(mean * risk));

function shuffled(random: RandomStream, values: Float64Array): Float64Array {
  const copy = values.slice();
  for (let i = copy.length - 1; i > 0; i--) {
    const j = random.integer(0, i);
    [copy[i], copy[j]] = [copy[j], copy[i]];
  }
  return copy;
}

/** Incidents in bursts of five on average. */
function bursts(random: RandomStream, risks: Float64Array, mean: number): Uint32Array {
  return Uint32Array.from(risks, (risk) => {
    let incidents = 0;
    for (let burst = random.poisson((mean * risk) / 5); burst > 0; burst--)
      incidents += 1 + random.poisson(4);
    return incidents;
  });
}

/** The same risks; the same risks on other places; other risks of the same law. */
function pairs(
  places: number,
  law: Law,
  ofA: number,
  ofB: number,
): [string, (random: RandomStream) => Pair][] {
  return [
    [
      'same risk',
      (random) => {
        const risks = risksOf(random, places, law);
        return [countsOf(random, risks, ofA), countsOf(random, risks, ofB)];
      },
    ],
    [
      'moved',
      (random) => {
        const risks = risksOf(random, places, law);
        return [countsOf(random, risks, ofA), countsOf(random, shuffled(random, risks), ofB)];
      },
    ],
    [
      'drawn anew',
      (random) => [
        countsOf(random, risksOf(random, places, law), ofA),
        countsOf(random, risksOf(random, places, law), ofB),
      ],
    ],
  ];
}

const shareFound = (
  make: (random: RandomStream) => Pair,
  p: (pair: Pair, seed: number) => number,
): number => {
  let found = 0;
  for (let run = 0; run < RUNS; run++) if (p(make(randomStream(1000 + run)), run) <= 0.05) found++;
  return found / RUNS;
};
const byPairs = ([a, b]: Pair, seed: number): number =>
  differenceOverSamePlaces(a, b, { draws: DRAWS, seed }).p;
const byLabels = ([a, b]: Pair, seed: number): number =>
  differenceOverSamePlaces(a, b, { draws: DRAWS, seed, null: 'same-places-labels' }).p;
const print = (name: string, ...shares: number[]): void => {
  process.stdout.write(`${name.padEnd(56)}${shares.map((share) => share.toFixed(3).padStart(8)).join('')}\n`);
};

it('exchangeable pairs keep their level whichever places bear the risk; labels only where nothing has changed', () => {
  process.stdout.write(`p <= .05 in ${RUNS} runs${' '.repeat(34)}   pairs  labels\n`);
  const fields: [string, number, Law, number, number][] = [
    ['gamma .3, 1000 places, volumes 1 1', 1000, gamma(0.3), 1, 1],
    ['gamma .3, 1000 places, volumes 2 .5', 1000, gamma(0.3), 2, 0.5],
    ['gamma .3, 1000 places, volumes .2 5', 1000, gamma(0.3), 0.2, 5],
    ['gamma .1, 1000 places, volumes 5 5', 1000, gamma(0.1), 5, 5],
    ['gamma 1, 100 places, volumes 1 4', 100, gamma(1), 1, 4],
    ['gamma .3, 100 places, volumes 4 .5', 100, gamma(0.3), 4, 0.5],
    ['lognormal 1.5, 1000 places, volumes 2 2', 1000, lognormal(1.5), 2, 2],
    ['lognormal 2, 1000 places, volumes 2 1', 1000, lognormal(2), 2, 1],
  ];
  let mostByLabels = 0;
  for (const [name, places, law, ofA, ofB] of fields) {
    for (const [change, make] of pairs(places, law, ofA, ofB)) {
      const [pairsFound, labelsFound] = [shareFound(make, byPairs), shareFound(make, byLabels)];
      print(`${name}, ${change}`, pairsFound, labelsFound);
      expect(pairsFound, `${name}, ${change}`).toBeLessThan(MOST);
      if (change === 'same risk') expect(labelsFound, `${name}, labels`).toBeLessThan(MOST);
      mostByLabels = Math.max(mostByLabels, labelsFound);
    }
  }
  expect(mostByLabels).toBeGreaterThan(0.2);
});

it('bursts do not mislead pairs of one volume, but they do where volumes differ', () => {
  const make =
    (ofA: number, ofB: number) =>
    (random: RandomStream): Pair => {
      const risks = risksOf(random, 1000, gamma(0.5));
      return [bursts(random, risks, ofA), bursts(random, risks, ofB)];
    };
  const equal = [shareFound(make(2, 2), byPairs), shareFound(make(2, 2), byLabels)];
  const unequal = [shareFound(make(2, 3), byPairs), shareFound(make(2, 8), byPairs)];
  print('bursts of 5, volumes 2 2', ...equal);
  print('bursts of 5, volumes 2 3 and 2 8, both by pairs', ...unequal);
  expect(equal[0]).toBeLessThan(MOST);
  expect(equal[1]).toBeGreaterThan(0.1);
  expect(unequal[1]).toBeGreaterThan(0.5);
});

it('a difference is found where there is one', () => {
  const sharper =
    (ofA: number, ofB: number) =>
    (random: RandomStream): Pair => {
      const risks = risksOf(random, 1000, gamma(0.5));
      const sharp = risks.map((risk) => risk ** 1.2);
      const mean = sharp.reduce((sum, risk) => sum + risk, 0) / sharp.length;
      return [
        countsOf(random, risks, ofA),
        countsOf(
          random,
          sharp.map((risk) => risk / mean),
          ofB,
        ),
      ];
    };
  for (const [ofA, ofB] of [
    [2, 2],
    [4, 1],
    [20, 1],
  ]) {
    const found = shareFound(sharper(ofA, ofB), byPairs);
    print(
      `risk and risk^1.2 of gamma .5, volumes ${ofA} ${ofB}`,
      found,
      shareFound(sharper(ofA, ofB), byLabels),
    );
    expect(found).toBeGreaterThan(0.5);
  }
});

it('exchangeable places keep their level at unequal sizes and volumes of one law', () => {
  const cities: [string, Law, number, number, number, number][] = [
    ['gamma .3', gamma(0.3), 1000, 1000, 1, 1],
    ['gamma .3', gamma(0.3), 400, 2000, 0.5, 5],
    ['gamma .3', gamma(0.3), 400, 2000, 5, 0.5],
    ['gamma .3', gamma(0.3), 2000, 2000, 0.2, 10],
    ['gamma .3', gamma(0.3), 100, 3000, 1, 2],
    ['gamma 1', gamma(1), 60, 300, 2, 1],
    ['lognormal 2', lognormal(2), 500, 1500, 2, 4],
  ];
  for (const [name, law, placesA, placesB, ofA, ofB] of cities) {
    const make = (random: RandomStream): Pair => [
      countsOf(random, risksOf(random, placesA, law), ofA),
      countsOf(random, risksOf(random, placesB, law), ofB),
    ];
    const found = shareFound(make, ([a, b], seed) => differenceBetweenCities(a, b, { draws: DRAWS, seed }).p);
    print(`cities of ${name}, places ${placesA} ${placesB}, volumes ${ofA} ${ofB}`, found);
    expect(found).toBeLessThan(MOST);
  }
  const power = shareFound(
    (random) => [
      countsOf(random, risksOf(random, 1000, gamma(0.3)), 4),
      countsOf(random, risksOf(random, 2000, gamma(0.5)), 1),
    ],
    ([a, b], seed) => differenceBetweenCities(a, b, { draws: DRAWS, seed }).p,
  );
  print('cities of gamma .3 and .5, places 1000 2000, volumes 4 1', power);
  expect(power).toBeGreaterThan(0.5);
});
