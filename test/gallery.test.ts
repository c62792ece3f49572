import { languages } from '@oryn/language';
import { expect, it } from 'vitest';
import { codeBlocks, commandsOf, docRunner, onRealData } from './support/doc-commands.ts';
import { expectSaved, expectSound, savedPictures, shownPictures, writtenFigures } from './support/gallery.ts';

const { results, run } = docRunner();

const DEMO_FOLDERS = ['demo', 'cities', 'kz-vak', 'grey'];

it('the commands of the gallery give its pictures of the demo', { timeout: 300_000 }, () => {
  const blocks = codeBlocks('docs/gallery.md', 'sh').filter((block) => !onRealData(block));
  for (const command of commandsOf(blocks)) run(command);
  for (const folder of DEMO_FOLDERS) {
    const written = writtenFigures(results, folder);
    expectSaved(results, written);
    expectSound(results, written);
    expect(written).toEqual(shownPictures().filter((name) => name.startsWith(`${folder}/`)));
  }
});

it('the gallery shows every saved picture, in three languages', () => {
  expect(savedPictures()).toEqual(shownPictures());
  const kinds = new Set(shownPictures().map((name) => name.replace(/\.\w+$/, '')));
  const complete = [...kinds].flatMap((kind) => languages.map((lang) => `${kind}.${lang}`));
  expect(shownPictures()).toEqual(complete.sort());
});
