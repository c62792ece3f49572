/** The two-minute tour over the page. */
export const tour = {
  name: 'Two-minute tour',
  step: '{n} of {total}',
  next: 'Next',
  back: 'Back',
  end: 'End the tour',
  done: 'Done',
  question: 'Ask your question',
  'question.text':
    'Choose the city, the period, the offences{districts, select, yes {, the district} other {}} and the shift. Map and numbers follow. Ctrl+Z, or the arrows in this bar, undo any choice.',
  map: 'See where',
  'map.text':
    'Orange and red: more incidents than chance would give; blue: fewer. Outlined and numbered: a problem place, a group of hot cells that passed a test of its own. The legend explains the rest.',
  list: 'Compare with chance',
  'list.text':
    'At the top: the share of cells that holds half of the incidents, and what chance would give. Below: the problem places in order, each with incidents, area and the line of its years.',
  planner: 'Say what you can work',
  'planner.text':
    'How many places can your people work? Set the number: at once you see which share of incidents lies there, and on how much ground.',
  sheet: 'Look into a place',
  'sheet.text':
    'Click a place on the map or in the list. Its sheet says what happens there, at which hours, how sure that is, and what may be wrong with the data.',
  shortlist: 'Print the briefing',
  'shortlist.text':
    'Put places on the shortlist with +, or take the first ones at once. The briefing prints a sheet per district: map, hours, your notes, and room for the officer’s result.',
  local: 'Data stay here',
  'local.text':
    'What you open never leaves this computer: the browser itself counts, and sending is forbidden to the page. The lock in the legend of the map shows the proof.',
  open: 'Open your own data',
  'open.text':
    'Drop a file of incidents on the page: Excel, CSV and others. It shows what it understood, lets you mend it, and counts.',
  after: 'From file to map',
  'after.text':
    'A table with places and dates is enough; a boundary and streets make it better. When all is counted the map opens; “?” in its bar explains it in the same way.',
} as const satisfies Record<string, string>;
