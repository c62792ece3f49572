import { OrynError } from '@oryn/core';
import type { ReadProgress, SourceFile } from '../source/source-file.ts';
import { FileDecoder, textChunks } from '../source/text.ts';

/** Objects inside objects; deeper ones are made to exhaust a reader. */
const DEEPEST = 200;

/** A line longer than this, in characters, is no record. */
const LONGEST_LINE = 64 * 1024 * 1024;

/**
 * The value of a JSON text.
 *
 * @param firstLine number of the text's first line in its file
 * @throws OrynError json.invalid
 */
export function parseJson(file: string, text: string, firstLine = 1): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Messages of engines differ, and quote the file; the place alone is said.
    const before = text.slice(0, mistakeIn(text));
    const row = before.split('\n').length + firstLine - 1;
    throw new OrynError('json.invalid', { file, row, column: before.length - before.lastIndexOf('\n') });
  }
}

const TOKEN =
  /\s*(?:([{}[\],:])|("(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*")|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)/uy;

/** Where a text stops being JSON. */
function mistakeIn(text: string): number {
  const token = new RegExp(TOKEN);
  const open: string[] = [];
  let expected: 'value' | 'first-value' | 'key' | 'first-key' | ':' | ', or end' = 'value';
  let at = 0;
  for (;;) {
    const found = token.exec(text);
    if (!found) return at + (/\S/.exec(text.slice(at, at + 1000))?.index ?? 0);
    const [, mark, string] = found;
    const isEnd = mark === '}' || mark === ']';
    if (isEnd) {
      const opening = mark === '}' ? '{' : '[';
      const isEmpty = expected === (mark === '}' ? 'first-key' : 'first-value');
      if (open.pop() !== opening || (expected !== ', or end' && !isEmpty)) break;
      expected = ', or end';
    } else if (mark === ',') {
      if (expected !== ', or end' || open.length === 0) break;
      expected = open.at(-1) === '{' ? 'key' : 'value';
    } else if (mark === ':') {
      if (expected !== ':') break;
      expected = 'value';
    } else if (expected === 'key' || expected === 'first-key') {
      if (string === undefined) break;
      expected = ':';
    } else if (expected === 'value' || expected === 'first-value') {
      if (mark !== undefined) open.push(mark);
      expected = mark === '{' ? 'first-key' : mark === '[' ? 'first-value' : ', or end';
    } else break;
    at = token.lastIndex;
  }
  return token.lastIndex - 1;
}

/** The JSON texts that follow one another in a file, such as pages of a service written one after another. */
export function splitJson(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = -1;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 34) {
      for (i++; i < text.length && text.charCodeAt(i) !== 34; i++) if (text.charCodeAt(i) === 92) i++;
    } else if (code === 123 || code === 91) {
      if (depth === 0) start = i;
      depth++;
    } else if (code === 125 || code === 93) {
      depth--;
      if (depth === 0) parts.push(text.slice(start, i + 1));
    }
  }
  return depth === 0 ? parts : [text];
}

/** A value of a property as text: nothing for null, JSON for lists and objects. @throws OrynError json.too-deep */
export function valueText(file: string, row: number, value: unknown): string {
  switch (typeof value) {
    case 'string':
      return value;
    case 'number':
    case 'boolean':
    case 'bigint':
      return String(value);
    case 'object':
      if (value === null) return '';
      checkDepth(file, row, value);
      return JSON.stringify(value);
    default:
      return '';
  }
}

/** Stringifying recurses: what is nested too deep would exhaust the stack. */
function checkDepth(file: string, row: number, value: object): void {
  let level: object[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST) throw new OrynError('json.too-deep', { file, row, limit: DEEPEST });
    level = level
      .flatMap((part) => Object.values(part))
      .filter((part) => typeof part === 'object' && part !== null);
  }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * The lines of a text file that hold something, read in pieces. A record separator (RFC 8142) before a line is
 * taken off.
 *
 * @throws OrynError file.encoding, file.not-gzip, file.gzip-broken, json.invalid where a line is far too long
 */
export async function* linesOf(
  file: SourceFile,
  encoding: string | undefined,
  onProgress?: ReadProgress,
): AsyncGenerator<{ text: string; row: number }> {
  let held = '';
  let row = 0;
  for await (const piece of textChunks(file, new FileDecoder(file.name, encoding), onProgress)) {
    const lines = piece.split('\n');
    lines[0] = held + lines[0];
    held = lines.pop() ?? '';
    if (held.length > LONGEST_LINE)
      throw new OrynError('json.invalid', { file: file.name, row: row + 1, column: 1 });
    for (const line of lines) {
      row++;
      const text = bare(line);
      if (text !== '') yield { text, row };
    }
  }
  const text = bare(held);
  if (text !== '') yield { text, row: row + 1 };
}

/** Opens every record of RFC 8142; no JSON text holds it. `trim` takes the byte order mark off too. */
const RECORD_SEPARATOR = '\u001e';

function bare(line: string): string {
  return line.split(RECORD_SEPARATOR).join('').trim();
}
