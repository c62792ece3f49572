import type { concentration as english } from '../en/concentration.ts';

export const concentration: Record<keyof typeof english, string> = {
  title: 'Шоғырлану',
};
