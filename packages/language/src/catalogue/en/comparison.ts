/** Two periods, offences or cities side by side on the map. */
export const comparison = {
  start: 'What do you want to set side by side?',
  startHint:
    'Two maps with one scale, the shares of both with their intervals, and a test whether the difference is more than chance.',
  offerYears: 'Two periods',
  offerOffences: 'Two offences',
  offerCities: 'Two cities',
  pair: '{a} and {b}',
  chosenAbove: 'as chosen in the bar at the top',
  asAbove: 'The choice at the top',
  withPeriod: 'Beside the period',
  withOffence: 'Beside the offence',
  withCity: 'Beside the city',
  another: 'Start over',
  'refused.overlap':
    'The two periods overlap, so a test would compare incidents with themselves. Choose another period here or a shorter one at the top.',
  'refused.sameOffence': 'Both sides are the same offence. Choose another here or at the top.',
  'refused.allOffences':
    'All offences together include this one. Choose one offence at the top, and it is compared with the one here.',
  'refused.unknown': 'This is not in the data that are open. Choose something else here.',
  reckoning:
    'Drawing a thousand times: intervals, equal numbers, the test. The map and the table stand already.',
  verdict:
    '{isFound, select, yes {More concentrated is “{more}”: the difference is larger than chance would give} other {No difference in concentration is shown: chance alone could give it}}',
  equalShares:
    'At equal incidents per cell half of the incidents take this part of the cells: “{a}” {shareA}, “{b}” {shareB}. Compared with {draws} draws that {by, select, city {deal the cells anew to the two cities} other {swap the two counts of a cell at random}}, two-sided, p {p}.',
  notTested:
    'The difference is not tested: {reason, select, unitArea {the cells of the two cities differ in area by more than 25%} offences {the two registers do not hold the same offences; choose one offence at the top} years {the two cities have no whole year of this period in common} other {one side has fewer than 50 incidents}}.',
  samePlaces:
    'The same share is not the same places. Half lies in {placesA} cells of “{a}” and in {placesB} of “{b}”; in both: {both}. Overlap {overlap}, by chance {chance}.',
  counts: '{k} of {n}',
  interval: '95% interval',
  noInterval: 'too few places',
  volume: '{n} incidents per cell',
  tableNote:
    'A share grows with the number of incidents: compare the two sides in the row “at equal number” only. Interval: places resampled in blocks; range under the equal number: 95% of {draws} thinnings. Low shares mean few places hold much.',
  partYears: '“{name}”: the data cover only part of {years}.',
  citiesYears: 'Counted in both cities over the same years: {years}. Districts are not applied.',
  registers: 'What counts as an incident is decided by each register. Nothing here ranks cities.',
  limits:
    'The test takes places to change independently of each other: where whole districts rise or fall together, p is too small. Nothing here tells why.',
  legend: 'Incidents in a cell',
  legendYearly: 'Incidents a year in a cell',
  oneScale:
    'A colour is the same number on both maps. Classes: {method, select, steps {each limit about three times the one before} other {natural breaks (Jenks)}}.',
  districtOnly: '{name} only: the shares, the test and the maps are of the cells whose middle lies there.',
  elsewhere:
    '“{name}”: {n} {count, plural, one {incident lies} other {incidents lie}} in cells where none was thought possible; not in the shares that are compared.',
  undated:
    '“{name}”: {n} {count, plural, one {incident has} other {incidents have}} no date and {count, plural, one {is} other {are}} in neither period.',
  mapLabel: 'Map {letter}: {name}, incidents by cell',
} as const satisfies Record<string, string>;
