import { OrynError } from '@oryn/core';
import { MOST_COLUMNS } from './table.ts';
import { type DateStyles, numberText, serialText } from './xlsx-styles.ts';
import { attribute, decodeCellText, XmlScanner } from './xlsx-xml.ts';

/** What cells of a sheet refer to. */
export interface WorkbookParts extends DateStyles {
  readonly strings: readonly string[];
}

/** Rows of a sheet, the limit of the format. */
const MOST_ROWS = 1_048_576;

/**
 * Reads the XML of one sheet piece by piece and visits its rows that hold something; empty cells are ''.
 * The array of values is reused. Formulas give the value they had when the file was saved; error cells are empty.
 */
export class SheetReader {
  private readonly parts: WorkbookParts;
  private readonly file: string;
  private readonly visit: (values: string[], row: number) => void;
  private readonly scanner = new XmlScanner({
    open: (name, tag) => this.open(name, tag),
    close: (name) => this.close(name),
    text: (text) => {
      if (this.isInValue && !this.isInPhonetic) this.value = this.value === '' ? text : this.value + text;
    },
  });
  private values: string[] = [];
  private row = 0;
  private column = -1;
  private type = '';
  private style = 0;
  private value = '';
  private isInValue = false;
  private isInPhonetic = false;
  private isInCell = false;

  constructor(file: string, parts: WorkbookParts, visit: (values: string[], row: number) => void) {
    this.file = file;
    this.parts = parts;
    this.visit = visit;
  }

  /** @throws OrynError file.too-many-columns; RangeError where the text is no sheet */
  read(piece: string): void {
    this.scanner.read(piece);
  }

  private open(name: string, tag: string): void {
    if (name === 'c') this.openCell(tag);
    else if (name === 'v') this.isInValue = this.isInCell;
    else if (name === 't') this.isInValue = this.isInCell && this.type === 'inlineStr';
    else if (name === 'rPh') this.isInPhonetic = true;
    else if (name === 'row') {
      // Row numbers may be left out, or be wrong; they never go backwards.
      const given = Number(attribute(tag, 'r') ?? 0);
      this.row = given > this.row ? given : this.row + 1;
      if (!(this.row <= MOST_ROWS)) throw new RangeError('row');
      this.column = -1;
      this.values.length = 0;
    }
  }

  private openCell(tag: string): void {
    const reference = attribute(tag, 'r');
    this.column = reference === undefined ? this.column + 1 : columnOf(reference, this.column + 1);
    if (this.column >= MOST_COLUMNS) {
      const columns = this.column + 1;
      throw new OrynError('file.too-many-columns', { file: this.file, columns, limit: MOST_COLUMNS });
    }
    this.type = attribute(tag, 't') ?? 'n';
    this.style = Number(attribute(tag, 's') ?? 0);
    this.value = '';
    this.isInCell = true;
  }

  private close(name: string): void {
    if (name === 'v' || name === 't') this.isInValue = false;
    else if (name === 'rPh') this.isInPhonetic = false;
    else if (name === 'c' && this.isInCell) {
      this.isInCell = false;
      const text = this.cellText();
      if (text === '') return;
      while (this.values.length < this.column) this.values.push('');
      this.values[this.column] = text;
    } else if (name === 'row') {
      if (this.values.some((value) => value.trim() !== '')) this.visit(this.values, this.row);
      this.values.length = 0;
    }
  }

  private cellText(): string {
    const { value } = this;
    if (value === '') return '';
    switch (this.type) {
      case 's': {
        const text = this.parts.strings[Number(value)];
        if (text === undefined) throw new RangeError('shared string');
        return text;
      }
      case 'inlineStr':
      case 'str':
        return decodeCellText(value);
      case 'b':
        return value.trim() === '1' || value.trim() === 'true' ? 'true' : 'false';
      case 'e':
        return '';
      case 'd':
        return value.trim();
      default:
        return this.numberCell(value);
    }
  }

  private numberCell(value: string): string {
    const shown = this.parts.shows[this.style] ?? 'number';
    if (shown === 'number') return numberText(decodeCellText(value).trim());
    const serial = Number(value);
    return Number.isFinite(serial) ? serialText(serial, shown, this.parts.from1904) : value.trim();
  }
}

/** Column from 0 of a reference such as C7; `fallback` where there are no letters. */
function columnOf(reference: string, fallback: number): number {
  let column = 0;
  for (let i = 0; i < reference.length && i < 4; i++) {
    const letter = reference.charCodeAt(i) & 0xdf;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
  }
  return column === 0 ? fallback : column - 1;
}

/** Reads `xl/sharedStrings.xml`: the runs of a rich text joined, readings of East Asian words left out. */
export class SharedStringReader {
  readonly strings: string[] = [];
  private text = '';
  private isInText = false;
  private isInPhonetic = false;
  private readonly scanner = new XmlScanner({
    open: (name) => {
      if (name === 'si') this.text = '';
      else if (name === 't') this.isInText = true;
      else if (name === 'rPh') this.isInPhonetic = true;
    },
    close: (name) => {
      if (name === 't') this.isInText = false;
      else if (name === 'rPh') this.isInPhonetic = false;
      else if (name === 'si') this.strings.push(decodeCellText(this.text));
    },
    text: (text) => {
      if (this.isInText && !this.isInPhonetic) this.text += text;
    },
  });

  read(piece: string): void {
    this.scanner.read(piece);
  }
}
