import { YearsChart } from '../../src/index.ts';
import type { FigureExample } from '../example.ts';
import { exampleYears } from '../example-years.ts';

export const examples: readonly FigureExample[] = [
  { name: 'concentration-years', draw: (lang) => <YearsChart {...exampleYears(lang, { widthMm: 174 })} /> },
  {
    name: 'concentration-years-column',
    draw: (lang) => <YearsChart {...exampleYears(lang, { widthMm: 85, simulated: true })} />,
  },
];
