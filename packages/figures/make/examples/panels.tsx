import type { Language } from '@oryn/language';
import type { ReactElement } from 'react';
import { ClassedMap } from '../../src/map/classed-map.tsx';
import { HotPlacesMap } from '../../src/map/hot-places-map.tsx';
import { sideBySide } from '../../src/panels.tsx';
import { renderSvg } from '../../src/render-svg.ts';
import type { FigureExample } from '../example.ts';
import { exampleMap } from '../example-props.ts';
import { exampleCounts } from './counts.tsx';

const WORDS = {
  kk: { heading: 'Екі қала қатар', letters: ['а', 'ә'], cities: ['Бірінші қала', 'Екінші қала'] },
  ru: { heading: 'Два города рядом', letters: ['а', 'б'], cities: ['Первый город', 'Второй город'] },
  en: { heading: 'Two cities side by side', letters: ['a', 'b'], cities: ['First city', 'Second city'] },
} as const;

const draw =
  (map: (lang: Language, city: number) => ReactElement, number?: number) =>
  (lang: Language): string => {
    const { heading, letters, cities } = WORDS[lang];
    const panels = cities.map((title, i) =>
      renderSvg(map(lang, i), { widthMm: 85, letter: letters[i], title, headPixels: 60 }),
    );
    const names = cities.map((city, i) => `${letters[i]}) ${city}`).join('; ');
    return sideBySide(panels, lang, `${heading}: ${names}`, { heading, number });
  };

export const examples: readonly FigureExample[] = [
  { name: 'panels', draw: draw((lang) => <HotPlacesMap {...exampleMap(lang)} />) },
  { name: 'panels-numbered', draw: draw((lang) => <ClassedMap {...exampleCounts(lang)} />, 2) },
];
