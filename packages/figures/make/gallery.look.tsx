import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { languages } from '@oryn/language';
import { describe, expect, it } from 'vitest';
import { renderPng } from '../src/node.ts';
import { exampleSvg } from './example.ts';
import { examples } from './examples/index.ts';

const folder = join(import.meta.dirname, '../../../results/look/figures');

describe('every example, large enough to be judged', () => {
  it.each(examples.map((example) => ({ name: example.name, example })))('$name', ({ name, example }) => {
    mkdirSync(folder, { recursive: true });
    for (const lang of languages) {
      const svg = exampleSvg(example, lang);
      writeFileSync(join(folder, `${name}-${lang}.svg`), svg);
      const dpi = 160 / (example.paper?.magnify ?? 1);
      writeFileSync(join(folder, `${name}-${lang}.png`), renderPng(svg, { dpi }));
      expect(svg).toContain('</svg>');
    }
  });
});
