import type { PlaceColumn } from '@oryn/core';
import { Growable } from './growable.ts';

/** A column of ids of places, numbered in order of appearance; 0 = empty. A city has more of them than 16 bits. */
export class PlaceIds {
  readonly codes: Growable<Uint32Array>;
  private readonly codeOf = new Map<string, number>([['', 0]]);

  /** @param length entries that were there before the column was known */
  constructor(length = 0) {
    this.codes = new Growable((n) => new Uint32Array(n), length);
  }

  add(id: string): void {
    let code = this.codeOf.get(id);
    if (code === undefined) {
      code = this.codeOf.size;
      this.codeOf.set(id, code);
    }
    this.codes.push(code);
  }

  column(): PlaceColumn {
    return { codes: this.codes.finish(), labels: [...this.codeOf.keys()] };
  }
}
