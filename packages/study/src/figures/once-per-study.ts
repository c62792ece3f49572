import type { Drawn } from './drawn.ts';

/**
 * A computation kept as long as its study: figures are drawn in three languages and on several papers from the same
 * numbers.
 *
 * @param compute of a study and of values that JSON can write
 */
export function oncePerStudy<Values extends readonly unknown[], Found>(
  compute: (drawn: Drawn, ...values: Values) => Found,
): (drawn: Drawn, ...values: Values) => Found {
  const known = new WeakMap<Drawn, Map<string, Found>>();
  return (drawn, ...values) => {
    const ofStudy = known.get(drawn) ?? new Map<string, Found>();
    known.set(drawn, ofStudy);
    const key = JSON.stringify(values);
    const found = ofStudy.get(key) ?? compute(drawn, ...values);
    ofStudy.set(key, found);
    return found;
  };
}
