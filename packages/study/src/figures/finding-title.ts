import type { MapProps } from '@oryn/figures';
import type { Language } from '@oryn/language';
import type { Drawn } from './drawn.ts';
import { titleOf } from './figure-words.ts';

/** A map whose title says what was found; what the study is called then stands before the period. */
export function withFinding(map: MapProps, finding: string, { study }: Drawn, lang: Language): MapProps {
  const own = study.title === undefined ? [] : [titleOf(study, lang)];
  return { ...map, title: finding, subtitle: [...own, map.subtitle].join(' · ') };
}
