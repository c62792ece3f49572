import { languages, text } from '@oryn/language';
import { expect, it } from 'vitest';
import { tourSteps } from './tour-steps.ts';

/** So much is read in a quarter of a minute, and eight steps are two minutes. */
const MOST_WORDS = 35;

it.each(languages)('is a tour of two minutes in %s', (lang) => {
  for (const { id } of tourSteps) {
    const said = text(lang, `tour.${id}.text`, { districts: 'yes' });
    expect(said.split(/\s+/).length, said).toBeLessThanOrEqual(MOST_WORDS);
  }
});
