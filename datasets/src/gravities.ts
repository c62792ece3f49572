import type { Names } from './names.ts';

export interface Gravity {
  /** `hard_code` of the official layer. */
  readonly hardCode: 1 | 2 | 3 | 4;
  readonly name: Names;
}

/** Gravity categories of crimes; misdemeanours have none. Criminal Code of 3 July 2014, art. 11. */
export const gravities: readonly Gravity[] = [
  { hardCode: 1, name: { kk: 'онша ауыр емес', ru: 'небольшой тяжести', en: 'minor gravity' } },
  { hardCode: 2, name: { kk: 'ауырлығы орташа', ru: 'средней тяжести', en: 'medium gravity' } },
  { hardCode: 3, name: { kk: 'ауыр', ru: 'тяжкое', en: 'grave' } },
  { hardCode: 4, name: { kk: 'аса ауыр', ru: 'особо тяжкое', en: 'especially grave' } },
];
