import type { FigureHeading } from '../frame/figure-heading.ts';

/** The months of a calendar year, January first. */
export interface MonthsOfYear {
  readonly year: number;
  /** Incidents a day; NaN for a month that the data do not cover whole. */
  readonly perDay: ArrayLike<number>;
}

/** What whole years say together. */
interface MonthsTogether {
  /** The years, in words. */
  readonly years: string;
  /** Incidents a day. */
  readonly perDay: ArrayLike<number>;
  /** Where a month of an even year would lie in 95 of 100 cases; undefined with fewer than three years. */
  readonly band:
    | {
        readonly low: ArrayLike<number>;
        readonly high: ArrayLike<number>;
        readonly law: 'poisson' | 'negative-binomial';
      }
    | undefined;
  readonly test:
    | {
        readonly f: number;
        readonly freedom: readonly [number, number];
        readonly p: number;
        readonly dispersion: number;
      }
    | undefined;
}

export interface MonthsChartProps extends FigureHeading {
  /** Ascending. */
  readonly years: readonly MonthsOfYear[];
  readonly together: MonthsTogether;
  /** All incidents analysed, and those of them that are not drawn. */
  readonly incidents: number;
  readonly undated: number;
  readonly uncovered: number;
  readonly simulated: boolean;
}
