import { formatInteger, formatPercent, givenText, type Language, text } from '@oryn/language';
import { categoryColumn, isBareCode } from './category-codes.ts';
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
  /** Of which column the bare numbers are that stand for offences; undefined where there are none. */
  codes: string | undefined;
}

/** @param source what the categories were read from */
export function sheetSentences(
  lang: Language,
  sheet: PlaceSheet,
  source: Parameters<typeof categoryColumn>[0],
): SheetSentences {
  const apart = sheet.apart.reduce((sum, { n }) => sum + n, 0);
  return {
    flags: sheet.flags.flatMap((flag) => (flag === 'stacked' ? [] : [text(lang, `statements.flag.${flag}`)])),
    shift: shiftSentence(lang, sheet),
    addresses: addressSentence(lang, sheet),
    apart:
      apart > 0
        ? text(lang, 'statements.apartHere', { n: formatInteger(lang, apart), count: apart })
        : undefined,
    codes: codesSentence(lang, sheet, categoryColumn(source)),
  };
}

/** The register has a list of them, we have none, and none is made up. */
function codesSentence(lang: Language, sheet: PlaceSheet, column: string | undefined): string | undefined {
  if (column === undefined || !sheet.categories.some(({ label }) => isBareCode(label))) return undefined;
  return text(lang, 'statements.codesOf', { column: givenText(column) });
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
