import type { FigureHeading } from '../frame/figure-heading.ts';

/** One year of one city and offence group; shares are parts of one, NaN where not known. */
export interface CityPanelPoint {
  readonly year: number;
  /** Share of the places that hold half of the incidents. */
  readonly share: number;
  /** 95 % interval of that share. */
  readonly low: number;
  readonly high: number;
  /** The same share by chance alone. */
  readonly chance: number;
  /** False where the data cover only a part of the year. */
  readonly isWhole: boolean;
}

/** A change that makes years before and after it different things. */
export interface PanelBreak {
  /** Year and part of it: 2020.25 is the end of March 2020. */
  readonly at: number;
  /** Explained under the figure. */
  readonly letter: string;
}

export interface CityPanel {
  /** City and offence group, for a reader of the file. */
  readonly name: string;
  readonly points: readonly CityPanelPoint[];
  readonly breaks: readonly PanelBreak[];
}

export interface CityPanelsProps extends FigureHeading {
  /** Further lines under the figure: denominators, what chance means, the breaks by their letters. */
  readonly notes: readonly string[];
  /** Columns: name and a line under it, such as the number of places. */
  readonly cities: readonly { readonly name: string; readonly note: string }[];
  /** Rows: one panel for every city. */
  readonly offences: readonly { readonly name: string; readonly panels: readonly CityPanel[] }[];
  /** Ascending, without gaps: the axis of every panel. */
  readonly years: readonly number[];
  /** What the points are, in words of the key. */
  readonly observedText: string;
  /** What the lines through the points are. */
  readonly intervalText: string;
}
