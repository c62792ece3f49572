/** Rows of a CSV file of ours, none of whose cells holds a line break. */
export function recordsOfCsv(content: string): Record<string, string>[] {
  const [head, ...rows] = content.trimEnd().split('\n').map(cellsOf);
  return rows.map((row) => Object.fromEntries(head.map((name, i) => [name, row[i] ?? ''])));
}

function cellsOf(line: string): string[] {
  const cells = line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g);
  return [...cells]
    .map(([, cell]) => (cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell))
    .slice(0, -1);
}
