import { describe, expect, it } from 'vitest';
import { placeTypeText } from './place-type.ts';

describe('the spelling of a place type', () => {
  it('is the code of three digits, whatever the file has', () => {
    const spellings: [string, string][] = [
      [
        '001',
        '1|01|001|0001|1.0| 1 |улица (площадь)|Улица(площадь)|УЛИЦА  ПЛОЩАДЬ|көше (алаң)|Street or square',
      ],
      ['013', 'водоём|Водоем|суат'],
      ['073', 'канализационные колодцы|канализационные коложцы'],
      ['017', 'АЗС|азс|жанармай құю бекеті'],
      ['002', '002 рынок|2 - рынок|002: базар'],
    ];
    for (const [code, texts] of spellings)
      for (const text of texts.split('|')) expect(placeTypeText(text), text).toBe(code);
  });

  it('stays as it is where the catalogue does not know it or the name is of two codes', () => {
    const unknown = [
      '',
      '070',
      '200',
      '1234',
      'қойма',
      'пляж у моста',
      '003 рынок',
      'STREET',
      'toString',
      '1/2',
    ];
    for (const text of unknown) expect(placeTypeText(text), text).toBe(text);
    const long = 'улица '.repeat(50_000);
    expect(placeTypeText(long)).toBe(long);
  });
});
