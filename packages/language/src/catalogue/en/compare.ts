/** Cities, years and offences side by side. */
export const compare = {
  title: 'Cities compared: {cities}',
  'figure.noData': 'none, or too few',
  'figure.interval': '95% interval',
  'figure.chance': 'by chance alone',
  'figure.partYear': 'part of a year: not compared',
  'figure.break': 'break in the series',
  'figure.ratioScale': 'Scale of shares: equal steps stand for equal ratios.',
  'figure.observed': 'share of places with half of the incidents',
  titleOne: 'One city by year and offence: {cities}',
  'heading.measured': 'What was measured',
  'heading.cities': 'Each city by itself',
  'heading.equal': 'At equal incidents per place',
  'heading.change': 'Change',
  'heading.places': 'Are they the same places?',
  'heading.sensitivity': 'If districts differed in what is reported',
  'heading.rates': 'Rates',
  'heading.context': 'What is published about the country',
  'heading.limits': 'What this does not say',
  'offence.all': 'all incidents',
  denominator:
    '{name, select, mask {cells where an incident is possible} streets {cells with streets} area {all cells inside the boundary} other {cells with an incident}}',
  unit: 'The place is an H3 cell of resolution {resolution}. Shares compared are over these places: {denominator}. Places without an incident are counted.',
  noMask:
    'Where incidents are possible was not given, so no share is a headline: the table has the denominators side by side.',
  cityUnit: '{city}: {places} places of about {area} km², boundary {boundary} km²; {n} incidents in {years}.',
  unitAreas:
    'Cells of one resolution are not of one size: in {large} they are {percent} larger than in {small}.{isFar, select, yes { This is more than 25%, so the two cities are not tested against each other.} other {}}',
  partYear: '{city}: the data cover {months} of 12 months of {year}; this year is shown and not compared.',
  missingYears: '{city}: no data for {years}.',
  undated: '{city}: {n} incidents without a date are in no year.',
  noDates: '{city}: no incident has a date, so there are no years to compare.',
  offencesUnknown: '{city}: the file does not name the offences; they are taken to be of one kind.',
  notCrime: 'These are road accidents, not crime.',
  common:
    'Every row was thinned at random to {volume} incidents per place, as many as in the thinnest row that is not under {floor} ({city}, {offence}, {when}). At this number chance alone would put half of the incidents in {expected} of the places, in every row.',
  commonNone:
    'No row that can be compared has {floor} incidents per place, so nothing was thinned to equal numbers.',
  commonCity:
    '{city}, {when}: half of the incidents would take {share} of the places (95% of the draws from {low} to {high}).',
  commonThin: '{city}, {when}: too few incidents to be thinned to this number.',
  difference:
    '{a} and {b}, {offence}, {years}: {shareA} and {shareB} of the places at {volume} incidents per place. This is {isFound, select, yes {a larger difference than} other {not shown to be a larger difference than}} dealing the places anew to the two cities would give (p {p}; after correction over {tests} tests q {q}).',
  notTested:
    '{a} and {b}, {offence}: not tested, because {reason, select, unitArea {their cells differ in area by more than 25%} offences {the registers hold different offences} years {they have no whole year in common} other {one of them has fewer than {floor} incidents}}.',
  change: '{city}: {first} incidents in {from}, {last} in {to} ({change}).',
  changeShare:
    'At {volume} incidents per place half of them took {a} of the places in {from} and {b} in {to}: {isFound, select, yes {a larger difference than} other {not shown to be a larger difference than}} swapping the two years of a place at random would give (p {p}; after correction over {tests} tests q {q}).',
  changeTooFew:
    'In one of the two years there are fewer than {floor} incidents, so their shares were not tested.',
  changeOffences:
    '{city}: of {tested} offence groups tested, {found} changed their share of places after correction{list}.',
  breaks: '{city}: the series from {from} to {to} is broken:',
  missingBetween: '{city}: years in between without comparable data: {years}.',
  noChange: '{city}: fewer than two whole years, so no change was measured.',
  samePlaces:
    '{city}: half of the incidents lay in {a} {count, plural, one {place} other {places}} in {from} and in {b} in {to}, equally busy ones included; {both} are the same. Of the places in either set that is {jaccard}; chance would give {chance}.',
  robustS: 'S-index over places with an incident in either year (1: every one alike): {s}.',
  persistence:
    '{city}: {observed} places belonged to the set in each of {years} years; independent years would give {expected}.',
  sensitivity:
    '{city}: if {kind, select, districts {each of {districts} districts{outside, select, yes { and the ground outside them} other {}}} other {each of {districts} parts of the city (H3 cells of resolution {resolution}; no districts are known)}} registered from {low} to {high} of what happened, independently of the others, {stable} of the {set} places that hold half (equally busy ones included) would stay among them in at least 95% of the draws. Half would take {shareLow} to {shareHigh} of the places (as registered: {observed}).',
  sensitivityNote: 'The rates of reporting are assumed, not measured.',
  perKm2:
    '{city}, {years}: incidents a year per km² inside the boundary: {rate}{hasMask, select, yes {; per km² of places where one is possible: {maskRate}} other {}}.',
  per100000: '{city}, {year}: {rate} incidents per 100,000 people ({population} people, {date}).',
  noPopulation: '{city}: no number of residents is known for {years}; it is not taken from another year.',
  noContext: '{city}: nothing published about its country is known here.',
  'limit.registered':
    'Counted is what was registered, which is less than what happened and differs between cities by what is reported and recorded.',
  'limit.rank':
    'How far a share lies below chance grows with the number of incidents, so it tests one city and ranks none.',
  'limit.cause': 'A change across a break may be the break. Nothing here tells why a difference is there.',
  'break.pandemic': 'Restrictions of the pandemic changed where people were and what was reported.',
  'figure.titleOwn': 'Where half of the incidents are',
  'figure.titleEqual': 'Where half of the incidents are, at equal incidents per place',
  'figure.noteOwn':
    'Numbers of incidents differ between panels, and so does chance: read a point against its own bar, not one panel against another. Years with fewer than {floor} incidents are not drawn.',
  'figure.noteEqual':
    'Every point is thinned to {volume} incidents per place, so panels may be read against one another; chance is {expected} in all. Bars: 95% of the draws. Years with fewer are left out, and so are years that the data cover only in part: they are not compared.',
  'figure.range': '95% of the draws',
  'figure.cells': '{n} cells of {area} km²',
  'figure.denominator': 'Places: {denominator}.',
  'figure.moreOffences': 'The most frequent groups are drawn ({n}); the others are in the table.',
  commonAll:
    '{city}, {when}: half of all its incidents take {share} of the places; nothing had to be thinned.',
  accidentsInside:
    '{city}: {offences} — by name these are road accidents, which are not crime; leave them out with --category when the bundle is made.',
  breakAt: '{month}: {text}{isCertain, select, yes {} other { The month is to be checked.}}',
  'figure.noteInterval':
    '{some, select, yes {Interval: 95% for the share in the distribution that the places are drawn from, by resampling places in blocks; missing where} other {No interval is drawn:}} too few places hold half of the incidents to give one.',
} as const satisfies Record<string, string>;
