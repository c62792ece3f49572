import type { Bounds } from '@oryn/core';
import { countryAt } from '@oryn/datasets';
import type { CountryInset } from '@oryn/figures';
import type { Language } from '@oryn/language';

/** Where in its country the study area lies, in a plane that keeps shapes at the middle of the country. */
export function countryInset(bounds: Bounds, lang: Language): CountryInset | undefined {
  const [lon, lat] = [(bounds.west + bounds.east) / 2, (bounds.south + bounds.north) / 2];
  const country = countryAt([lon, lat]);
  if (!country) return undefined;
  const latitudes = country.rings[0]!.filter((_, i) => i % 2 === 1);
  const middle =
    (latitudes.reduce((a, b) => Math.min(a, b)) + latitudes.reduce((a, b) => Math.max(a, b))) / 2;
  const narrow = Math.cos((middle * Math.PI) / 180);
  return {
    outline: country.rings.map((ring) => ring.map((value, i) => (i % 2 === 0 ? value * narrow : value))),
    x: lon * narrow,
    y: lat,
    label: country.name?.[lang],
  };
}
