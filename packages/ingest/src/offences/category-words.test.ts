import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { wordsIn } from './category-words.ts';
import { offenceReader } from './offence.ts';

describe('words of a category', () => {
  it.each([
    ['Мошенничество', 'fraud'],
    ['интернет-мошенничество', 'fraud'],
    ['алаяқтық', 'fraud'],
    ['Наркотики', 'drugs'],
    ['незаконный оборот наркотических средств', 'drugs'],
    ['есірткі', 'drugs'],
    ['Незаконное хранение огнестрельного оружия', 'weapons'],
    ['Изнасилование', 'sexual'],
    ['зорлау', 'sexual'],
    ['половая неприкосновенность', 'sexual'],
    ['бытовое насилие', 'domestic'],
    ['Семейный скандал', 'domestic'],
    ['тұрмыстық зорлық-зомбылық', 'domestic'],
    ['суицид', 'suicide'],
    ['попытка самоубийства', 'suicide'],
    ['Вымогательство', 'extortion'],
    ['қорқытып алу', 'extortion'],
    ['rape', 'sexual'],
    ['RAPE -- FORCIBLE', 'sexual'],
    ['SEX OFFNS-SODOMY/FORCIBLE', 'sexual'],
    ['ASSLT-AGGRAV-FIREARM-3RD-ADULT-DOMESTIC', 'domestic'],
    ['FAMILY & CHILD CRIME-ABANDON CHILD', 'domestic'],
    ['child abuse', 'child'],
    ['Suicide attempt', 'suicide'],
    ['FRAUD-CREDIT DEVICE/OVER $150', 'fraud'],
    ['DRUGS-OBTAIN BY FRAUD/FORGERY', 'drugs'],
    ['WEAPONS-STATE VIOL/UNLWFL USE/CARRYING', 'weapons'],
    ['estafa', 'fraud'],
    ['violencia intrafamiliar', 'domestic'],
    ['violación', 'sexual'],
  ])('%s: %s', (text, id) => {
    expect(wordsIn(text)?.id).toBe(id);
  });

  it.each([
    'violent',
    'property',
    'theft',
    'Offence Against a Person',
    'assault',
    'насилие',
    'зорлық-зомбылық',
    'кража бытовой техники',
    'тұрмыстық техника ұрлау',
    'кража из детского сада',
    'половина имущества',
    'grape theft',
    'Essex Street robbery',
    'ROBBERY-HIGHWAY/OTHR WEPN USED/SUCCESSFUL',
    'drug store burglary',
    'child care burglary',
    'кража в наркологическом диспансере',
    'traffic violation',
  ])('says nothing of %s', (text) => {
    expect(wordsIn(text)).toBeUndefined();
  });

  const houston = join(import.meta.dirname, '../../../../../shared/data/houston/crime_2010_jan_aug.csv.gz');
  it.skipIf(!existsSync(houston))(
    'restricts the 378 rapes of the Houston file and nothing else of it',
    () => {
      const lines = gunzipSync(readFileSync(houston)).toString('utf8').trimEnd().split('\n');
      const at = lines[0]!.split(',').indexOf('"offense"');
      const read = offenceReader();
      const facts = lines
        .slice(1)
        .map((line) => read({ category: line.split(',')[at]?.replaceAll('"', '') }));
      expect(facts.length).toBe(86_314);
      expect(facts.filter(({ restricted }) => restricted).length).toBe(378);
      expect(facts.filter(({ rule }) => rule !== 'own-text').length).toBe(378);
    },
  );

  const stLouis = join(import.meta.dirname, '../../../../../shared/data/stlouis');
  it.skipIf(!existsSync(stLouis))('restricts in the St. Louis files what a plain search finds', () => {
    // Their descriptions are in capitals with fixed abbreviations, so a search for pieces is a second truth.
    const pieces = ['SEX', 'RAPE', 'SODOMY', 'PORN', 'PROSTITUTION', 'DOMESTIC', 'CHILD', 'CHLD'];
    const read = offenceReader();
    let rows = 0;
    let restricted = 0;
    for (const file of readdirSync(stLouis).filter((name) => name.endsWith('.csv.gz'))) {
      const text = gunzipSync(readFileSync(join(stLouis, file)))
        .toString('latin1')
        .trimEnd();
      const [header = [], ...records] = text
        .split('\n')
        .map((line) =>
          [...line.matchAll(/(?:^|,)(?:"([^"]*)"|([^",]*))/g)].map((cell) => cell[1] ?? cell[2]),
        );
      const at = header.findIndex((name) => name?.toLowerCase() === 'description');
      for (const record of records) {
        const category = record[at] ?? '';
        const facts = read({ category });
        rows++;
        if (facts.restricted) restricted++;
        expect(facts.restricted, category).toBe(pieces.some((piece) => category.includes(piece)));
      }
    }
    expect([rows, restricted]).toEqual([205_527, 14_169]);
  });
});
