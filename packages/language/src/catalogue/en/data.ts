/** The page of data: what was read, what was chosen and why, and how to repeat it. */
export const data = {
  account: 'Where the rows went',
  quality: 'Quality of the incidents',
  qualityOf: 'Of the rows that this study counts; the rows left out are in the account above.',
  choices: 'Chosen by itself, and why',
  parameters: 'Parameters of the study',
  methods: 'What the methods do',
  methodPage: 'In full: {page}',
  'method.hot':
    'Every place is compared, with its neighbours, with an even spread of the same incidents over the places that are tested. The p-values are corrected for so many tests at once.',
  'method.problem':
    'Hot places that touch are one problem place, small enough to be worked. Each is tested anew by itself and ranked by what can be expected a year.',
  'method.concentration':
    'The smallest share of places that holds half of the incidents, beside what chance alone would give with so few incidents.',
  'method.density': 'Incidents per km², smoothed over a circle of the bandwidth in real metres.',
  'method.places':
    'Cells of one size cover the city, empty ones too. Where streets are given, only cells with a street can be hot, and shares are of these.',
  'method.quality':
    'Rows that repeat, addresses used for want of a better one, missing hours and months are counted; nothing is dropped unseen.',
  repeat: 'Repeat this on the command line',
  repeatLead: 'Put this file beside the files of the study; the same version gives the same numbers.',
  copy: 'Copy',
  copied: 'Copied',
  saveStudy: 'Save study.yaml',
  inputs: 'Files that were read',
  inputsLead: 'The SHA-256 of a file tells whether it is the same one, byte for byte.',
  made: 'Oryn {version} · seed {seed}',
  saveResults: 'Save the results as a file',
  saveResultsHint: 'A zip with tables, maps, figures and the report. Dropped on this page it opens again.',
  packing: 'Packing…',
  ownLeaves:
    'This study is kept only as long as the page is open, and at most {n} studies of own data at once.',
  defaults: 'Left as usual: {n}',
  chosen: 'chosen by rule',
} as const satisfies Record<string, string>;
