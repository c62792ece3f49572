/** Label of an encoding: one of TextDecoder's, or `kz-1048`, the Kazakh code page it does not know. */
export type EncodingLabel = string;

/** Turns bytes into text piece by piece. */
export interface TextStreamDecoder {
  decode(bytes: Uint8Array, options?: { stream?: boolean }): string;
}

/**
 * The encoding a piece of text announces or betrays; undefined where every byte is ASCII, so that it does not
 * matter yet.
 *
 * A byte order mark decides; then zero bytes in every second place (UTF-16); then validity as UTF-8; then the
 * single-byte code page whose letters look like words: Cyrillic letters come in runs, Western accents stand
 * alone between ASCII letters, and in the wrong Cyrillic code page capitals stand inside words.
 *
 * @param isEnd whether the piece is the end of the file; a character cut at the end is an error only there
 */
export function detectEncoding(bytes: Uint8Array, isEnd = true): EncodingLabel | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  const wide = utf16ByZeros(bytes);
  if (wide) return wide;
  const firstHigh = firstHighByte(bytes);
  if (firstHigh < 0) return undefined;
  if (isUtf8(bytes, isEnd)) return 'utf-8';
  return singleByteEncoding(bytes.subarray(firstHigh, firstHigh + 65_536));
}

/** A decoder that stops at bytes its encoding does not have. @throws RangeError for an unknown label */
export function decoderOf(label: EncodingLabel): TextStreamDecoder {
  if (label.toLowerCase() !== 'kz-1048') return new TextDecoder(label, { fatal: true });
  const cyrillic = new TextDecoder('windows-1251');
  return {
    decode: (bytes, options) =>
      cyrillic.decode(bytes, options).replace(KZ_1048_PATTERN, (letter) => KZ_1048[letter]),
  };
}

/** What windows-1251 shows for the bytes that KZ-1048 (STRK1048-2002) gives to Kazakh letters. */
const KZ_1048: Readonly<Record<string, string>> = {
  Ќ: 'Қ',
  ќ: 'қ',
  Ћ: 'Һ',
  ћ: 'һ',
  Ў: 'Ұ',
  ў: 'ұ',
  Ј: 'Ә',
  ј: 'ә',
  Ґ: 'Ө',
  ґ: 'ө',
  Є: 'Ғ',
  є: 'ғ',
  Ї: 'Ү',
  ї: 'ү',
  Ѕ: 'Ң',
  ѕ: 'ң',
};
const KZ_1048_PATTERN = new RegExp(`[${Object.keys(KZ_1048).join('')}]`, 'g');

/** Letters of windows-1251 that only Macedonian and Serbian use: in our files they are Kazakh ones. */
const ONLY_KAZAKH = /[\u0400-\u045f]*[ЌќЋћЅѕЈј][\u0400-\u045f]*/;

function utf16ByZeros(bytes: Uint8Array): EncodingLabel | undefined {
  const length = Math.min(bytes.length, 4096) & ~1;
  if (length < 4) return undefined;
  const zeros = [0, 0];
  for (let i = 0; i < length; i++) if (bytes[i] === 0) zeros[i & 1]++;
  // A table has delimiters and digits in every row; in UTF-16 each of them has a zero byte.
  if (zeros[1] > length / 8 && zeros[0] === 0) return 'utf-16le';
  if (zeros[0] > length / 8 && zeros[1] === 0) return 'utf-16be';
  return undefined;
}

function firstHighByte(bytes: Uint8Array): number {
  for (let i = 0; i < bytes.length; i++) if (bytes[i] >= 0x80) return i;
  return -1;
}

function isUtf8(bytes: Uint8Array, isEnd: boolean): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: !isEnd });
    return true;
  } catch {
    return false;
  }
}

function singleByteEncoding(bytes: Uint8Array): EncodingLabel {
  if (isWestern(bytes)) return 'windows-1252';
  const scored = ['windows-1251', 'ibm866', 'koi8-r'].map((label) => ({
    label,
    score: wordScore(label, bytes),
  }));
  // The first wins a tie: of a few letters nothing can be said, and windows-1251 is what Excel writes.
  const best = scored.reduce((a, b) => (b.score > a.score * 1.05 ? b : a));
  if (best.label !== 'windows-1251') return best.label;
  return ONLY_KAZAKH.test(new TextDecoder('windows-1251').decode(bytes)) ? 'kz-1048' : 'windows-1251';
}

/** Accents of Western languages stand alone; Cyrillic words put high bytes side by side. */
function isWestern(bytes: Uint8Array): boolean {
  let high = 0;
  let beside = 0;
  for (let i = 0; i < bytes.length; i++) {
    if (bytes[i] < 0x80) continue;
    high++;
    if (bytes[i - 1] >= 0x80 || bytes[i + 1] >= 0x80) beside++;
  }
  return beside < high / 4;
}

/** Share of pairs of neighbouring characters that look like a Cyrillic word: no capital after a small letter. */
function wordScore(label: string, bytes: Uint8Array): number {
  const text = new TextDecoder(label).decode(bytes);
  let high = 0;
  let good = 0;
  for (let i = 0; i < text.length; i++) {
    if (text.charCodeAt(i) < 0x80) continue;
    high++;
    const isSmall = /[а-яё]/.test(text[i]);
    const isCapital = /[А-ЯЁ]/.test(text[i]);
    const afterSmall = i > 0 && /[а-яё]/.test(text[i - 1]);
    if (isSmall || (isCapital && !afterSmall)) good++;
  }
  return high === 0 ? 0 : good / high;
}
