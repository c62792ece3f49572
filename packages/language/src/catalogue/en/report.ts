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
} as const satisfies Record<string, string>;
