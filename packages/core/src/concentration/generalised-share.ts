/**
 * Places that hold a percentage of the incidents, divided by min(places, incidents) instead of the places (Andresen &
 * Weisburd 2025): where incidents are fewer than places, most places cannot have one and the plain share falls with the
 * number of incidents alone. Like the generalised Gini it is not corrected for chance: an even throw of very few
 * incidents needs as many places as it has, so 50 % of them give about .5. Show it beside its expectation.
 *
 * @param share of all places, as observed or as expected
 * @returns NaN without incidents
 */
export function generalisedShare(share: number, places: number, incidents: number): number {
  return (share * places) / Math.min(places, incidents);
}
