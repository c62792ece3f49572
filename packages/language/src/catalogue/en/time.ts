/** When incidents happen: years, months, hours, and the months played on the map. */
export const time = {
  byYear: 'By year',
  byMonth: 'By month',
  season: 'Season',
  clock: 'Hours and days of the week',
  noData: 'no data',
  monthsLabel: 'Incidents by month; the most in one month: {most}. The numbers are in the table below.',
  slider: 'Month on the map',
  wholePeriod: 'the whole period',
  onMap: 'on the map',
  showWhole: 'Whole period',
  play: 'Play the months',
  pause: 'Pause',
  previous: 'Month before',
  next: 'Next month',
  whyCounts:
    'The map shows how many incidents the month had, and no hot spots: one month has too few incidents to tell a hot spot from chance, and of many months tested some would look hot by luck. The outlines are the problem places of the whole period.',
  gaps: '{n} {count, plural, one {month is} other {months are}} not covered by the data: a grey gap, not a zero.',
  undated: '{n} {count, plural, one {incident has} other {incidents have}} no date: in no year and no month.',
  noDates: 'No incident has a date here, so there are no years and months to show.',
  numbers: 'The numbers by month',
  aDay: '{n} a day',
  seasonLabel: 'Incidents a day by month of the year: {list}',
  seasonMonth: '{month}: {mean} a day; by year from {least} to {most} ({years} years)',
  seasonMeans:
    'Incidents a day, mean of up to {years} years; the line goes from the quietest to the busiest of them. Where the lines are longer than the steps between months, there is no clear season.',
  seasonOneYear:
    'Incidents a day. These are months of one year: whether they return every year cannot be said.',
  noHours: 'No incident has a known hour, so there is no clock to show.',
  hourUnknown:
    'Not on the clock: {n} {count, plural, one {incident} other {incidents}} ({share}) of unknown hour. A date alone, midnight and a placeholder of the register count as unknown.',
  weekdayUnknown:
    '{n} {count, plural, one {incident has} other {incidents have}} an hour but no day of the week: in the bars above, not in the squares.',
  ofPlace: 'Counted in place {rank}: {name}',
  allPlaces: 'All places',
  countsMethod:
    'A count of one month, not a test. The classes are the same in all months: natural breaks (Jenks); most in one cell: {most}.',
} as const satisfies Record<string, string>;
