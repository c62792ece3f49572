/** A piece of a text that names articles. */
export type Token = NumberToken | { kind: 'word'; text: string } | { kind: 'break' | 'dash' | 'comma' };

/** `188-1` is one number; `claimed` once a word has taken it. */
export interface NumberToken {
  kind: 'number';
  value: number;
  text: string;
  claimed: boolean;
}

const TOKEN = /(\d+(?:-\d{1,2}(?!\d))?)|(\p{L}+)|([;\n\r])|([-+])|(,)/gu;

/** Numbers, words in lower case and the marks between them; everything else is passed over. */
export function tokensOf(text: string): Token[] {
  const plain = text
    .toLowerCase()
    .replaceAll('¹', '-1')
    .replaceAll('²', '-2')
    .replaceAll(/[\u2010-\u2015\u2212]/g, '-');
  const tokens: Token[] = [];
  for (const [, number, word, broken, dash] of plain.matchAll(TOKEN)) {
    if (number !== undefined)
      tokens.push({ kind: 'number', value: Number.parseInt(number, 10), text: number, claimed: false });
    else if (word !== undefined) tokens.push({ kind: 'word', text: word });
    else tokens.push({ kind: broken !== undefined ? 'break' : dash !== undefined ? 'dash' : 'comma' });
  }
  return tokens;
}
