import { HotPlacesMap, paperStyles } from '../../src/index.ts';
import type { FigureExample } from '../example.ts';
import { exampleMap } from '../example-props.ts';

export const examples: readonly FigureExample[] = [
  { name: 'hot-places', draw: (lang) => <HotPlacesMap {...exampleMap(lang, { widthMm: 174 })} /> },
  {
    name: 'hot-places-column',
    draw: (lang) => <HotPlacesMap {...exampleMap(lang, { widthMm: 85, simulated: false })} />,
  },
  {
    name: 'hot-places-grey',
    draw: (lang) => <HotPlacesMap {...exampleMap(lang, { simulated: false })} />,
    paper: paperStyles['two-column'],
    isGrey: true,
  },
  {
    name: 'hot-places-kz-vak',
    draw: (lang) => <HotPlacesMap {...exampleMap(lang, { simulated: false })} />,
    paper: paperStyles['kz-vak'],
  },
  {
    name: 'hot-places-slide',
    draw: (lang) => <HotPlacesMap {...exampleMap(lang)} />,
    paper: paperStyles.slide,
  },
];
