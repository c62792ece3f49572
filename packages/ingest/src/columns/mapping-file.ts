import { OrynError } from '@oryn/core';
import { type ColumnMapping, type ColumnRole, mappableRoles } from './column-roles.ts';

/** What a person said or confirmed about files of one kind, kept to be used again. */
export interface MappingFile {
  columns: ColumnMapping;
  /** System of the coordinates, `EPSG:<code>` or a proj string. */
  crs?: string;
  /** `+05:00`, `utc` or `local`. */
  zone?: string;
  dateOrder?: 'dmy' | 'mdy' | 'ymd';
  encoding?: string;
  delimiter?: string;
  sheet?: string;
}

const VERSION = 1;
const TEXT_KEYS = ['crs', 'zone', 'dateOrder', 'encoding', 'delimiter', 'sheet'] as const;
const KNOWN_KEYS = ['oryn', 'version', 'columns', ...TEXT_KEYS];
const DATE_ORDERS = ['dmy', 'mdy', 'ymd'];
const LONGEST_VALUE = 1000;

/**
 * Read a mapping file.
 *
 * @param file name of the file, for messages
 * @throws OrynError mapping.format, mapping.version, mapping.key, mapping.value
 */
export function parseMappingFile(file: string, text: string): MappingFile {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new OrynError('mapping.format', { file });
  }
  if (!isRecord(parsed) || parsed.oryn !== 'columns') throw new OrynError('mapping.format', { file });
  if (parsed.version !== VERSION) {
    throw new OrynError('mapping.version', { file, version: shown(parsed.version), supported: VERSION });
  }
  checkKeys(file, parsed, KNOWN_KEYS);
  const mapping: MappingFile = { columns: columnsOf(file, parsed.columns ?? {}) };
  for (const key of TEXT_KEYS) {
    const value = parsed[key];
    if (value === undefined) continue;
    const fits = isText(value) && (key !== 'dateOrder' || DATE_ORDERS.includes(value));
    if (!fits) {
      const expected = key === 'dateOrder' ? DATE_ORDERS.join(', ') : '"…"';
      throw new OrynError('mapping.value', { file, key, given: shown(value), expected });
    }
    Object.assign(mapping, { [key]: value });
  }
  return mapping;
}

/** The text of a mapping file, which `parseMappingFile` reads back. */
export function writeMappingFile({ columns, ...rest }: MappingFile): string {
  const ordered = Object.fromEntries(
    mappableRoles.flatMap((role) => (columns[role] === undefined ? [] : [[role, columns[role]]])),
  );
  return `${JSON.stringify({ oryn: 'columns', version: VERSION, columns: ordered, ...rest }, null, 2)}\n`;
}

function columnsOf(file: string, value: unknown): ColumnMapping {
  if (!isRecord(value)) {
    throw new OrynError('mapping.value', { file, key: 'columns', given: shown(value), expected: '{ … }' });
  }
  checkKeys(file, value, mappableRoles);
  const columns: ColumnMapping = {};
  for (const [role, name] of Object.entries(value) as [ColumnRole, unknown][]) {
    if (!isText(name)) {
      throw new OrynError('mapping.value', { file, key: role, given: shown(name), expected: '"…"' });
    }
    columns[role] = name;
  }
  return columns;
}

function checkKeys(file: string, record: Record<string, unknown>, known: readonly string[]): void {
  const unknown = Object.keys(record).find((key) => !known.includes(key));
  if (unknown !== undefined) {
    throw new OrynError('mapping.key', { file, key: unknown.slice(0, 80), known: known.join(', ') });
  }
}

const isText = (value: unknown): value is string =>
  typeof value === 'string' && value !== '' && value.length <= LONGEST_VALUE;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const shown = (value: unknown): string => (JSON.stringify(value) ?? '').slice(0, 80);
