import type { RegisterRow } from './register-rows.ts';
import { REGISTER_COLUMNS, registerCells } from './register-table.ts';

/** The register as a Russian Excel saves it: semicolons, decimal commas, CRLF, Windows-1251. */
export function registerCsv(rows: readonly RegisterRow[]): Uint8Array {
  const lines = [REGISTER_COLUMNS, ...rows.map(registerCells)].map((cells) => cells.join(';'));
  return windows1251(`${lines.join('\r\n')}\r\n`);
}

/** Signs outside the alphabet that stand in the register. */
const SIGNS: Readonly<Record<string, number>> = { Ё: 0xa8, ё: 0xb8, '№': 0xb9, '–': 0x96 };

/** Text in Windows-1251: U+0410 to U+044F stand in a row from 0xC0 on. */
export function windows1251(text: string): Uint8Array {
  return Uint8Array.from(text, (sign) => {
    const point = sign.codePointAt(0)!;
    if (point < 0x80) return point;
    const byte = point >= 0x410 && point <= 0x44f ? point - 0x410 + 0xc0 : SIGNS[sign];
    if (byte === undefined) throw new Error(`no byte for ${JSON.stringify(sign)} in Windows-1251`);
    return byte;
  });
}
