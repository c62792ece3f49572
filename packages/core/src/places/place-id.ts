/** The id of a place that is a point, degrees, as in `E71.430000_N51.120000`. */
export function placeId(longitude: number, latitude: number, decimals: number): string {
  return `${written(longitude, 'E', 'W', decimals)}_${written(latitude, 'N', 'S', decimals)}`;
}

/** Letters in place of a sign, which a spreadsheet would take for a formula. */
export function written(value: number, positive: string, negative: string, decimals: number): string {
  return `${value < 0 ? negative : positive}${Math.abs(value).toFixed(decimals)}`;
}
