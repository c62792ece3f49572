import { KERNELS } from '@oryn/core';
import { mappableRoles } from '@oryn/ingest';
import * as v from 'valibot';
import { ADAPTIVE, BANDWIDTH_RULE } from './density-keys.ts';
import { NEIGHBOURS_EXPECTED, parseNeighbours, parseUnit, UNIT_EXPECTED } from './place-keys.ts';

const path = v.pipe(v.string(), v.minLength(1));
const date = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/, 'a date such as 2019-01-31'));
const positive = v.pipe(v.number(), v.gtValue(0));
const text = v.pipe(v.string(), v.minLength(1));
const adaptive = v.pipe(
  text,
  v.check((given) => ADAPTIVE.test(given), 'abramson or nearest:K'),
);
const bandwidth = v.union([positive, v.pipe(v.string(), v.regex(BANDWIDTH_RULE))]);
const unit = v.pipe(
  text,
  v.check((given) => parseUnit(given) !== undefined, UNIT_EXPECTED),
);
const neighbours = v.pipe(
  text,
  v.check((given) => parseNeighbours(given) !== undefined, NEIGHBOURS_EXPECTED),
);
const named = v.union([text, v.strictObject({ kk: text, ru: text, en: text })]);

/**
 * The keys of a study: the one list behind study files, options of the command line, the JSON Schema and the
 * address of the viewer. Every key but `files` may be left out.
 */
export const studySchema = v.strictObject({
  title: v.optional(named),
  purpose: v.optional(text),
  files: v.pipe(v.array(path), v.minLength(1, 'at least one file of incidents')),
  city: v.optional(text),
  boundary: v.optional(path),
  possible: v.optional(path),
  exposure: v.optional(path),
  exposureColumn: v.optional(text),
  context: v.optional(v.array(path)),
  from: v.optional(date),
  to: v.optional(date),
  category: v.optional(v.array(text)),
  columns: v.optional(v.record(v.picklist(mappableRoles), text)),
  crs: v.optional(text),
  encoding: v.optional(text),
  delimiter: v.optional(text),
  sheet: v.optional(text),
  zone: v.optional(v.pipe(v.string(), v.regex(/^(utc|local|[+-]\d{2}:\d{2})$/, '+05:00, utc or local'))),
  dateOrder: v.optional(v.picklist(['dmy', 'mdy', 'ymd'])),
  categories: v.optional(path),
  dropDuplicates: v.optional(v.boolean(), false),
  weights: v.optional(path),
  unit: v.optional(unit),
  neighbours: v.optional(neighbours),
  noding: v.optional(v.picklist(['vertices', 'crossings', 'none'])),
  snapDistance: v.optional(positive),
  crossings: v.optional(v.picklist(['lowest-id', 'leave-out', 'places'])),
  resolution: v.optional(v.pipe(v.number(), v.integer(), v.minValue(7), v.maxValue(12)), 9),
  containment: v.optional(v.picklist(['centre', 'overlap', 'full']), 'centre'),
  statistic: v.optional(v.picklist(['gi-star', 'gi', 'moran']), 'gi-star'),
  inference: v.optional(v.picklist(['exact', 'analytic', 'permutation']), 'exact'),
  correction: v.optional(v.picklist(['bh', 'by', 'holm', 'bonferroni']), 'bh'),
  permutations: v.optional(v.pipe(v.number(), v.integer(), v.minValue(99), v.maxValue(99_999))),
  rankBy: v.optional(v.picklist(['count', 'density']), 'count'),
  bandwidth: v.optional(bandwidth, 300),
  kernel: v.optional(v.picklist(KERNELS), 'quartic'),
  edge: v.optional(v.picklist(['none', 'uniform', 'diggle']), 'none'),
  adaptive: v.optional(adaptive),
  cellSize: v.optional(positive, 50),
  network: v.optional(path),
  maxCells: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  seed: v.optional(v.pipe(v.number(), v.integer()), 1),
  lang: v.optional(v.picklist(['kk', 'ru', 'en']), 'en'),
});

/** A study as written, defaults not filled in. */
export type StudyInput = v.InferInput<typeof studySchema>;
/** A study with every default filled in. */
export type Study = v.InferOutput<typeof studySchema>;
export type StudyKey = keyof Study;

export const studyKeys = Object.keys(studySchema.entries) as StudyKey[];
