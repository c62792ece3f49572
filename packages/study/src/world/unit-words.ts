import { formatNumber, type Language, text } from '@oryn/language';
import type { WorldFacts } from './compare-with-world.ts';

/** The unit in words: street segments, hexagonal cells of which size. */
export function unitText(lang: Language, { unit }: Pick<WorldFacts, 'unit'>): string {
  const { kind, crossings, medianAreaKm2, medianLengthMeters } = unit;
  const word = crossings !== undefined ? 'crossings' : kind === 'place-type' ? 'placeType' : kind;
  const name = text(lang, 'concentration.world.unit', { unit: word });
  if (kind === 'segments' && !Number.isNaN(medianLengthMeters)) {
    const meters = formatNumber(lang, medianLengthMeters, { significant: 3 });
    return text(lang, 'concentration.world.unitLength', { unit: name, meters });
  }
  if (Number.isNaN(medianAreaKm2) || kind === 'address') return name;
  const area = formatNumber(lang, medianAreaKm2, { significant: 3 });
  return text(lang, 'concentration.world.unitArea', { unit: name, area });
}

/** The places of a result in words: street segments, all of them inside the boundary. */
export function placesOfText(lang: Language, measured: WorldFacts): string {
  const denominator = denominatorWordOf(measured);
  return `${unitText(lang, measured)}, ${text(lang, 'concentration.world.denominator', { denominator })}`;
}

/** The word for the denominator in a selection: all segments inside a boundary are streets, none is empty land. */
export function denominatorWordOf({ denominator, mask, unit }: WorldFacts): string {
  const isSegments = unit.kind === 'segments';
  switch (denominator) {
    case 'mask':
      return mask === 'with streets' ? (isSegments ? 'segments' : 'streets') : 'mask';
    case 'occupied-neighbourhood':
      return 'occupied';
    case 'area':
      return isSegments ? 'segments' : 'area';
    default:
      return denominator;
  }
}

/** The word for the places over which chance spreads the incidents evenly. */
export function nullWordOf(facts: WorldFacts): string {
  return facts.unit.kind === 'segments' && facts.denominator === 'file'
    ? 'segments'
    : denominatorWordOf(facts);
}
