import { OrynError, parseIsoDate } from '@oryn/core';
import * as v from 'valibot';
import { parse as parseYaml } from 'yaml';
import {
  neighbourRuleOf,
  neighboursInstead,
  neighboursText,
  SEGMENT_KEYS,
  type Unit,
  unitOf,
} from './place-keys.ts';
import { type Study, studyKeys, studySchema } from './schema.ts';

/**
 * Check a study and fill in its defaults.
 *
 * @param origin file name or `command line`, for messages
 * @throws OrynError study.unknown-key, study.invalid, study.no-files, resolution.range, bandwidth.invalid,
 *   period.invalid, period.reversed, unit.resolution, neighbours.unit, unit.segments-only, unit.given-ids
 */
export function parseStudy(given: unknown, origin: string): Study {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    throw new OrynError('study.invalid', {
      file: origin,
      key: '-',
      given: describe(given),
      expected: 'key: value',
    });
  }
  const unknown = Object.keys(given).find((key) => !studyKeys.includes(key as never));
  if (unknown !== undefined) {
    throw new OrynError('study.unknown-key', { file: origin, key: unknown, known: studyKeys.join(', ') });
  }
  if (!('files' in given) || (Array.isArray(given.files) && given.files.length === 0)) {
    throw new OrynError('study.no-files', { file: origin });
  }
  const result = v.safeParse(studySchema, given);
  if (!result.success) throw issueError(result.issues[0], origin);
  const study = result.output;
  for (const day of [study.from, study.to]) {
    if (day !== undefined && parseIsoDate(day) === undefined)
      throw new OrynError('period.invalid', { given: day });
  }
  if (study.from && study.to && study.from > study.to) {
    throw new OrynError('period.reversed', { from: study.from, to: study.to });
  }
  return withUnit(study, 'resolution' in given && given.resolution !== undefined);
}

/** A unit `h3:8` is the resolution written as a unit; neighbours must have a meaning for the unit. */
function withUnit(study: Study, isResolutionGiven: boolean): Study {
  const unit = unitOf(study);
  const rule = neighbourRuleOf(study);
  const instead = rule && neighboursInstead(rule, unit);
  if (instead !== undefined) {
    const neighbours = neighboursText(study);
    throw new OrynError('neighbours.unit', { neighbours, unit: unit.kind, expected: instead });
  }
  checkSegmentKeys(study, unit.kind);
  if (unit.kind !== 'h3' || unit.resolution === study.resolution) return study;
  if (unit.resolution < 7 || unit.resolution > 12) {
    throw new OrynError('resolution.range', { given: String(unit.resolution) });
  }
  if (isResolutionGiven) {
    throw new OrynError('unit.resolution', { unit: study.unit ?? '', resolution: study.resolution });
  }
  return { ...study, resolution: unit.resolution };
}

/** Keys of street segments are for them, and for incidents that are snapped to them. */
function checkSegmentKeys(study: Study, kind: Unit['kind']): void {
  const key = SEGMENT_KEYS.find((one) => study[one] !== undefined);
  if (key === undefined) return;
  if (kind !== 'segments') throw new OrynError('unit.segments-only', { key, unit: kind });
  const column = study.columns?.place;
  const isNeedless = key !== 'noding' || study.noding !== 'none';
  if (column !== undefined && isNeedless) throw new OrynError('unit.given-ids', { key, column });
}

/**
 * A study file, YAML or JSON (which is YAML too).
 *
 * @param overrides keys given beside the file, which win over those in it
 */
export function parseStudyFile(text: string, file: string, overrides: object = {}): Study {
  let given: unknown;
  try {
    given = parseYaml(text);
  } catch (error) {
    const reason = (error as Error).message.split('\n')[0];
    throw new OrynError('study.invalid', { file, key: '-', given: reason, expected: 'YAML / JSON' });
  }
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return parseStudy(given, file);
  return parseStudy({ ...given, ...overrides }, file);
}

function issueError(issue: v.BaseIssue<unknown>, origin: string): OrynError {
  const key = issue.path?.map((part) => String(part.key)).join('.') ?? '-';
  const given = describe(issue.input);
  if (key === 'resolution') return new OrynError('resolution.range', { given });
  if (key === 'bandwidth') return new OrynError('bandwidth.invalid', { given });
  if (key === 'from' || key === 'to') return new OrynError('period.invalid', { given });
  return new OrynError('study.invalid', {
    file: origin,
    key,
    given,
    expected: issue.expected === 'number' ? '1, 2.5 …' : (issue.expected ?? issue.message),
  });
}

const describe = (value: unknown): string =>
  typeof value === 'string' ? value : (JSON.stringify(value) ?? 'undefined');
