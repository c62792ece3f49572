/** Headings of the one-page report. */
export const report = {
  summary: 'In short',
  map: 'Where the problem places are',
  problemPlaces: 'Problem places',
  concentration: 'How concentrated incidents are',
  data: 'Data and account of rows',
  method: 'Method',
  madeWith: 'Made with Oryn {version}',
  percentOf: '{percent} of the incidents',
  km2: 'km²',
  place: 'Place',
  expectedShort: 'Expected',
  incidents: '{count, plural, one {incident} other {incidents}}',
  expected: 'expected by chance',
  noHours: 'The hour of no incident here is known.',
  other: 'other',
  expectedNote: 'Expected: if all incidents of the period were {null}. q belongs to the whole place.',
} as const satisfies Record<string, string>;
