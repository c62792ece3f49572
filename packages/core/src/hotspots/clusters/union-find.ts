/** Disjoint sets over 0 … count-1 (Tarjan 1975; path halving, smaller tree under the larger). */
export class UnionFind {
  private readonly parent: Int32Array;

  constructor(count: number) {
    this.parent = new Int32Array(count).fill(-1);
  }

  /** The representative of a set. */
  find(of: number): number {
    const { parent } = this;
    let at = of;
    while (parent[at] >= 0) {
      const up = parent[at];
      if (parent[up] >= 0) parent[at] = parent[up];
      at = up;
    }
    return at;
  }

  /** Join two sets; false where they were one already. */
  join(a: number, b: number): boolean {
    const { parent } = this;
    let [big, small] = [this.find(a), this.find(b)];
    if (big === small) return false;
    if (parent[big] > parent[small]) [big, small] = [small, big];
    parent[big] += parent[small];
    parent[small] = big;
    return true;
  }
}
