import type { RandomStream } from '@oryn/core';
import { gamma } from './chance.ts';
import type { XY } from './geometry.ts';
import type { CityPlan, Zone } from './plan.ts';
import type { ZoneFinder } from './zone-finder.ts';

const CELL_METRES = 250;
/** Residents of a full cell relative to others. */
const DENSITY: Partial<Record<Zone, number>> = { C: 60, O: 48, M: 72, P: 19, I: 1, A: 2.5, G: 0.4 };

/** Residents per 250 m cell; they add up to the plan's population. */
export function populationCells(
  plan: CityPlan,
  extent: { readonly west: number; readonly east: number; readonly south: number; readonly north: number },
  zones: ZoneFinder,
  random: RandomStream,
): { point: XY; people: number }[] {
  const cells: { point: XY; weight: number }[] = [];
  for (let y = extent.south + CELL_METRES / 2; y < extent.north; y += CELL_METRES) {
    for (let x = extent.west + CELL_METRES / 2; x < extent.east; x += CELL_METRES) {
      // Five probes per cell, so that a cell at the edge of a zone is not all or nothing.
      let weight = 0;
      for (const [dx, dy] of [
        [0, 0],
        [-70, -70],
        [70, -70],
        [-70, 70],
        [70, 70],
      ] as const) {
        weight += DENSITY[zones.at([x + dx, y + dy])?.zone ?? '.'] ?? 0;
      }
      if (weight > 0) cells.push({ point: [x, y], weight: weight * (0.5 + 0.5 * gamma(random, 3)) });
    }
  }
  const total = cells.reduce((sum, { weight }) => sum + weight, 0);
  let owed = 0;
  return cells
    .map(({ point, weight }) => {
      // Carrying the remainder keeps the sum exact.
      owed += (weight / total) * plan.population;
      const people = Math.round(owed);
      owed -= people;
      return { point, people };
    })
    .filter(({ people }) => people > 0);
}
