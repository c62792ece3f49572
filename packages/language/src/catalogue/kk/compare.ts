import type { compare as english } from '../en/compare.ts';

export const compare: Record<keyof typeof english, string> = {
  title: 'Қалаларды салыстыру',
};
