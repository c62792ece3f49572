import { expect, it } from 'vitest';
import { codeBlocks, commandsOf, docRunner, onRealData } from './support/doc-commands.ts';
import { expectSaved, expectSound, shownPictures, writtenFigures } from './support/gallery.ts';
import { hasShared } from './support/shared.ts';

const { results, run } = docRunner();

// Real data, which are not beside every copy of the project, and minutes of them.
it('the commands of the gallery give its pictures of real data', ({ skip }) => {
  skip(!hasShared, 'the folder "shared" is not beside the project');
  for (const command of commandsOf(codeBlocks('docs/gallery.md', 'sh').filter(onRealData))) run(command);
  const written = writtenFigures(results, 'cincinnati');
  expectSaved(results, written);
  expectSound(results, written);
  expect(written).toEqual(shownPictures().filter((name) => name.startsWith('cincinnati/')));
});
