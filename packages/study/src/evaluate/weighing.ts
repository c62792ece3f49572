import { type Incidents, OrynError } from '@oryn/core';
import { offences } from '@oryn/datasets';
import { type WeightTable, weightKey } from '@oryn/ingest';
import type { Choice } from './choice.ts';

/**
 * Points of the Criminal Code's range of imprisonment. They are not a measure of harm: the lower bound gives
 * thefts no weight at all, the upper makes a murder weigh no more than a few of them. A sensitivity run only.
 */
const CODE_BOUNDS = ['lower', 'third', 'middle', 'upper'] as const;
export type CodeBound = (typeof CODE_BOUNDS)[number];

/** `criminal-code:middle` asks for a point of the range in place of a file. */
export const CODE_PREFIX = 'criminal-code:';

/** @throws OrynError weights.bound */
export function codeBoundOf(given: string): CodeBound | undefined {
  if (!given.startsWith(CODE_PREFIX)) return undefined;
  const bound = CODE_BOUNDS.find((known) => `${CODE_PREFIX}${known}` === given);
  if (!bound) throw new OrynError('weights.bound', { given, known: CODE_BOUNDS.join(', ') });
  return bound;
}

/** Years of imprisonment by article and part; a part without imprisonment weighs 0, one not read is missing. */
export function codeWeights(bound: CodeBound): WeightTable {
  const weights = new Map<string, number>();
  const at = { lower: 0, third: 1 / 3, middle: 1 / 2, upper: 1 }[bound];
  for (const { article, part, imprisonment } of offences) {
    if (!imprisonment) continue;
    const low = imprisonment.minimum === 'none' ? 0 : imprisonment.minimum;
    const high = imprisonment.maximum === 'none' ? 0 : imprisonment.maximum;
    weights.set(part === '' ? article : `${article}/${part}`, low + at * (high - low));
  }
  return { by: 'article', weights };
}

/** Incidents with what each weighs; NaN where the table does not say. */
export interface Weighed {
  incidents: Incidents;
  choice: Choice;
}

/**
 * Give every incident its weight. Nothing is dropped: an incident the table does not know keeps its count, and
 * its weight is NaN, counted in the choice.
 *
 * @throws OrynError weights.twice where the file has a weight column too, weights.none where no incident has one
 */
export function weigh(incidents: Incidents, table: WeightTable, given: string): Weighed {
  if (incidents.weight) throw new OrynError('weights.twice', { file: given });
  const column = incidents[table.by];
  const byCode = column?.labels.map((label) => weightOfLabel(table, label)) ?? [];
  const weight = Float64Array.from({ length: incidents.count }, (_, i) =>
    column ? byCode[column.codes[i]] : Number.NaN,
  );
  const missing = weight.reduce((sum, value) => sum + (Number.isNaN(value) ? 1 : 0), 0);
  if (missing === incidents.count) {
    const known = column?.labels.filter((label) => label !== '').slice(0, 20) ?? [];
    throw new OrynError('weights.none', { file: given, key: table.by, known: known.join(', ') });
  }
  const isBound = given.startsWith(CODE_PREFIX);
  return {
    incidents: { ...incidents, weight },
    choice: {
      name: 'withoutWeight',
      value: missing,
      unit: '',
      rule: given.replace(/^.*[\\/]/, ''),
      reason: isBound ? 'weightsBounds' : 'weightsTable',
    },
  };
}

function weightOfLabel({ by, weights }: WeightTable, label: string): number {
  if (label === '') return Number.NaN;
  const key = weightKey(by, label);
  return weights.get(key) ?? (by === 'article' ? weights.get(key.split('/')[0]) : undefined) ?? Number.NaN;
}

/** The choice that counts incidents without a weight, of the analysed ones instead of all that were read. */
export function countedWithoutWeight(choices: readonly Choice[], count: number): Choice[] {
  return choices.map((choice) => (choice.name === 'withoutWeight' ? { ...choice, value: count } : choice));
}
