/**
 * Sentences that carry a finding. `subject`: incidents, crimes, accidents. `unit`: cells, segments,
 * addresses, squares, other. `denominator`: area (all inside the boundary), mask (an incident is possible),
 * streets (a mask of streets), any (at least one incident), file (all places of the user's file, no boundary), occupied (no boundary known).
 */
export const statements = {
  secondDenominator:
    'Counted over {denominator, select, area {everything inside the boundary, empty land included} mask {the places where an incident is possible} streets {the places with streets} any {only the places with at least one incident} file {all places of the file} other {the occupied neighbourhood}}: {share} (by chance{denominator, select, any { over these places alone} other {}} {expected}).',
  noHeadline:
    'Where incidents are possible is not known, so there is no single headline share: read the table of denominators.',
  notCrime: 'Road accidents are not crime: this result says nothing about crime.',
  likeChance: 'This concentration does not exceed what chance alone gives for so few incidents per place.',
  occupied:
    'No boundary was given. The places are the occupied neighbourhood: the cells that hold an incident and one ring of cells around them.',
  occupiedWarning:
    'Shares of the city cannot be stated without its boundary. Give a boundary file before quoting a percentage.',
  evenArea: 'spread evenly over all places inside the boundary',
  evenMask: 'spread evenly over the places where an incident is possible',
  evenStreets: 'spread evenly over the places with streets',
  evenOccupied: 'spread evenly over the occupied neighbourhood',
  hotPlace:
    'Hot spot: more incidents {statistic, select, gi {around this place} other {here and around}} than if this city’s incidents were spread evenly over {denominator, select, area {its whole territory} mask {the places where an incident is possible} streets {its streets} other {the occupied neighbourhood}}; q ≤ {q} after correction for multiple comparisons.',
  qMeaning:
    'q is the expected share of false finds among the cells marked, not the confidence in one cell, nor in a problem place made of several.',
  simulated: 'The data are simulated: every point is invented, and nothing here describes a real place.',
  coarseCells:
    'The cells are coarse: at resolution {resolution} a problem place is one cell of {area} km², a neighbourhood rather than a place to stand. Do not read a single street from this map.',
  stacked: '{share} of the incidents stand on one point: check that it is not a default address.',
  registeredOnly:
    'These are registered incidents. What was not reported or not registered is not on the map.',

  'rows.inside': '{n} inside the area',
  'rows.outside': '{n} outside the area',
  'rows.inMask': '{n} where an incident is possible',
  'rows.outsideMask': '{n} inside the area, but where no incident was thought possible',
  'rows.sum': '{read} read = {kept} kept + {dropped} dropped',
  'rows.first': 'first: row {row}',
  'dropped.no-coordinates': 'no coordinates',
  'dropped.not-a-number': 'coordinate is not a number',
  'dropped.out-of-range': 'coordinate outside the possible range',
  'dropped.zero-zero': 'coordinates 0, 0',
  'dropped.no-date': 'no date',
  'dropped.bad-date': 'date not understood',
  'dropped.outside-period': 'outside the period',
  'dropped.other-category': 'another offence category',
  'dropped.restricted': 'offence not shown below district level',
  'dropped.struck-off': 'struck off the register',
  'rows.withoutDate': 'date not known: {n}',
  'rows.policeDetected': 'kept as a layer of their own, detected by police: {n}',
  'rows.placeless': 'kept apart, offences without a scene (fraud and others): {n}',
  'mended.exchanged-axes': 'longitude and latitude were exchanged; put right',
  'mended.wrong-sign': 'the sign of a coordinate was wrong; put right',
  'dropped.duplicate': 'repeats an earlier row',
  'rows.suspicious': 'axes or signs that look wrong, but not with certainty, left as they are: {n}',
  'rows.withoutHour': 'hour not known (a date alone, midnight, a placeholder or a clock that cannot be): {n}',
  'direction.north': 'north',
  'direction.north-east': 'north-east',
  'direction.east': 'east',
  'direction.south-east': 'south-east',
  'direction.south': 'south',
  'direction.south-west': 'south-west',
  'direction.west': 'west',
  'direction.north-west': 'north-west',
  scanNullTimes:
    'What chance means here: every place keeps its incidents and every {unit, select, day {day} month {month} other {week}} its own ({n} in all); only which time belongs to which place is left to chance. So places that are always busy, and times that are busy everywhere, are no clusters.',
  evenFile: 'spread evenly over all places of the file',
  clustersNoTest: 'No test of significance was made: this method finds clusters in random points too.',
  clustersChoice: '{name}: {value}. {reason}',
  shift: '{share} of the incidents whose hour is known happen between {from}:00 and {to}:00.',
  'flag.few': 'Fewer than ten incidents: a handful more or fewer would change the picture.',
  'flag.hours-unknown':
    'The hour of half of the incidents or more is not known: do not plan shifts by the hours shown.',
  'flag.one-year': 'Four fifths of the incidents or more are of one year: this may be a passing wave.',
  apartHere:
    'Kept apart, not counted here: {n} {count, plural, one {offence} other {offences}} that police find themselves or that have no scene.',
  addresses: '{n} incidents on {m} coordinates; {share} of them on the most used one.',
  scanNull:
    'What chance means here: the same {n} incidents fall on the {places} places {by, select, people {in proportion to “{column}” in each} length {in proportion to the metres of street in each} area {in proportion to the area of each} other {evenly, each alike}}; p is how often, under such chance, the most striking of all windows stands out at least as much, so the number of windows is already allowed for.',
  scanWithoutExposure:
    'Places without exposure: {places}, with {n} incidents. No number can be expected there, so they are left out.',
  scanTooLarge:
    'Places larger than the largest window by themselves: {places}, with {n} incidents. They are in no window; raise --max-share to test them.',
  scanWithoutDay: 'Incidents without a known {unit, select, month {month} other {day}}, left out: {n}.',
  scanNone: 'No window reaches p ≤ {p}.',
  clustersTest:
    'First-order clusters: {n}; as many points thrown at random over the area make {expected} on average. p = {p} is how often random points make at least so many ({draws} draws, no correction). The p is of their number, not of any one cluster.',
  patternRandomness:
    'Complete spatial randomness is nearly always rejected for incidents in a city, because houses and streets are not spread evenly; for planning this says nothing. Compare with other incidents instead (--against).',
  patternPointwise:
    'The columns lower and upper are pointwise (level {level} at each single distance): leaving them somewhere is no test.',
  patternNearest:
    'Mean distance to the nearest neighbour {mean} m, expected under complete spatial randomness in this window {expected} m, index {index}; p = {p} (two-sided, {n} simulated patterns, seed {seed}). Stacked coordinates pull the index down.',
  networkMass:
    'Density × length over all parts is {sum}; exactly {mass} of {total} (ran out at dead ends: {lost}).',
  networkSimple:
    'The simple kernel multiplies mass at junctions: density × length is {sum}, not {total}. Use discontinuous or continuous where numbers are to add up.',
  clustersOneAddress:
    '{count, plural, one {{n} cluster is} other {{n} clusters are}} an address or two (fewer than three coordinates ten metres apart), not an area. See one_address in the table.',
  clustersFound:
    '{count, plural, one {{n} cluster} other {{n} clusters}}; {noise} of {total} incidents lie in none.',
  networkPlaced:
    'On the streets: {placed} of {n} incidents; left out as farther than {limit} m from every street: {far}.',
  networkStreets:
    'Streets: {kept} of {lines} lines kept ({left} left out), {km} km in {edges} pieces between junctions; separate parts of the network: {parts}.',
  perYear: 'About {n} a year are to be expected here if its level stays ({low} to {high}).',
  heldOutNot: 'On {span, select, one {{from}} other {{from}–{to}}} alone it would not have been on the list.',
  heldOutAll:
    'Looking back: the {count, plural, one {place} other {{places} places}} chosen on {span, select, one {{from}} other {{from}–{to}}} alone had {n} incidents in {year} where {m} were expected.',
  'trend.no-evidence': 'No evidence that it grows or falls against the rest of the city.',
  'trend.rising': 'Growing against the rest of the city: by {percent} a year ({q}).',
  'trend.falling': 'Falling against the rest of the city: by {percent} a year ({q}).',
  'route.own-count': 'its own count is too large for this city',
  'route.neighbourhood': 'the place and its neighbours together hold too many',
  'route.both': 'both its own count and that of its neighbourhood are too large',
  qOfPlace: '{q} for the whole place, corrected for all places looked at; it is listed because {route}.',
  ranksByYear: 'Rank among the listed places by year: {list}.',
  half: 'Half of the {subject, select, crimes {criminal offences} accidents {road accidents} other {incidents}} lie in {share} of the {unit, select, cells {cells} segments {street segments} addresses {addresses} squares {squares} other {places}} {denominator, select, area {inside the boundary} mask {where an incident is possible} streets {with streets} any {with at least one} file {in the file} other {of the occupied neighbourhood}} ({k} of {n}). If they were spread evenly over these places by chance, it would take {expected}.',
  problemPlaceMeans:
    'A problem place is a group of neighbouring cells that passed a test of its own: of the places listed at most one in twenty is expected to be false. Ranked by the incidents to be expected a year{rankBy, select, density { on a km²} other {}}; a count that was chosen for being large overstates, so the expectation is drawn towards the level of the city.',
  heldOut:
    'Chosen on {span, select, one {{from}} other {{from}–{to}}} alone it was on the list too: in {year} the group chosen then had {n} where {m} were expected (95 times in 100 between {low} and {high}){same, select, yes {} other {; the place as listed here had {own}}}.',
  notConfirmed:
    '{n} more {count, plural, one {group of cells was} other {groups of cells were}} conspicuous but did not pass a test of {count, plural, one {its} other {their}} own; {count, plural, one {it is} other {they are}} not listed.',
  patternTest:
    'All distances up to {distance} m together: p = {p}. What chance means here: {null, select, labels {the places stay, and which of them belong to the first pattern is drawn anew (random labelling)} other {as many points are spread evenly at random over the window (complete spatial randomness)}}. Test: largest studentised deviation, two-sided, {n} simulated patterns, seed {seed}.',
  patternQuadrats:
    'Chi-squared {value} with {degrees} degrees of freedom, p: {p} (two-sided). What chance means here: the points are spread evenly at random over the window; least expected count {least}.',
  optimisedChosen: 'Chosen by rule: H3 resolution {resolution}, rings of neighbours: {rings}.',
  optimisedExploratory:
    'Exploratory: unit and neighbours were chosen on the same incidents that are tested, and a p after choosing on the same incidents is not valid. To test, choose on other years with --choose-on.',
  optimisedOther:
    'Unit and neighbours were chosen on the incidents of {years} ({n}); these take no part in the statistics, which are of the other years only.',
  'dropped.chosen-on': 'of the years on which unit and neighbours were chosen',
  noHotPlaces:
    'No group of cells passes a test of its own at q ≤ 0.05 after correction for multiple comparisons, so there is no problem place. This does not prove that the incidents are spread evenly.',
  patternNetwork:
    'p = {p} for all distances up to {distance} m along the streets together (largest studentised deviation of K, two-sided, {n} simulated patterns, seed {seed}). Null: as many incidents spread evenly over the length of the streets. Lower and upper are the least and the greatest simulated K at each single distance: leaving them somewhere is no test.',
  patternNetworkWeak:
    'An even spread over the streets is nearly always rejected, because busy streets are busy and addresses stack; for planning this says little. Compare kinds of incidents, or years.',
  awayFrom: '{meters} m {direction} of {name}',
  evenExposure: 'spread in proportion to “{column}”',
  evenLength: 'spread in proportion to the length of streets',
  evenKm2: 'spread in proportion to area',
  'rows.repeated': 'rows that repeat an earlier row in every cell (they are kept): {n}',
  'dropped.bad-weight': 'weight is not a number, is below zero or above 1,000,000,000,000',
  contour:
    'Smallest area with {level} of the density: {area} km² with {n} {count, plural, one {incident} other {incidents}}, {share} of the incidents.',
  networkSimpleLess:
    'Density × length is {sum}, not {total}: the simple kernel loses mass beyond dead ends and is taken at the middle of each part. Give a shorter --lixel, or use discontinuous or continuous where numbers are to add up.',
  'dropped.dwelling': 'flat or house, shown at resolution 9 or coarser only',
  code: 'Code {code}',
  codesOf: 'The codes are those of the column “{column}”; the file does not say what they mean.',
} as const satisfies Record<string, string>;
