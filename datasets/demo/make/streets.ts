import { type RandomStream, randomStream } from '@oryn/core';
import { pathLength, simplified } from './geometry.ts';
import { framePath } from './grid.ts';
import { nodedNetwork, type Segment } from './network.ts';
import type { CityPlan } from './plan.ts';
import { drawStreets } from './street-plan.ts';

/** The noded streets of a city, metres. */
export function streetsOf(plan: CityPlan, random: RandomStream = randomStream(plan.seed, 0)): Segment[] {
  const lines = drawStreets(plan, random)
    .map((stroke) => ({ ...stroke, path: simplified(framePath(plan, stroke.path), 0.4) }))
    .filter((line) => pathLength(line.path) > 1);
  return nodedNetwork(lines);
}
