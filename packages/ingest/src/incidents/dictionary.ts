import { type CodedColumn, OrynError } from '@oryn/core';
import { Growable } from './growable.ts';

/** Codes are 16-bit; a column with more texts than that is no category. */
const MOST_LABELS = 65_535;

/** A column of texts as codes, numbered in order of appearance; 0 = not known. */
export class Dictionary {
  readonly codes: Growable<Uint16Array>;
  private readonly codeOf = new Map<string, number>([['', 0]]);

  /** @param length entries that were there before the column was known */
  constructor(length = 0) {
    this.codes = new Growable((n) => new Uint16Array(n), length);
  }

  /** @throws OrynError category.too-many */
  add(label: string): number {
    const code = this.codeFor(label);
    this.codes.push(code);
    return code;
  }

  /** The code of a label, whether or not a row has it. @throws OrynError category.too-many */
  codeFor(label: string): number {
    const known = this.codeOf.get(label);
    if (known !== undefined) return known;
    const code = this.codeOf.size;
    if (code > MOST_LABELS) throw new OrynError('category.too-many', { label, count: code });
    this.codeOf.set(label, code);
    return code;
  }

  get labels(): string[] {
    return [...this.codeOf.keys()];
  }

  column(): CodedColumn {
    return { codes: this.codes.finish(), labels: this.labels };
  }
}
