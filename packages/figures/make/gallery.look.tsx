import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { languages } from '@oryn/language';
import { describe, expect, it } from 'vitest';
import { CityPanels, HotPlacesMap, LorenzChart, renderSvg, ScaleChart, YearsChart } from '../src/index.ts';
import { renderPng } from '../src/node.ts';
import { exampleCityPanels } from './example-city-panels.ts';
import { exampleLorenz, exampleMap } from './example-props.ts';
import { exampleScales } from './example-scales.ts';
import { exampleYears } from './example-years.ts';

const folder = join(import.meta.dirname, '../../../results/look/figures');

describe('gallery', () => {
  it('writes every figure in three languages', () => {
    mkdirSync(folder, { recursive: true });
    for (const lang of languages) {
      const figures = {
        map: <HotPlacesMap {...exampleMap(lang)} />,
        'map-column': <HotPlacesMap {...exampleMap(lang, { widthMm: 85, simulated: false })} />,
        lorenz: <LorenzChart {...exampleLorenz(lang)} />,
        'city-panels': <CityPanels {...exampleCityPanels(lang)} />,
        scale: <ScaleChart {...exampleScales(lang)} />,
        years: <YearsChart {...exampleYears(lang)} />,
        'scale-column': <ScaleChart {...exampleScales(lang, { widthMm: 85, simulated: true })} />,
        'lorenz-column': <LorenzChart {...exampleLorenz(lang, { widthMm: 85, simulated: false })} />,
      };
      for (const [name, figure] of Object.entries(figures)) {
        const svg = renderSvg(figure);
        writeFileSync(join(folder, `${name}-${lang}.svg`), svg);
        writeFileSync(join(folder, `${name}-${lang}.png`), renderPng(svg, { dpi: 200 }));
        expect(svg).toContain('</svg>');
      }
    }
  });
});
