import { formatInteger, type Language, text } from '@oryn/language';
import type { PlaceName } from './place-namer.ts';

/** The name of a problem place as a person reads it; empty where nothing near it has a name. */
export function placeNameText(lang: Language, name: PlaceName): string {
  const streets = name.streets.map((street) => street[lang]).join(' — ');
  const district = name.district?.[lang];
  if (name.kind === 'none') return district ?? '';
  if (name.kind !== 'direction') return streets;
  const away = text(lang, 'statements.awayFrom', {
    meters: formatInteger(lang, roundedMeters(name.meters)),
    direction: text(lang, `statements.direction.${name.direction}`),
    name: streets,
  });
  return district === undefined ? away : `${district}, ${away}`;
}

/** Nobody paces out single metres: to 10 m under 200 m, to 50 m beyond. */
function roundedMeters(meters: number): number {
  const step = meters < 200 ? 10 : 50;
  return Math.max(step, Math.round(meters / step) * step);
}
