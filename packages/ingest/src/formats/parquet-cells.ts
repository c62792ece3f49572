import { isoDate, SECONDS_PER_DAY } from '@oryn/core';
import type { ParquetParsers, SchemaTree } from 'hyparquet';
import { numberText } from './xlsx-styles.ts';

const decoder = new TextDecoder();

/** How hyparquet is to read values: as text on the clock they were written with, geometry and JSON as they stand. */
export const PARSERS: ParquetParsers = {
  timestampFromMilliseconds: (value) => timeText(value, 3),
  timestampFromMicroseconds: (value) => timeText(value, 6),
  timestampFromNanoseconds: (value) => timeText(value, 9),
  dateFromDays: (days) => (isAbsent(days) ? undefined : dateText(days)),
  stringFromBytes: (bytes) => (isAbsent(bytes) ? undefined : decoder.decode(bytes)),
  jsonFromBytes: (bytes) => (isAbsent(bytes) ? undefined : decoder.decode(bytes)),
  geometryFromBytes: (bytes) => bytes,
  geographyFromBytes: (bytes) => bytes,
  uuidFromBytes: (bytes) => (isAbsent(bytes) ? undefined : hex(bytes)),
};

function isAbsent(value: unknown): boolean {
  return value === null || value === undefined;
}

/** Years 0001 to 9999; other day numbers are no dates and stay numbers. */
function dateText(days: number): string {
  return days >= -719_162 && days <= 2_932_896 ? isoDate(days) : String(days);
}

/** `yyyy-mm-ddThh:mm:ss`, with the digits of a fraction only where it is not zero. */
function timeText(value: bigint, digits: 3 | 6 | 9): string | undefined {
  if (isAbsent(value)) return undefined;
  const perSecond = 10n ** BigInt(digits);
  const fraction = ((value % perSecond) + perSecond) % perSecond;
  const seconds = Number((value - fraction) / perSecond);
  const days = Math.floor(seconds / SECONDS_PER_DAY);
  if (days < -719_162 || days > 2_932_896) return String(value);
  return `${isoDate(days)}T${clockText(seconds - days * SECONDS_PER_DAY, fraction, digits)}`;
}

function clockText(seconds: number, fraction: bigint, digits: number): string {
  const pad = (value: number): string => String(value).padStart(2, '0');
  const clock = `${pad(Math.floor(seconds / 3600))}:${pad(Math.floor(seconds / 60) % 60)}:${pad(seconds % 60)}`;
  return fraction === 0n ? clock : `${clock}.${String(fraction).padStart(digits, '0').replace(/0+$/, '')}`;
}

function hex(bytes: Uint8Array): string {
  const text = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return text.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** How the values of a column become text; takes decimals out of hyparquet's hands, which makes them floating. */
export function cellTexts({ element, children }: SchemaTree): (value: unknown) => string {
  if (children.length > 0) return plainText;
  const { type, converted_type: converted, logical_type: logical } = element;
  if (converted === 'DECIMAL' || logical?.type === 'DECIMAL') {
    const scale = element.scale ?? (logical?.type === 'DECIMAL' ? logical.scale : 0);
    element.converted_type = undefined;
    element.logical_type = undefined;
    return (value) => (isAbsent(value) ? '' : decimalText(value, Math.min(Math.max(scale, 0), 76)));
  }
  if (converted === 'TIME_MILLIS' || converted === 'TIME_MICROS' || logical?.type === 'TIME') {
    const unit = logical?.type === 'TIME' ? logical.unit : converted === 'TIME_MILLIS' ? 'MILLIS' : 'MICROS';
    const digits = unit === 'MILLIS' ? 3 : unit === 'MICROS' ? 6 : 9;
    return (value) => timeOfDay(value, digits);
  }
  return type === 'FLOAT' ? (value) => (typeof value === 'number' ? singleText(value) : '') : plainText;
}

function timeOfDay(value: unknown, digits: 3 | 6 | 9): string {
  if (typeof value !== 'number' && typeof value !== 'bigint') return '';
  return timeText(BigInt(value), digits)?.slice(11) ?? '';
}

function plainText(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return value;
    case 'number':
      return Number.isFinite(value) ? numberText(String(value)) : '';
    case 'bigint':
    case 'boolean':
      return String(value);
    case 'object':
      if (value === null) return '';
      return value instanceof Uint8Array ? decoder.decode(value) : JSON.stringify(value, inJson);
    default:
      return '';
  }
}

function inJson(_key: string, value: unknown): unknown {
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  return value instanceof Uint8Array ? decoder.decode(value) : value;
}

function decimalText(value: unknown, scale: number): string {
  const whole = value instanceof Uint8Array ? bigEndian(value) : BigInt(value as number | bigint);
  if (scale === 0) return String(whole);
  const sign = whole < 0n ? '-' : '';
  const digits = String(whole < 0n ? -whole : whole).padStart(scale + 1, '0');
  const fraction = digits.slice(-scale).replace(/0+$/, '');
  return `${sign}${digits.slice(0, -scale)}${fraction === '' ? '' : `.${fraction}`}`;
}

function bigEndian(bytes: Uint8Array): bigint {
  let value = 0n;
  for (const byte of bytes) value = value * 256n + BigInt(byte);
  return bytes.length > 0 && bytes[0] >= 128 ? value - (1n << BigInt(bytes.length * 8)) : value;
}

/** The shortest text that reads back as the same single-precision number. */
function singleText(value: number): string {
  for (let digits = 6; digits < 9; digits++) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === value) return numberText(String(short));
  }
  return Number.isFinite(value) ? numberText(String(Number(value.toPrecision(9)))) : '';
}
