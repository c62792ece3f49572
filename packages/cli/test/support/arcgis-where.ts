/** A record of the invented layer by field name. */
export type Row = Readonly<Record<string, string | number | null>>;
type Condition = (row: Row) => boolean;

const TOKEN = /\s*(TIMESTAMP '[^']*'|'[^']*'|>=|<=|[<>=(),]|-?\d+|\w+)/y;

/** The conditions that Oryn writes, and no more; undefined for anything else, as a server refuses it. */
export function parseWhere(where: string): Condition | undefined {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < where.trimEnd().length) {
    const match = TOKEN.exec(where);
    if (!match) return undefined;
    tokens.push(match[1]);
  }
  let at = 0;
  const next = (): string => tokens[at++] ?? '';
  const is = (word: string): boolean => tokens[at]?.toUpperCase() === word && ++at > 0;

  function either(): Condition {
    let left = both();
    while (is('OR')) {
      const [before, right] = [left, both()];
      left = (row) => before(row) || right(row);
    }
    return left;
  }
  function both(): Condition {
    let left = one();
    while (is('AND')) {
      const [before, right] = [left, one()];
      left = (row) => before(row) && right(row);
    }
    return left;
  }
  function one(): Condition {
    if (is('(')) {
      const inner = either();
      expectToken(is(')'));
      return inner;
    }
    const field = next();
    expectToken(/^[a-z]\w*$/i.test(field));
    if (is('IS')) {
      expectToken(is('NULL'));
      return (row) => row[field] === null;
    }
    if (is('IN')) {
      expectToken(is('('));
      const values = [literalOf(next())];
      while (is(',')) values.push(literalOf(next()));
      expectToken(is(')'));
      return (row) => values.includes(row[field]!);
    }
    const [sign, value] = [next(), literalOf(next())];
    const compare = {
      '=': (given: string | number) => given === value,
      '>': (given: string | number) => given > value,
      '>=': (given: string | number) => given >= value,
      '<': (given: string | number) => given < value,
      '<=': (given: string | number) => given <= value,
    }[sign];
    expectToken(compare !== undefined);
    return (row) => row[field] !== null && compare!(row[field]);
  }

  try {
    const condition = either();
    return at === tokens.length ? condition : undefined;
  } catch {
    return undefined;
  }
}

function literalOf(token: string): string | number {
  const moment = /^TIMESTAMP '(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)'$/.exec(token);
  if (moment) return Date.parse(`${moment[1]}T${moment[2]}Z`);
  if (token.startsWith("'")) return token.slice(1, -1);
  expectToken(/^-?\d+$/.test(token));
  return Number(token);
}

function expectToken(fits: boolean): void {
  if (!fits) throw new Error('unexpected token');
}
