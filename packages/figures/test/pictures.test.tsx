import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { languages } from '@oryn/language';
import { describe, expect, it } from 'vitest';
import { exampleSvg, isVariant } from '../make/example.ts';
import { exampleLorenz } from '../make/example-props.ts';
import { examples } from '../make/examples/index.ts';
import { pictureOf } from '../make/picture-file.ts';
import { comparePicture, differenceOf, TOLERATED_PIXELS } from '../make/saved-picture.ts';
import { LorenzChart, renderSvg } from '../src/index.ts';

const FOLDER = 'packages/figures/test/pictures';

/** Coarse, but letters are legible and a changed digit is seen. */
const DPI = 64;

/** Every kind in every language; how else it may look, in the language of the longest words. */
const pictures = examples.flatMap((example) =>
  (isVariant(example, examples) ? (['kk'] as const) : languages).map((lang) => ({
    name: `${example.name}-${lang}.png`,
    example,
    lang,
  })),
);

describe('saved pictures', () => {
  it.each(pictures)('$name', ({ name, example, lang }) => {
    const fault = comparePicture({ path: `${FOLDER}/${name}`, svg: exampleSvg(example, lang), dpi: DPI });
    if (fault !== undefined) expect.fail(fault);
  });

  it('are those of the examples and no others', () => {
    const saved = readdirSync(join(import.meta.dirname, 'pictures')).sort();
    expect(saved).toEqual(pictures.map(({ name }) => name).sort());
  });

  it('show a change of one digit', () => {
    const [chart, other] = [3023, 3028].map((n) =>
      pictureOf(renderSvg(<LorenzChart {...exampleLorenz('kk', { n })} />), DPI),
    );
    expect(differenceOf(chart!, chart!).pixels).toBe(0);
    expect(differenceOf(chart!, other!).pixels).toBeGreaterThan(TOLERATED_PIXELS);
  });
});
