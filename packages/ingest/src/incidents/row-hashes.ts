/**
 * Remembers rows by a 64-bit hash of all their cells: eight bytes a row, whatever its length. Two different rows
 * of ten million share a hash with a chance of 3 in a million.
 */
export class RowHashes {
  private slots = new Uint32Array(2 * 1024);
  private count = 0;

  /** Adds a row; true where the same cells were added before, those of `except` aside. */
  has(values: readonly string[], except?: ReadonlySet<number>): boolean {
    let low = 0x811c9dc5;
    let high = 0x9747b28c;
    for (let cell = 0; cell < values.length; cell++) {
      if (except?.has(cell)) continue;
      const value = values[cell];
      const { length } = value;
      // Two characters at a time: half the multiplications.
      for (let i = 0; i < length; i += 2) {
        const pair = value.charCodeAt(i) | (i + 1 < length ? value.charCodeAt(i + 1) << 16 : 0);
        low = Math.imul(low ^ pair, 0x01000193);
        low ^= low >>> 15;
        high = Math.imul(high ^ pair, 0x5bd1e995) + 0x3c6ef372;
        high ^= high >>> 13;
      }
      // The end of a cell counts: "a","bc" is not "ab","c".
      low = Math.imul(low ^ 0x1f_ffff, 0x01000193);
      high = Math.imul(high ^ 0x1f_ffff, 0x5bd1e995);
    }
    high ^= high >>> 15;
    // 0, 0 marks an empty slot.
    return this.add(low >>> 0, (high | 1) >>> 0);
  }

  private add(low: number, high: number): boolean {
    if (this.count * 10 > this.slots.length * 3.5) this.grow();
    const slot = this.find(this.slots, low, high);
    if (this.slots[slot + 1] !== 0) return true;
    this.slots[slot] = low;
    this.slots[slot + 1] = high;
    this.count++;
    return false;
  }

  /** Position of the pair, or of the empty slot where it belongs. */
  private find(slots: Uint32Array, low: number, high: number): number {
    const mask = slots.length / 2 - 1;
    let at = (low ^ Math.imul(high, 0x85ebca6b)) & mask;
    while (slots[2 * at + 1] !== 0 && (slots[2 * at] !== low || slots[2 * at + 1] !== high))
      at = (at + 1) & mask;
    return 2 * at;
  }

  private grow(): void {
    const larger = new Uint32Array(this.slots.length * 2);
    for (let i = 0; i < this.slots.length; i += 2) {
      if (this.slots[i + 1] === 0) continue;
      const slot = this.find(larger, this.slots[i], this.slots[i + 1]);
      larger[slot] = this.slots[i];
      larger[slot + 1] = this.slots[i + 1];
    }
    this.slots = larger;
  }
}
