/**
 * Number the groups of points from 1, the largest first; equals by their first point.
 *
 * @param groupOf any number >= 0 below the number of points for each point, or -1 for none
 */
export function rankLabels(groupOf: Int32Array): { labels: Int32Array; count: number } {
  const size = new Uint32Array(groupOf.length);
  const seen: number[] = [];
  for (const group of groupOf) {
    if (group < 0) continue;
    if (size[group]++ === 0) seen.push(group);
  }
  // The sort is stable, so equals stay in the order of their first points.
  seen.sort((a, b) => size[b] - size[a]);
  const number = new Int32Array(groupOf.length);
  seen.forEach((group, rank) => {
    number[group] = rank + 1;
  });
  return { labels: groupOf.map((group) => (group < 0 ? 0 : number[group])), count: seen.length };
}
