import { OrynError } from '../errors/oryn-error.ts';
import type { PermutedField } from './permutation-field.ts';

/** How draws are made, as far as their cost depends on it. */
interface DrawPlan {
  draws: number;
  /** Every place draws for itself. */
  alone: boolean;
  exceedances: number | undefined;
}

/** Nanoseconds of one step on a busy laptop core, measured at 6,350 places. */
const TO_DRAW = 200;
const TO_DRAW_ALONE = 27;
const TO_REPLACE = 8;
const TO_WEIGH = 4;

/** Two minutes. */
const MOST_NANOSECONDS = 1.2e11;
/** Items of one table of draws, 16 bytes each: a gigabyte. */
const MOST_DRAWN = 6e7;

/** Where draws stop early most places need about so many for each time a tail is to be reached. */
const DRAWS_PER_EXCEEDANCE = 25;

/**
 * Refuses permutations that would take more than about two minutes or a gigabyte, and says how many draws would not.
 *
 * With shared draws each number of neighbours k takes a table of R (k + 1) items; each of its places goes through
 * R k again where its weights differ, and under `gi` through k items for each of the R k / n draws that hold it.
 *
 * @param groups number of neighbours, and the places that have so many
 * @throws OrynError inference.permutation-size
 */
export function checkPermutationWork(
  field: PermutedField,
  groups: readonly (readonly [number, readonly number[]])[],
  plan: DrawPlan,
): void {
  const { alone, draws } = plan;
  const n = field.values.length;
  const made =
    plan.exceedances === undefined ? draws : Math.min(draws, DRAWS_PER_EXCEEDANCE * plan.exceedances);
  let perDraw = 0;
  let most = 0;
  for (const [degree, places] of groups) {
    most = Math.max(most, degree);
    if (alone) {
      perDraw += TO_DRAW_ALONE * places.length * degree;
      continue;
    }
    let uneven = 0;
    for (const i of places) if (!field.even[i]) uneven++;
    perDraw += TO_DRAW * (degree + 1) + TO_WEIGH * uneven * degree;
    if (field.held) perDraw += (TO_REPLACE * places.length * degree * degree) / n;
  }
  const inTime = MOST_NANOSECONDS / perDraw;
  const inMemory = alone ? Number.POSITIVE_INFINITY : MOST_DRAWN / (most + 1);
  if (made <= inTime && draws <= inMemory) return;
  const possible = Math.max(1, Math.floor(Math.min(inTime, inMemory)));
  throw new OrynError('inference.permutation-size', { draws, neighbours: most, possible });
}
