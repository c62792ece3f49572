import { formatP, type Language } from '@oryn/language';

/** `p = 0.012`, or `p < 0.001`; never broken over two lines. */
export function pText(lang: Language, p: number): string {
  const value = formatP(lang, p);
  return (value.startsWith('<') ? `p ${value}` : `p = ${value}`).replaceAll(' ', '\u00a0');
}
