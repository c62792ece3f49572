import { OrynError } from '@oryn/core';
import type { ClassBreaks } from '@oryn/figures';
import { type FigureChoices, type FigureName, figureNames, panelFigureNames } from '@oryn/study';
import { listOf, numberOf } from './option-values.ts';
import type { GivenOptions } from './options.ts';

const FEWEST_DRAWS = 19;
const MOST_DRAWS = 9999;
const MOST_LIMITS = 6;

/**
 * Which figures `oryn figures` draws, and how.
 *
 * @param panels figures side by side; more than one can only be of the kinds that bear comparison
 * @throws OrynError option.invalid
 */
export function figureChoices(given: GivenOptions, panels: number): FigureChoices {
  const names: readonly FigureName[] = panels === 1 ? figureNames : panelFigureNames;
  const named = listOf(given, 'figures', [...names, 'all'] as const);
  return {
    figures: named?.includes('all') ? names : named?.filter((name) => name !== 'all'),
    breaks: breaksOf(given),
    periods: periodsOf(given),
    against: typeof given.against === 'string' ? given.against : undefined,
    draws: numberOf(
      given,
      'draws',
      `${FEWEST_DRAWS} … ${MOST_DRAWS}`,
      (draws) => Number.isInteger(draws) && draws >= FEWEST_DRAWS && draws <= MOST_DRAWS,
    ),
  };
}

function breaksOf({ breaks }: GivenOptions): ClassBreaks | undefined {
  if (breaks === undefined) return undefined;
  const given = String(breaks).trim();
  if (given === 'head-tail') return { method: 'head-tail' };
  const [, method, classes] = /^(quantile|jenks|equal):([2-7])$/.exec(given) ?? [];
  if (method !== undefined) {
    return { method: method as 'quantile' | 'jenks' | 'equal', classes: Number(classes) };
  }
  const limits = given.split(',').map((limit) => (/^\s*\d+(\.\d+)?\s*$/.test(limit) ? Number(limit) : 0));
  const isAscending = limits.every((limit, i) => limit > (limits[i - 1] ?? 0));
  if (isAscending && limits.length <= MOST_LIMITS) return { method: 'own', limits };
  throw new OrynError('option.invalid', {
    option: '--breaks',
    given,
    expected: 'jenks:2 … jenks:7, quantile:2 … quantile:7, equal:2 … equal:7, head-tail, 1,5,10,50',
  });
}

function periodsOf({ periods }: GivenOptions): FigureChoices['periods'] {
  if (periods === undefined) return undefined;
  const [first, second, ...more] = String(periods).split(',').map(periodOf);
  if (first !== undefined && second !== undefined && more.length === 0 && first.to < second.from) {
    return [first, second];
  }
  throw new OrynError('option.invalid', {
    option: '--periods',
    given: String(periods),
    expected: '2019-2020,2022-2023; 2019-03..2020-02,2022-03..2023-02',
  });
}

/** `2019`, `2019-2020` or `2019-03..2020-02` as its first and last month; undefined for anything else. */
function periodOf(given: string): { from: string; to: string } | undefined {
  const [, first, last = first] = /^\s*(\d{4})(?:-(\d{4}))?\s*$/.exec(given) ?? [];
  const month = '\\d{4}-(?:0[1-9]|1[0-2])';
  const [, from = `${first}-01`, to = `${last}-12`] =
    new RegExp(`^\\s*(${month})\\.\\.(${month})\\s*$`).exec(given) ?? [];
  return /^\d/.test(from) && from <= to ? { from, to } : undefined;
}
