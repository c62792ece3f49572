import { isoDate } from '@oryn/core';
import { attribute, XmlScanner } from './xlsx-xml.ts';

/** `clock` is a time of day, with a date or alone. */
export type Shown = 'number' | 'date' | 'clock';

/** Which cells of a workbook hold dates, and from which day they count. */
export interface DateStyles {
  /** By number of the cell's style: how its number is shown. */
  readonly shows: readonly Shown[];
  /** Days count from 1 January 1904 instead of 1900. */
  readonly from1904: boolean;
}

/** Built-in number formats that show dates or times, those of East Asian Excel among them (ECMA-376, 18.8.30). */
const BUILTIN: readonly (readonly [number, number, Shown])[] = [
  [14, 17, 'date'],
  [18, 22, 'clock'],
  [27, 31, 'date'],
  [32, 35, 'clock'],
  [36, 36, 'date'],
  [45, 47, 'clock'],
  [50, 54, 'date'],
  [55, 56, 'clock'],
  [57, 58, 'date'],
];

/** Reads `xl/styles.xml` piece by piece; ask `shows` when all of it has been read. */
export class StyleReader {
  private readonly custom = new Map<number, Shown>();
  private readonly formats: number[] = [];
  private isInCellFormats = false;
  private readonly scanner = new XmlScanner({
    open: (name, tag) => this.open(name, tag),
    close: (name) => {
      if (name === 'cellXfs') this.isInCellFormats = false;
    },
    text: () => undefined,
  });

  read(piece: string): void {
    this.scanner.read(piece);
  }

  get shows(): Shown[] {
    return this.formats.map(
      (id) => this.custom.get(id) ?? BUILTIN.find(([from, to]) => id >= from && id <= to)?.[2] ?? 'number',
    );
  }

  private open(name: string, tag: string): void {
    if (name === 'numFmt') {
      this.custom.set(Number(attribute(tag, 'numFmtId')), shownBy(attribute(tag, 'formatCode') ?? ''));
    } else if (name === 'cellXfs') this.isInCellFormats = true;
    else if (name === 'xf' && this.isInCellFormats)
      this.formats.push(Number(attribute(tag, 'numFmtId') ?? 0));
  }
}

/** What a format code shows, by its d, m, y, h and s outside quotes, escapes and `[colours]`. */
export function shownBy(format: string): Shown {
  if (/\[(h+|m+|s+)\]/i.test(format)) return 'clock';
  const bare = format
    .split(';', 1)[0]
    .replace(/"[^"]*"?|\\.|_.|\*.|\[[^\]]*\]/g, '')
    .replace(/general/gi, '');
  if (/[hs]/i.test(bare)) return 'clock';
  return /[dmy]/i.test(bare) ? 'date' : 'number';
}

const SECONDS_PER_DAY = 86_400;

/**
 * The date or time that Excel shows for a serial number: `yyyy-mm-dd`, `yyyy-mm-ddThh:mm:ss` to the nearest second,
 * or `hh:mm:ss` below 1. Serial 60 is 29 February 1900, a day that only Excel knows; it is written so, and no
 * reader of dates takes it for a real one. Numbers Excel itself cannot show stay numbers.
 */
export function serialText(serial: number, shown: 'date' | 'clock', from1904: boolean): string {
  if (!(serial >= 0 && serial < END_OF_DATES)) return numberText(String(serial));
  const seconds = Math.round(serial * SECONDS_PER_DAY);
  const day = Math.floor(seconds / SECONDS_PER_DAY);
  const rest = seconds - day * SECONDS_PER_DAY;
  if (serial < 1 && !from1904) return clock(rest);
  const date = from1904 ? isoDate(day + DAYS_TO_1904) : dateOf1900(day);
  return rest === 0 && shown === 'date' ? date : `${date}T${clock(rest)}`;
}

/** The first serial after 31 December 9999. */
const END_OF_DATES = 2_958_466;
/** Days since 1970 of serial 0. */
const DAYS_TO_1904 = -24_107;
const DAYS_TO_1900 = -25_569;

function dateOf1900(day: number): string {
  if (day === 60) return '1900-02-29';
  return isoDate(day + DAYS_TO_1900 + (day < 60 ? 1 : 0));
}

function clock(seconds: number): string {
  const pad = (value: number): string => String(value).padStart(2, '0');
  return `${pad(Math.floor(seconds / 3600))}:${pad(Math.floor(seconds / 60) % 60)}:${pad(seconds % 60)}`;
}

/** A number as the shortest decimal text that reads back as the same number; long codes keep all their digits. */
export function numberText(given: string): string {
  if (/^-?\d{1,15}$/.test(given) || /^\d{16,}$/.test(given)) return given;
  const value = Number(given);
  if (given.trim() === '' || !Number.isFinite(value)) return given;
  const text = String(value);
  if (!text.includes('e')) return text;
  const [mantissa, exponent] = text.split('e');
  const [whole, fraction = ''] = mantissa.replace('-', '').split('.');
  const shift = Number(exponent);
  const digits = whole + fraction;
  const sign = value < 0 ? '-' : '';
  if (shift < 0) return `${sign}0.${'0'.repeat(-shift - 1)}${digits}`;
  return sign + digits.padEnd(shift + 1, '0');
}
