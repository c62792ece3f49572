/** A number as a publication gave it: a point has `low` = `high`, a bound has one of them only. */
export interface PublishedNumber {
  /** As printed. */
  readonly text: string;
  readonly low?: number;
  readonly high?: number;
  readonly approximate: boolean;
}

/** Reads `4.5`, `2.1-6.0`, `<3`, `>400000`, `~15000` and `~5 (4-5)`, where the bracket holds the range. */
export function publishedNumber(text: string): PublishedNumber {
  const approximate = text.includes('~');
  const body = /\(([^)]+)\)/.exec(text)?.[1] ?? text.replace('~', '');
  const match = /^\s*([<>]?)\s*([\d.]+)(?:\s*-\s*([\d.]+))?/.exec(body);
  if (!match) return { text, approximate };
  const [, sign, first, second] = match;
  const low = Number(first);
  if (sign === '<') return { text, high: low, approximate };
  if (sign === '>') return { text, low, approximate };
  return { text, low, high: second === undefined ? low : Number(second), approximate };
}
