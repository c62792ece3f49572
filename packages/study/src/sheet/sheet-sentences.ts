import { formatInteger, formatPercent, type Language, text } from '@oryn/language';
import type { PlaceSheet } from './place-sheet.ts';

/** What a sheet says in words, the same on the map and in the report. */
export interface SheetSentences {
  /** Warnings about the data of the place, but for its coordinates. */
  flags: string[];
  /** When most happens; undefined where no hour is known. */
  shift: string | undefined;
  /** On how few coordinates the incidents stand. */
  addresses: string;
  /** What is here of the layers kept apart; undefined where nothing is. */
  apart: string | undefined;
}

export function sheetSentences(lang: Language, sheet: PlaceSheet): SheetSentences {
  const apart = sheet.apart.reduce((sum, { n }) => sum + n, 0);
  return {
    flags: sheet.flags.flatMap((flag) => (flag === 'stacked' ? [] : [text(lang, `statements.flag.${flag}`)])),
    shift: shiftSentence(lang, sheet),
    addresses: addressSentence(lang, sheet),
    apart:
      apart > 0
        ? text(lang, 'statements.apartHere', { n: formatInteger(lang, apart), count: apart })
        : undefined,
  };
}

function shiftSentence(lang: Language, { shift, hours }: PlaceSheet): string | undefined {
  if (!shift) return undefined;
  const known = hours.reduce((sum, n) => sum + n, 0);
  return text(lang, 'statements.shift', {
    share: formatPercent(lang, shift.n / known, 2),
    from: String(shift.from),
    to: String((shift.from + shift.hours) % 24),
  });
}

function addressSentence(lang: Language, sheet: PlaceSheet): string {
  const stack = sheet.addresses[0]?.n ?? 0;
  const share = formatPercent(lang, sheet.incidents > 0 ? stack / sheet.incidents : 0, 2);
  if (sheet.flags.includes('stacked')) return text(lang, 'statements.stacked', { share });
  return text(lang, 'statements.addresses', {
    n: formatInteger(lang, sheet.incidents),
    m: formatInteger(lang, sheet.distinctCoordinates),
    share,
  });
}
