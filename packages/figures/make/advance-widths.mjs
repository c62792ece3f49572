// Writes src/text/advance-widths.ts from the TrueType files that figures are drawn with.
// Run after an update of the font package: node packages/figures/make/advance-widths.mjs
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const FACES = {
  regular: '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf',
  bold: '@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf',
  serifRegular: '@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf',
  serifBold: '@expo-google-fonts/tinos/700Bold/Tinos_700Bold.ttf',
};
// Latin, Cyrillic with Kazakh letters, typographic signs, № − ∞ ≤ ≥.
const RANGES = [
  [0x20, 0x7e],
  [0xa0, 0x17f],
  [0x400, 0x52f],
  [0x2009, 0x2009],
  [0x2010, 0x2026],
  [0x202f, 0x202f],
  [0x2116, 0x2116],
  [0x2212, 0x2212],
  [0x221e, 0x221e],
  [0x2264, 0x2265],
];

function tables(font) {
  const found = {};
  for (let i = 0; i < font.readUInt16BE(4); i++) {
    const at = 12 + i * 16;
    found[font.toString('latin1', at, at + 4)] = font.readUInt32BE(at + 8);
  }
  return found;
}

/** Glyph of a character by the format 4 (basic plane) table of `cmap`. */
function glyphFinder(font, cmap) {
  for (let i = 0; i < font.readUInt16BE(cmap + 2); i++) {
    const table = cmap + font.readUInt32BE(cmap + 4 + i * 8 + 4);
    if (font.readUInt16BE(table) !== 4) continue;
    const segments = font.readUInt16BE(table + 6) / 2;
    const ends = table + 14;
    const starts = ends + segments * 2 + 2;
    const deltas = starts + segments * 2;
    const offsets = deltas + segments * 2;
    return (code) => {
      for (let s = 0; s < segments; s++) {
        if (font.readUInt16BE(ends + s * 2) < code) continue;
        const start = font.readUInt16BE(starts + s * 2);
        if (start > code) return 0;
        const delta = font.readUInt16BE(deltas + s * 2);
        const offset = font.readUInt16BE(offsets + s * 2);
        if (offset === 0) return (code + delta) & 0xffff;
        const glyph = font.readUInt16BE(offsets + s * 2 + offset + (code - start) * 2);
        return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
      }
      return 0;
    };
  }
  throw new Error('the font has no format 4 character map');
}

function widths(path) {
  const font = readFileSync(require.resolve(path));
  const at = tables(font);
  const unitsPerEm = font.readUInt16BE(at.head + 18);
  const longMetrics = font.readUInt16BE(at.hhea + 34);
  const glyphOf = glyphFinder(font, at.cmap);
  const advance = (code) => {
    const glyph = glyphOf(code);
    return glyph === 0 ? 0 : font.readUInt16BE(at.hmtx + Math.min(glyph, longMetrics - 1) * 4);
  };
  return {
    unitsPerEm,
    blocks: RANGES.map(([first, last]) => ({
      first,
      widths: Array.from({ length: last - first + 1 }, (_, i) => advance(first + i)),
    })),
  };
}

const faces = Object.fromEntries(Object.entries(FACES).map(([name, path]) => [name, widths(path)]));
const lines = [
  '// Made by make/advance-widths.mjs from the TrueType files of Noto Sans and Tinos; do not edit.',
  '// biome-ignore-all format: a table of numbers',
  '',
  '/** A run of characters from `first` on with their advances in font units; 0 = no glyph. */',
  'export interface AdvanceBlock {',
  '  readonly first: number;',
  '  readonly widths: readonly number[];',
  '}',
  '',
  '/** Font units per em of Noto Sans and of Tinos. */',
  `export const UNITS_PER_EM = { sans: ${faces.regular.unitsPerEm}, serif: ${faces.serifRegular.unitsPerEm} };`,
  '',
];
for (const [name, face] of Object.entries(faces)) {
  lines.push(`export const ${name}Advances: readonly AdvanceBlock[] = [`);
  for (const { first, widths: row } of face.blocks) {
    lines.push(`  { first: 0x${first.toString(16)}, widths: [${row.join(',')}] },`);
  }
  lines.push('];', '');
}
writeFileSync(new URL('../src/text/advance-widths.ts', import.meta.url), `${lines.join('\n').trim()}\n`);
