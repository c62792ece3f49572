import { placeTypeOf } from '@oryn/datasets';
import type { Feature } from 'geojson';

/** Properties that say what a point is, the most telling first; names in small letters. */
const KIND_PROPERTIES = ['kind', 'amenity', 'type', 'healthcare', 'emergency', 'railway', 'aeroway'];

/** The official place types of terminals, medical facilities and service rooms such as those of the police. */
const PLACE_CODES = new Set(['003', '004', '005', '006', '010', '029', '059', '077']);

/** `type` of an export from OpenStreetMap says what the element is, not the place. */
const ELEMENTS = new Set(['node', 'way', 'relation', 'feature', 'point', 'yes', 'no']);

const STEMS = [
  'police,полици,милици,ровд,рувд,гуовд,опорныйпункт,участковыйпункт',
  'hospital,clinic,doctors,больниц,госпитал,клиник,роддом,медучрежд,травмпункт,аурухана,емхана,медмекеме,перзентхана',
  'morgue,mortuary,морг,мәйітхана',
  'emergencydepartment,emergencyroom,emergencyward,ambulance,скораяпомощь,скоройпомощи,приемныйпокой,приемноеотделение,жедел',
  'busstation,trainstation,railwaystation,metrostation,subwaystation,busterminal,ferryterminal,airterminal,airport,aerodrome',
  'вокзал,автостанци,аэропорт,железнодорожнаястанци,станцияметро,метрополитен,автобекет,әуежай',
  'courthouse,courtoflaw,districtcourt,citycourt,судебн',
].flatMap((stems) => stems.split(','));

/** Words too short for a stem: `суд` is in `судно`, `court` in `food court`, `station` in `fire station`. */
const WHOLE = new Set('court суд сот station станция terminal терминал овд уп роп emergency'.split(' '));

const NOT = [
  'fire',
  'petrol',
  'filling',
  'fuel',
  'charging',
  'vet',
  'ветерин',
  'ветклиник',
  'жанармай',
  'өрт',
];

/**
 * The points of a list where records without an address end up: police, hospitals and clinics, morgues, emergency
 * departments, courts and stations of transport, told by `kind`, `amenity`, `type` or the like (also as values of
 * OpenStreetMap) in English, Russian or Kazakh, or by `place_code` of the official layer. A list without such a
 * property is taken whole.
 */
export function recordPlaces(features: readonly Feature[]): Feature[] {
  const points = features.filter(({ geometry }) => geometry.type === 'Point');
  const kinds = points.map(kindsOf);
  return kinds.every((kind) => kind === undefined)
    ? points
    : points.filter((_, i) => isRecordPlace(kinds[i]));
}

interface Kinds {
  words: string[];
  code: string | undefined;
}

function kindsOf({ properties }: Feature): Kinds | undefined {
  const values = new Map<string, string>();
  for (const [key, value] of Object.entries(properties ?? {})) {
    if (typeof value === 'string' || typeof value === 'number') {
      const written = String(value).trim().toLowerCase();
      if (written !== '') values.set(key.toLowerCase(), written);
    }
  }
  const words = KIND_PROPERTIES.flatMap((key) => {
    const value = values.get(key);
    return value === undefined || ELEMENTS.has(value) ? [] : [value.replaceAll('ё', 'е')];
  });
  const code = placeTypeOf(values.get('place_code') ?? '')?.code;
  return words.length > 0 || code !== undefined ? { words, code } : undefined;
}

function isRecordPlace(kinds: Kinds | undefined): boolean {
  if (!kinds) return false;
  // A kind in words is surer than the place type: 077 is any office.
  return kinds.words.length > 0
    ? kinds.words.some(isRecordKind)
    : kinds.code !== undefined && PLACE_CODES.has(kinds.code);
}

function isRecordKind(kind: string): boolean {
  const key = kind.replaceAll(/[^\p{L}]+/gu, '');
  if (NOT.some((stem) => key.startsWith(stem))) return false;
  return WHOLE.has(key) || STEMS.some((stem) => key.includes(stem)) || kind.split(/\P{L}+/u).includes('суд');
}
