import type { Language } from '@oryn/language';
import { ClassedMap } from '../../src/map/classed-map.tsx';
import { HotPlacesMap } from '../../src/map/hot-places-map.tsx';
import type { GraticuleLine, MapName, MapProps } from '../../src/map/map-props.ts';
import type { FigureExample } from '../example.ts';
import { exampleMap } from '../example-props.ts';
import { exampleCounts } from './counts.tsx';

const NAMES = {
  kk: {
    districts: [
      'Есіл ауданы',
      'Сарыарқа ауданы',
      'Темір жолдың арғы бетіндегі шағын аудан',
      'Байқоңыр ауданы',
    ],
    river: 'Тасөзен',
    streets: ['Қабанбай батыр даңғылы', 'Сарыарқа даңғылы', 'Бейбітшілік көшесі'],
    country: 'Ойдан алынған ел',
  },
  ru: {
    districts: ['Есильский район', 'район Сарыарка', 'Микрорайон за железной дорогой', 'район Байконыр'],
    river: 'Тасозен',
    streets: ['пр. Кабанбай батыра', 'пр. Сарыарка', 'ул. Бейбитшилик'],
    country: 'Вымышленная страна',
  },
  en: {
    districts: ['Yesil District', 'Saryarqa District', 'Quarter behind the railway', 'Baiqonyr District'],
    river: 'Tasozen',
    streets: ['Qabanbai Batyr Avenue', 'Saryarqa Avenue', 'Beibitshilik Street'],
    country: 'An invented country',
  },
} as const;

/** The middle of the invented city, metres. */
const [X, Y] = [500_000, 5_600_000];

/** Graticule, names and inset of the invented city in a language. */
export function exampleFurniture(lang: Language): Pick<MapProps, 'graticule' | 'names' | 'inset'> {
  const { districts, river, streets, country } = NAMES[lang];
  const named = (kind: MapName['kind'], texts: readonly string[], at: readonly (readonly number[])[]) =>
    texts.map((text, i) => ({ text, kind, at: Float64Array.from(at[i]!) }));
  return {
    graticule: graticule(),
    names: [
      ...named('district', districts, [
        [X - 3000, Y + 3000],
        [X + 5200, Y + 2600],
        [X - 4600, Y - 5400],
        [X + 3600, Y - 2600],
      ]),
      ...named('river', [river], [[X + 5600, Y - 1200, X - 2000, Y - 2200]]),
      ...named('street', streets, [
        [X - 3000, Y + 3100, X - 5600, Y + 600],
        [X + 600, Y - 5600],
        [X + 900, Y + 6400],
      ]),
    ],
    inset: {
      outline: [Float64Array.of(0, 2, 4, 5, 9, 4, 12, 6, 15, 3, 12, 0, 7, 1, 3, 0, 0, 2)],
      x: 8,
      y: 3,
      label: country,
    },
  };
}

/** Lines every five hundredths of a degree, as if the plane were one of degrees near 51° N, 71° E. */
function graticule(): GraticuleLine[] {
  const [perLon, perLat] = [70_200, 111_200];
  return [-3, -2, -1, 0, 1, 2, 3].flatMap((step) => {
    const [x, y] = [X + (step * 0.05 - 0.01) * perLon, Y + (step * 0.05 + 0.012) * perLat];
    return [
      {
        kind: 'meridian' as const,
        degrees: 71 + step * 0.05,
        coordinates: Float64Array.of(x, Y - 30_000, x, Y + 30_000),
      },
      {
        kind: 'parallel' as const,
        degrees: 51 + step * 0.05,
        coordinates: Float64Array.of(X - 30_000, y, X + 30_000, y),
      },
    ];
  });
}

const counts = (lang: Language) => (
  <ClassedMap {...exampleCounts(lang, { ...exampleFurniture(lang), simulated: false })} />
);

export const examples: readonly FigureExample[] = [
  { name: 'furniture', draw: counts },
  { name: 'furniture-column', draw: counts, paper: { widthMm: 85 } },
  {
    name: 'furniture-hot-places',
    draw: (lang) => <HotPlacesMap {...exampleMap(lang, exampleFurniture(lang))} />,
    paper: { widthMm: 174 },
  },
];
