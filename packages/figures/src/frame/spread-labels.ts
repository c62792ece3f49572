interface Group {
  /** Height of its first label if nothing but its own labels counted. */
  top: number;
  count: number;
}

/**
 * Heights at which labels of lines can stand without touching, in the order of the lines: as near to them as the others
 * let it, by least squares (labels that would touch form a group about the mean of their lines).
 *
 * @param at heights of the lines
 * @param least distance between two labels
 * @param bottom greatest height of a label
 */
export function spreadLabels(at: readonly number[], least: number, bottom: number): number[] {
  const order = at.map((_, i) => i).sort((i, j) => at[i]! - at[j]! || i - j);
  const groups: Group[] = [];
  for (const label of order) {
    let group: Group = { top: at[label]!, count: 1 };
    for (
      let above = groups.at(-1);
      above && above.top + above.count * least > group.top;
      above = groups.at(-1)
    ) {
      const count = above.count + group.count;
      const wished = above.top * above.count + (group.top - above.count * least) * group.count;
      group = { top: wished / count, count };
      groups.pop();
    }
    groups.push(group);
  }
  const placed = new Array<number>(at.length);
  const inOrder = groups.flatMap(({ top, count }) =>
    Array.from({ length: count }, (_, i) => top + i * least),
  );
  let limit = bottom;
  for (let rank = order.length - 1; rank >= 0; rank--) {
    limit = Math.min(inOrder[rank]!, limit);
    placed[order[rank]!] = limit;
    limit -= least;
  }
  return placed;
}
