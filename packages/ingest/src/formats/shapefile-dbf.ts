import { OrynError } from '@oryn/core';
import { decoderOf, detectEncoding, type EncodingLabel, type TextStreamDecoder } from '../source/encoding.ts';
import { MOST_COLUMNS } from './table.ts';
import { numberText } from './xlsx-styles.ts';

/** The attributes of a shapefile as text, one record per shape. */
export interface DbfTable {
  readonly encoding: EncodingLabel;
  readonly names: readonly string[];
  readonly records: number;
  /** Values of record `index` from 0. */
  record(index: number): string[];
}

interface Field {
  readonly name: string;
  readonly type: string;
  readonly start: number;
  readonly length: number;
}

const HEADER_BYTES = 32;
const FIELD_BYTES = 32;
const END_OF_FIELDS = 0x0d;

/** Code pages named by the language byte of the header. */
const LANGUAGE_BYTES: Readonly<Record<number, EncodingLabel>> = {
  38: 'ibm866',
  101: 'ibm866',
  201: 'windows-1251',
};

/**
 * Reads a dBASE table. The encoding is the one given, else of the .cpg file, else of the header's language byte, else
 * found in the texts themselves. Dates become `yyyy-mm-dd`.
 *
 * @param cpg text of the .cpg file, such as `UTF-8`, `1251` or `CP1251`
 * @throws OrynError encoding.unknown, file.too-many-columns; RangeError where the bytes are no such table
 */
export function readDbf(
  file: string,
  bytes: Uint8Array,
  cpg: string | undefined,
  given: string | undefined,
): DbfTable {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const claimed = view.getUint32(4, true);
  const start = view.getUint16(8, true);
  const length = view.getUint16(10, true);
  if (length === 0 || start > bytes.length) throw new RangeError('header');
  // The count of the header is often wrong where a program was stopped; the bytes decide.
  const records = Math.min(claimed, Math.floor((bytes.length - start) / length));
  const encoding = given ?? encodingOfCpg(cpg) ?? LANGUAGE_BYTES[bytes[29]] ?? found(bytes.subarray(start));
  const decoder = lenient(encoding);
  const fields = fieldsOf(bytes, view, Math.min(start, bytes.length), length, decoder);
  if (fields.length > MOST_COLUMNS) {
    throw new OrynError('file.too-many-columns', { file, columns: fields.length, limit: MOST_COLUMNS });
  }
  return {
    encoding,
    names: fields.map((field) => field.name),
    records,
    record: (index) => {
      const at = start + index * length;
      return fields.map((field) => {
        const from = at + field.start;
        return fieldText(field.type, decoder.decode(bytes.subarray(from, from + field.length)));
      });
    },
  };
}

function fieldsOf(
  bytes: Uint8Array,
  view: DataView,
  end: number,
  recordLength: number,
  decoder: TextStreamDecoder,
): Field[] {
  const fields: Field[] = [];
  let start = 1;
  for (let at = HEADER_BYTES; at + FIELD_BYTES <= end && bytes[at] !== END_OF_FIELDS; at += FIELD_BYTES) {
    const name = bytes.subarray(at, at + 11);
    const zero = name.indexOf(0);
    const type = String.fromCharCode(bytes[at + 11]);
    // Long texts keep the upper byte of their length where numbers keep their decimals.
    const length = type === 'C' ? view.getUint16(at + 16, true) : bytes[at + 16];
    fields.push({ name: decoder.decode(zero < 0 ? name : name.subarray(0, zero)), type, start, length });
    start += length;
  }
  if (start > recordLength) throw new RangeError('fields');
  return fields;
}

function fieldText(type: string, raw: string): string {
  const text = raw.split('\0', 1)[0].trim();
  switch (type) {
    case 'N':
    case 'F':
      return /^\*+$/.test(text) ? '' : numberText(text);
    case 'D':
      return /^\d{8}$/.test(text) && text !== '00000000'
        ? `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`
        : '';
    case 'L':
      return /^[YyTt]$/.test(text) ? 'true' : /^[NnFf]$/.test(text) ? 'false' : '';
    default:
      return text;
  }
}

function encodingOfCpg(cpg: string | undefined): EncodingLabel | undefined {
  const name = cpg
    ?.replace(/^\uFEFF/, '')
    .trim()
    .toLowerCase();
  if (!name) return undefined;
  const page = /^(?:ansi|oem|cp|windows|ms)?[\s_-]*(\d{3,5})$/.exec(name)?.[1];
  if (page === '65001') return 'utf-8';
  if (page === '866') return 'ibm866';
  if (page === '20866') return 'koi8-r';
  if (page?.startsWith('8859')) return `iso-8859-${page.slice(4)}`;
  const label = page ? `windows-${page}` : name.replaceAll('_', '-');
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}

/** Older programs cut texts inside a letter, so UTF-8 is tried on the whole and not required of each text. */
function found(bytes: Uint8Array): EncodingLabel {
  return detectEncoding(bytes) ?? 'utf-8';
}

function lenient(encoding: EncodingLabel): TextStreamDecoder {
  try {
    return encoding.toLowerCase() === 'kz-1048' ? decoderOf(encoding) : new TextDecoder(encoding);
  } catch {
    throw new OrynError('encoding.unknown', { given: encoding });
  }
}
