import { LorenzChart, paperStyles } from '../../src/index.ts';
import type { FigureExample } from '../example.ts';
import { exampleLorenz } from '../example-props.ts';

export const examples: readonly FigureExample[] = [
  { name: 'lorenz', draw: (lang) => <LorenzChart {...exampleLorenz(lang)} /> },
  {
    name: 'lorenz-column',
    draw: (lang) => <LorenzChart {...exampleLorenz(lang, { widthMm: 85, simulated: false })} />,
  },
  {
    name: 'lorenz-kz-vak',
    draw: (lang) => <LorenzChart {...exampleLorenz(lang, { simulated: false })} />,
    paper: paperStyles['kz-vak'],
  },
];
