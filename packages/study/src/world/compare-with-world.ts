import type { DenominatorName } from '@oryn/core';
import { type Benchmark, type BenchmarkMask, benchmarkOffenceGroupOf, benchmarks } from '@oryn/datasets';
import type { UnitFacts } from '../concentration/unit-facts.ts';
import { type PublishedRange, rangeOf } from './published-range.ts';

/** What a result has to say of itself before it may stand beside a published one. Shares are parts of one. */
export interface WorldFacts {
  readonly simulated: boolean;
  readonly subject: 'incidents' | 'road-accidents';
  readonly unit: UnitFacts;
  readonly denominator: DenominatorName;
  /** What the mask lets through; only for the denominator `mask`. */
  readonly mask?: BenchmarkMask | undefined;
  /** Share of places with half, and with a quarter, of the incidents; NaN without an incident. */
  readonly share50: number;
  readonly share25: number;
  /** The share for half that chance alone gives. */
  readonly expected50: number;
  readonly incidentsPerPlace: number;
  /** Years counted together; NaN where nobody says. */
  readonly periodYears: number;
  /** Labels of the offences analysed; none = all. */
  readonly offences: readonly string[];
}

/** On which point a published value differs. */
export type WhyNot = 'unit' | 'area' | 'denominator' | 'period' | 'offences';

type WorldVerdict = 'inside' | 'above' | 'below' | 'no-comparable' | 'refused';

export interface WorldComparison {
  readonly verdict: WorldVerdict;
  /** Why there is no range: refused, `few` comparable values left, or the point that excluded most. */
  readonly reason?: 'simulated' | 'not-crime' | 'no-incidents' | 'few' | WhyNot;
  readonly range?: PublishedRange;
  /** The same for a quarter of the incidents, where the range is published for it too. */
  readonly quarter?: { readonly verdict: WorldVerdict; readonly range: PublishedRange };
  /** Chance alone at this number of incidents per place lies inside the range, so agreement proves little. */
  readonly saysLittle: boolean;
  /** The comparable studies. */
  readonly studies: readonly Benchmark[];
  /** The verified published values that are not comparable, each with the first point on which it differs. */
  readonly others: readonly { readonly study: Benchmark; readonly reason: WhyNot }[];
}

/** Area and length of period may differ by this part of the published one. */
const TOLERANCE = 0.25;

/** Published segments are the street from one crossing to the next, about 100 m: such medians are of whole streets. */
const WHOLE_STREET_METERS = 300;

/** The order in which a value is judged; the first point on which it differs is its reason. */
const POINTS: readonly WhyNot[] = ['unit', 'area', 'denominator', 'period', 'offences'];

const UNIT_KINDS = { h3: 'cell', squares: 'cell', segments: 'segment', address: 'address' } as const;

/**
 * The place of a result among comparable published values: the same kind of unit, unit area within 25 % (addresses need
 * none; segments are one kind, unless their median length tells that streets were not cut at crossings), the same rule of which places are counted, the same number of years
 * within 25 %, and the same offences. What a published row does not state is not taken to agree.
 *
 * The range is the published interquartile range where a review gives one, else the span of at least three values.
 * Shares above it mean less concentration, below it more. A result inside it says little where chance alone, at this
 * number of incidents per place, would be inside too.
 *
 * Simulated data and road accidents are refused.
 */
export function compareWithWorld(facts: WorldFacts): WorldComparison {
  const refused = refusalOf(facts);
  if (refused) return { verdict: 'refused', reason: refused, saysLittle: false, studies: [], others: [] };
  const studies: Benchmark[] = [];
  const others: { study: Benchmark; reason: WhyNot }[] = [];
  for (const study of benchmarks) {
    if (!study.verified || study.placesFor50 === undefined) continue;
    const reason = POINTS.find((point) => !agrees(point, facts, study));
    if (reason) others.push({ study, reason });
    else studies.push(study);
  }
  const range = rangeOf(studies, 'placesFor50');
  if (!range) {
    const reason = studies.length > 0 ? 'few' : commonest(others.map((other) => other.reason));
    return { verdict: 'no-comparable', reason, saysLittle: false, studies, others };
  }
  const quarter = rangeOf(studies, 'placesFor25');
  return {
    verdict: placeIn(range, facts.share50),
    range,
    ...(quarter && { quarter: { verdict: placeIn(quarter, facts.share25), range: quarter } }),
    saysLittle: placeIn(range, facts.expected50) === 'inside',
    studies,
    others,
  };
}

function refusalOf(facts: WorldFacts): 'simulated' | 'not-crime' | 'no-incidents' | undefined {
  if (facts.simulated) return 'simulated';
  if (facts.subject === 'road-accidents') return 'not-crime';
  return Number.isNaN(facts.share50) ? 'no-incidents' : undefined;
}

function agrees(point: WhyNot, facts: WorldFacts, study: Benchmark): boolean {
  const { unit, periodYears, offences } = facts;
  const kind = unitKindOf(unit);
  switch (point) {
    case 'unit':
      return kind !== undefined && study.unitKind === kind;
    case 'area':
      if (kind === 'segment') return !(unit.medianLengthMeters > WHOLE_STREET_METERS);
      return kind !== 'cell' || isNear(unit.medianAreaKm2, study.unitAreaKm2);
    case 'denominator':
      return sameDenominator(facts, study);
    case 'period':
      return isNear(periodYears, study.periodYears);
    case 'offences': {
      const group = benchmarkOffenceGroupOf(offences);
      return group !== undefined && study.offenceGroup === group;
    }
  }
}

/** Segments with intersections beside them are neither of the two. */
function unitKindOf({ kind, crossings }: UnitFacts): 'cell' | 'segment' | 'address' | undefined {
  if (crossings !== undefined) return undefined;
  return kind in UNIT_KINDS ? UNIT_KINDS[kind as keyof typeof UNIT_KINDS] : undefined;
}

function isNear(ours: number, published: number | undefined): boolean {
  return published !== undefined && Math.abs(ours - published) <= TOLERANCE * published;
}

/**
 * A street is where crime is possible, so all segments are the mask of streets already. `all` of a study counts only
 * where it says which all.
 */
function sameDenominator({ denominator, mask, unit }: WorldFacts, study: Benchmark): boolean {
  if (denominator === 'any') return study.denominator === 'with crime';
  if (study.denominator !== 'all') return false;
  const ours =
    denominator === 'mask' ? mask : denominator === 'occupied-neighbourhood' ? undefined : 'all places';
  if (ours === undefined || ours === 'unknown') return false;
  return study.mask === (unit.kind === 'segments' && ours === 'with streets' ? 'all places' : ours);
}

function placeIn({ low, high }: PublishedRange, share: number): 'inside' | 'above' | 'below' {
  if (share < low) return 'below';
  return share > high ? 'above' : 'inside';
}

/** The commonest reason, the earlier point of two alike. */
function commonest(reasons: readonly WhyNot[]): WhyNot {
  const times = (point: WhyNot): number => reasons.filter((reason) => reason === point).length;
  return POINTS.reduce((most, point) => (times(point) > times(most) ? point : most), POINTS[0]);
}
