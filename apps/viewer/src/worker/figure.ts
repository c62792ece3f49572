import { monthNumber } from '@oryn/core';
import { greyOf, type Paper } from '@oryn/figures';
import type { Language } from '@oryn/language';
import {
  csvOf,
  type Drawn,
  drawFigures,
  drawnOfBundle,
  type FigureChoices,
  type FigureName,
  figureNumbers,
  type OpenBundle,
} from '@oryn/study';
import type { ChangeSplit } from '../state/view-state.ts';
import { filterOf } from './answer.ts';
import { change } from './change.ts';
import { monthCells } from './time.ts';
import type { Bounds, Question } from './types.ts';

/** What is drawn of a question, and how. */
export interface AskedFigure {
  name: FigureName;
  /** The month that the map shows, `2021-07`, in place of the years of the question. */
  month?: string | undefined;
  /** The periods of a map of change. */
  split?: ChangeSplit | undefined;
  /** The part that a map shows, in degrees; all of the study area where left out. */
  extent?: Bounds | undefined;
  paper: Paper;
  isGrey?: boolean | undefined;
}

/** A figure as `oryn figures` draws it, or why there is none: a word of the sentence `figure.not-possible`. */
export type FigureAnswer = { svg: string; reason?: undefined } | { svg?: undefined; reason: string };

export function figure(
  bundle: OpenBundle,
  question: Question,
  asked: AskedFigure,
  lang: Language,
): FigureAnswer {
  const { name, extent, paper, isGrey } = asked;
  const [west, south, east, north] = extent ?? [];
  const drawn: Drawn = {
    ...drawnFor(bundle, question, asked),
    ...(extent && { extent: { west: west!, south: south!, east: east!, north: north! } }),
  };
  // A month has the classes of all months, as on the map.
  const isMonth = name === 'counts' && asked.month !== undefined;
  const choices = {
    figures: [name],
    periods: periodsOf(bundle, question, asked),
    countClasses: isMonth ? { ...monthCells(bundle, question).classes, areShared: true } : undefined,
  };
  const { figures, leftOut } = drawFigures(drawn, lang, paper, choices);
  const svg = figures.get(name);
  if (svg === undefined) return { reason: leftOut[0]!.reason };
  return { svg: isGrey ? greyOf(svg) : svg };
}

/** The numbers behind a figure as a table. */
export function figureTable(bundle: OpenBundle, question: Question, asked: AskedFigure): string {
  return csvOf(figureNumbers(drawnFor(bundle, question, asked), asked.name));
}

function drawnFor(bundle: OpenBundle, question: Question, { month }: AskedFigure): Drawn {
  const filter = filterOf(bundle, question);
  if (month === undefined) return drawnOfBundle(bundle, filter);
  const [year, number] = month.split('-').map(Number);
  const only = monthNumber(year!, number!);
  return drawnOfBundle(bundle, { ...filter, fromMonth: only, toMonth: only });
}

/** The two periods that the layer of change shows. */
function periodsOf(
  bundle: OpenBundle,
  question: Question,
  { name, split }: AskedFigure,
): FigureChoices['periods'] {
  const periods = name === 'change' && split && change(bundle, question, split).periods;
  if (!periods) return undefined;
  const [before, after] = periods.map(([from, to]) => ({ from: `${from}-01`, to: `${to}-12` }));
  return [before!, after!];
}
