/** A name in the three languages of the house: Kazakh, Russian, English. */
export interface Names {
  readonly kk: string;
  readonly ru: string;
  readonly en: string;
}

/** `[longitude, latitude]` in degrees, WGS 84. */
export type LonLat = readonly [number, number];
