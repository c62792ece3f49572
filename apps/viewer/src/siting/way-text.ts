import type { Language } from '@oryn/language';
import { lengthText } from '../ui/words.ts';

/** A way: nobody paces out single metres, so to 10 m below a kilometre; an unknown one is a dash. */
export function wayText(lang: Language, meters: number): string {
  if (!Number.isFinite(meters)) return '–';
  return lengthText(lang, meters < 995 ? Math.round(meters / 10) * 10 : meters);
}
