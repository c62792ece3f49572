import type {
  CoordinateDecimals,
  HitRates,
  HoursOfData,
  MonthOfData,
  OutsideBand,
  StackJudgement,
  TimeResolution,
} from '@oryn/core';
import type { FileReading } from '@oryn/ingest';
import type { Choice } from '../evaluate/choice.ts';
import type { YearRows } from './account-of-read.ts';
import type { HotSpotsCompared } from './compare-hot-spots.ts';
import type { Verdict } from './verdict.ts';

/** One of the most used coordinates and what it seems to be. */
export interface StackReport extends StackJudgement {
  lon: number;
  lat: number;
  n: number;
  share: number;
  firstRow: number;
  days: number;
  categories: number;
  districts: number;
  /** Empty where none is known. */
  commonestCategory: string;
  commonestCategoryShare: number;
  commonestPlaceType: string;
  commonestPlaceTypeShare: number;
  /** The name of the facility or district in the languages its file has. */
  names?: Readonly<Record<string, string>>;
  mixDistance: number;
  around: number;
}

export interface DuplicateReport {
  groups: number;
  /** Rows beyond the first of each group, and their share of all kept rows. */
  rows: number;
  share: number;
  rowsWithoutHour: number;
  /** Number of the first row in its file. */
  largest: { row: number; n: number }[];
}

export interface SnappingReport {
  step: number;
  unit: 'degree' | 'metre';
  meters: number;
  share: number;
}

/** Everything that is known of the quality of the rows read: plain values, none rounded. */
export interface QualityReport {
  subject: 'incidents' | 'road-accidents';
  /** True when every row says it is invented. */
  simulated: boolean;
  /** How each file was understood, and what was chosen by itself; empty where the reader does not tell. */
  readings: readonly FileReading[];
  choices: readonly Choice[];
  /** Categories that are no offence group of the catalogue, and their rows: kept as the file has them. */
  categories: { own: number; ownRows: number };
  rows: {
    read: number;
    kept: number;
    dropped: Record<string, number>;
    mended: Record<string, number>;
    /** Kept rows whose axes or signs look wrong, but not with certainty. */
    suspicious: number;
    withoutDate: number;
    withoutHour: number;
    /** Rows all of whose cells repeat an earlier row. */
    repeatedLines: number;
    files: { file: string; read: number; kept: number; dropped: Record<string, number> }[];
    /** Empty where the reader does not tell years. */
    years: YearRows[];
  };
  /** null where the reader does not tell which rows have coordinates. */
  hitRates: HitRates | null;
  coordinates: {
    distinct: number;
    recordsPerPoint: number;
    /** Share of the rows whose coordinates another row has too. */
    sharedShare: number;
    /** True for points that stand for a street, a block or a neighbourhood rather than an address. */
    anchored: boolean;
    unit: 'degree' | 'metre';
    decimals: CoordinateDecimals;
    grid: SnappingReport | null;
    top: StackReport[];
    /** True where the place types are the codes of the official layer. */
    officialPlaceTypes: boolean;
    /** Points of the list of facilities, and those among them where records end up; null without a list. */
    facilities: { listed: number; counted: number } | null;
    /** Rows at coordinates that look like a station, a centre or a default place. */
    suspectRows: number;
    suspectStacks: number;
  };
  /** null where only the month is known: two rows of a month are not one event for that. */
  duplicates: { exact: DuplicateReport; near: DuplicateReport } | null;
  /** null without a boundary. */
  outside: { n: number; share: number; bands: OutsideBand[] } | null;
  time: {
    resolution: TimeResolution;
    months: MonthOfData[];
    before: { n: number; firstRow: number | null };
    after: { n: number; firstRow: number | null };
    hours: HoursOfData;
  };
  /** Records struck off the register; null where none is marked. */
  struckOff: {
    rows: number;
    share: number;
    districts: { district: string; rows: number; of: number }[];
  } | null;
  hotSpots: HotSpotsCompared;
  verdict: Verdict;
}
