import { describe, expect, it } from 'vitest';
import { compareText } from './collation.ts';

describe('collation', () => {
  it('sorts by the Kazakh alphabet', () => {
    const letters = [...'аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя'];
    expect([...letters].reverse().sort(compareText('kk'))).toEqual(letters);
    expect(['Ғабдуллин', 'Дулатов', 'Гагарин', 'Әуезов', 'Абай'].sort(compareText('kk'))).toEqual([
      'Абай',
      'Әуезов',
      'Гагарин',
      'Ғабдуллин',
      'Дулатов',
    ]);
  });

  it('puts ё after е, the own script first, and a prefix before the longer text', () => {
    expect(['жук', 'ёж', 'ель'].sort(compareText('ru'))).toEqual(['ель', 'ёж', 'жук']);
    expect(['Main', 'Абай'].sort(compareText('ru'))).toEqual(['Абай', 'Main']);
    expect(['Абай', 'Main'].sort(compareText('en'))).toEqual(['Main', 'Абай']);
    expect(['Мира 2', 'Мира', 'мира'].sort(compareText('ru'))).toEqual(['Мира', 'мира', 'Мира 2']);
  });
});
