import { ScaleChart } from '../../src/index.ts';
import type { FigureExample } from '../example.ts';
import { exampleScales } from '../example-scales.ts';

export const examples: readonly FigureExample[] = [
  { name: 'scale', draw: (lang) => <ScaleChart {...exampleScales(lang, { widthMm: 174 })} /> },
  {
    name: 'scale-column',
    draw: (lang) => <ScaleChart {...exampleScales(lang, { widthMm: 85, simulated: true })} />,
  },
];
