import { type BandwidthRule, OrynError } from '@oryn/core';

/** A rule that chooses the bandwidth, in place of metres. */
export const BANDWIDTH_RULE = /^(scott|silverman|nrd|arcgis|diggle|likelihood|nearest:[1-9]\d{0,5})$/;
/** What gives each incident a bandwidth of its own. */
export const ADAPTIVE = /^(abramson|nearest:[1-9]\d{0,5})$/;

/** A rule with its number of neighbours, where it has one: `nearest:10`. */
export interface NamedRule<Name extends string> {
  name: Name;
  neighbours: number | undefined;
}

/** The rule of a `bandwidth` that is not a number. */
export function bandwidthRuleOf(given: string): NamedRule<BandwidthRule> {
  if (!BANDWIDTH_RULE.test(given)) throw new OrynError('bandwidth.invalid', { given });
  return ruleOf(given) as NamedRule<BandwidthRule>;
}

/** The rule of `adaptive`; undefined without one. */
export function adaptiveRuleOf(given: string | undefined): NamedRule<'abramson' | 'nearest'> | undefined {
  return given === undefined ? undefined : (ruleOf(given) as NamedRule<'abramson' | 'nearest'>);
}

function ruleOf(given: string): NamedRule<string> {
  const [name, count] = given.split(':');
  return { name, neighbours: count === undefined ? undefined : Number(count) };
}
