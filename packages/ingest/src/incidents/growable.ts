type Typed = Float64Array | Uint32Array | Uint16Array | Uint8Array;

/** A typed array that grows: ten million numbers cost their bytes and no objects. */
export class Growable<T extends Typed> {
  length = 0;
  private values: T;
  private readonly make: (length: number) => T;

  /** @param fill value of `length` entries that were there before the column was known */
  constructor(make: (length: number) => T, length = 0, fill = 0) {
    this.make = make;
    this.values = make(Math.max(1024, length));
    this.values.fill(fill, 0, length);
    this.length = length;
  }

  push(value: number): void {
    if (this.length === this.values.length) {
      const larger = this.make(Math.ceil(this.length * 1.5));
      larger.set(this.values);
      this.values = larger;
    }
    this.values[this.length++] = value;
  }

  at(index: number): number {
    return this.values[index];
  }

  set(index: number, value: number): void {
    this.values[index] = value;
  }

  /** A view, valid until the next push. */
  view(start = 0): T {
    return this.values.subarray(start, this.length) as T;
  }

  /** Closes the gaps: of the entries from `start` on only those with `keep` 1 stay. */
  compact(start: number, keep: Uint8Array): void {
    let to = start;
    for (let i = 0; i < keep.length; i++) if (keep[i]) this.values[to++] = this.values[start + i];
    this.length = to;
  }

  /** The entries; much spare room is given back at once, not when the column itself is let go. */
  finish(): T {
    if (this.values.length > this.length * 1.1) this.values = this.values.slice(0, this.length) as T;
    return this.view();
  }
}
