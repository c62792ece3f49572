import { countByClass } from '@oryn/figures';
import { useMemo } from 'react';
import { useOutcome } from '../state/use-outcome.ts';
import { root, worker } from '../worker/client.ts';
import type { LayerAnswer } from '../worker/layers.ts';
import type { MonthCells } from '../worker/time.ts';
import type { Answer, BundleFacts } from '../worker/types.ts';
import type { MonthNumber } from './months.ts';

/** One month on the map: counts and nothing more, since a month alone has too few incidents for a test. */
export interface MonthOnMap {
  month: MonthNumber;
  /** The answer of the whole period with the counts of the month in place of its own. */
  answer: Answer;
  layer: Extract<LayerAnswer, { layer: 'counts' }>;
}

/** The chosen month of the question that is answered; undefined where none is chosen, or it lies outside. */
export function useMonthOnMap(
  facts: BundleFacts | undefined,
  answer: Answer | undefined,
  month: MonthNumber | undefined,
): MonthOnMap | undefined {
  const isAsked = facts !== undefined && answer !== undefined && month !== undefined;
  const key = isAsked ? JSON.stringify([facts.id, answer.question]) : undefined;
  const found = useOutcome(key, () => worker.monthCells(root, facts!.id, answer!.question));
  const months = found.key === key ? found.value : undefined;
  return useMemo(
    () => (isAsked && months ? monthOnMap(answer, months, month) : undefined),
    [isAsked, answer, months, month],
  );
}

function monthOnMap(answer: Answer, months: MonthCells, month: MonthNumber): MonthOnMap | undefined {
  const position = month - months.firstMonth;
  if (position < 0 || position >= months.starts.length - 1) return undefined;
  const n = new Uint32Array(answer.cells.n.length);
  let [total, most] = [0, 0];
  for (let i = months.starts[position]; i < months.starts[position + 1]; i++) {
    const count = months.n[i];
    n[months.cell[i]] = count;
    total += count;
    most = Math.max(most, count);
  }
  const cells = countByClass(n, months.classes.limits);
  return {
    month,
    answer: { ...answer, total, cells: { ...answer.cells, n } },
    layer: {
      layer: 'counts',
      limits: months.classes.limits,
      cells,
      empty: months.empty[position],
      most,
      isOfMonth: true,
    },
  };
}
