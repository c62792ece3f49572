/**
 * Sentences that carry a finding. `subject`: incidents, crimes, accidents. `unit`: cells, segments,
 * addresses, squares, other. `denominator`: area (all inside the boundary), mask (an incident is possible),
 * streets (a mask of streets), any (at least one incident), occupied (no boundary known).
 */
export const statements = {
  half: 'Half of the {subject, select, crimes {criminal offences} accidents {road accidents} other {incidents}} lie in {share} of the {unit, select, cells {cells} segments {street segments} addresses {addresses} squares {squares} other {places}} {denominator, select, area {inside the boundary} mask {where an incident is possible} streets {with streets} any {with at least one} other {of the occupied neighbourhood}} ({k} of {n}). If they were spread evenly over these places by chance, it would take {expected}.',
  secondDenominator:
    'Counted over {denominator, select, area {everything inside the boundary, empty land included} mask {the places where an incident is possible} streets {the places with streets} any {only the places with at least one incident} other {the occupied neighbourhood}}: {share} (by chance {expected}).',
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
  noHotPlaces:
    'No cell with incidents passes the test at q ≤ 0.05 after correction for multiple comparisons, so there is no problem place. This does not prove that the incidents are spread evenly.',
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
  'dropped.bad-weight': 'weight is not a number, or is below zero',
  'rows.withoutDate': 'date not known: {n}',
  'rows.policeDetected': 'kept as a layer of their own, detected by police: {n}',
  'rows.placeless': 'kept apart, offences without a scene (fraud and others): {n}',
  'mended.exchanged-axes': 'longitude and latitude were exchanged; put right',
  'mended.wrong-sign': 'the sign of a coordinate was wrong; put right',
  'rows.repeated': 'rows that repeat an earlier row in every cell: {n}',
  'dropped.duplicate': 'repeats an earlier row',
  'rows.suspicious': 'axes or signs that look wrong, but not with certainty, left as they are: {n}',
  'rows.withoutHour': 'hour not known (a date alone, midnight, a placeholder or a clock that cannot be): {n}',
} as const satisfies Record<string, string>;
