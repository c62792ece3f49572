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
  incidents: '{count, plural, one {incident} other {incidents}}',
  expected: 'expected by chance',
  km2: 'km²',
  noHours: 'The hour of no incident here is known.',
} as const satisfies Record<string, string>;
