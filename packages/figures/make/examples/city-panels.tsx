import { CityPanels } from '../../src/index.ts';
import type { FigureExample } from '../example.ts';
import { exampleCityPanels } from '../example-city-panels.ts';

export const examples: readonly FigureExample[] = [
  { name: 'city-panels', draw: (lang) => <CityPanels {...exampleCityPanels(lang, { widthMm: 174 })} /> },
  {
    name: 'city-panels-column',
    draw: (lang) => <CityPanels {...exampleCityPanels(lang, { widthMm: 85 })} />,
  },
];
