import { poissonNull } from '@oryn/core';
import { type Benchmark, benchmarks } from '@oryn/datasets';
import { formatNumber, formatPercent, type Language, text } from '@oryn/language';

/** Incidents per place of the example, and how many places are joined into one. */
const EXAMPLE = { perPlace: 0.1, joined: 4 };

/**
 * Why the published 3 % of the territory of Astana and 5 % of Almaty are not the 4.5 % of street segments: unit,
 * denominator, size, period and offences all differ, and the size alone moves the number. For users whose places are
 * hexagons or squares, and for whoever asks.
 */
export function whyTerritoryIsNotSegments(lang: Language): string[] {
  const astana = territoryOf('Astana');
  const almaty = territoryOf('Almaty');
  const review = benchmarks.find(({ summary, unitKind }) => summary === 'median' && unitKind === 'segment')!;
  const percent = (share: number): string => formatPercent(lang, share / 100);
  const shares = {
    astana: percent(astana.placesFor50!.low!),
    almaty: percent(almaty.placesFor50!.low!),
    segments: percent(review.placesFor50!.low!),
  };
  const { perPlace, joined } = EXAMPLE;
  const chance = (mean: number): string => formatPercent(lang, poissonNull(mean).shareOfPlaces(0.5));
  const hexagons = hexagonAreasKm2(astana.unitSizeMeters!);
  const area = (km2: number): string => formatNumber(lang, km2, { significant: 2 });
  return [
    text(lang, 'concentration.world.territory.same', {
      ...shares,
      years: astana.years!.replace('-', '–'),
      source: 'Serebrennikov & Kusmanova 2024',
      review: 'Weisburd et al. 2024',
    }),
    text(lang, 'concentration.world.territory.unit', {
      meters: String(astana.unitSizeMeters),
      corner: area(hexagons.cornerToCorner),
      side: area(hexagons.sideToSide),
    }),
    text(lang, 'concentration.world.territory.denominator'),
    text(lang, 'concentration.world.territory.scale', {
      lambda: formatNumber(lang, perPlace),
      small: chance(perPlace),
      large: chance(perPlace * joined),
    }),
    text(lang, 'concentration.world.territory.period', { n: String(astana.periodYears) }),
    text(lang, 'concentration.world.territory.so', shares),
  ];
}

function territoryOf(city: string): Benchmark {
  return benchmarks.find((row) => row.city === city && row.denominator === 'territory')!;
}

/** Areas of a hexagon whose diameter is taken from corner to corner, and from side to side. */
function hexagonAreasKm2(diameterMeters: number): { cornerToCorner: number; sideToSide: number } {
  const km2 = (diameterMeters / 1000) ** 2;
  return { cornerToCorner: (3 * Math.sqrt(3) * km2) / 8, sideToSide: (Math.sqrt(3) * km2) / 2 };
}
