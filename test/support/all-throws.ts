/**
 * Visit every outcome of throwing incidents on places with given probabilities, each with its multinomial probability:
 * the twin by enumeration of what is drawn or summed elsewhere. Outcomes are (incidents + places - 1 choose incidents).
 */
export function visitThrows(
  chances: readonly number[],
  incidents: number,
  visit: (counts: number[], probability: number) => void,
): void {
  const counts = new Array<number>(chances.length).fill(0);
  const place = (at: number, left: number, probability: number): void => {
    if (at === chances.length - 1) {
      counts[at] = left;
      visit(counts, probability * chances[at] ** left);
      return;
    }
    let ways = 1;
    for (let n = 0; n <= left; n++) {
      counts[at] = n;
      place(at + 1, left - n, probability * ways * chances[at] ** n);
      ways = (ways * (left - n)) / (n + 1);
    }
  };
  place(0, incidents, 1);
}
