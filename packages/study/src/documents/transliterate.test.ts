import { describe, expect, it } from 'vitest';
import { transliterated } from './transliterate.ts';

describe('Cyrillic as Latin', () => {
  // Examples of the tables of BGN/PCGN for Kazakh and Russian.
  it.each([
    ['Әуезов', 'Äūezov'],
    ['Шиелі', 'Shīeli'],
    ['Өскемен', 'Öskemen'],
    ['Қазақстан қылмыс', 'Qazaqstan qylmys'],
    ['Ұлытау', 'Ulytaū'],
    ['Маңғыстау', 'Mangghystaū'],
    ['Екатеринбург', 'Yekaterinburg'],
    ['Чебоксары', 'Cheboksary'],
    ['Горбачёв', 'Gorbachëv'],
    ['Ёлкин', 'Yëlkin'],
    ['Преступность и место: объезд, съёмка', 'Prestupnost’ i mesto: ob”yezd, s”yëmka'],
    ['Щукин', 'Shchukin'],
    ['МВД РК, Юг', 'MVD RK, Yug'],
    ['ЮЖНЫЙ', 'YUZHNYY'],
    ['Crime and Place, 2021', 'Crime and Place, 2021'],
  ])('%s is %s', (cyrillic, latin) => {
    expect(transliterated(cyrillic)).toBe(latin);
  });
});
