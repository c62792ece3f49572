/** Words of charts: months, week, ranks, functions of distance. */
export const charts = {
  monthsTitle: 'Incidents a day by month',
  monthsSeason: 'Most incidents a day: {most} ({mostRate}); fewest: {least} ({leastRate})',
  monthsEven: 'No season is shown: months differ no more than the same month does between years',
  perDay: 'incidents a day',
  meanOfYears: 'mean of {years}',
  evenYear: 'if there were no season (95%)',
  monthsWhole:
    'Mean and band: whole years only ({years}). The band is for each month by itself, {law, select, poisson {exact Poisson limits} other {limits of a negative binomial whose variance is {dispersion} times its mean}}.',
  monthsTest:
    'Test: F({months}, {swings}) = {f}, {p}, upper tail, one test without correction. Null: every year keeps its own number and spreads it evenly over its days; how the same months differ between years is the measure.',
  monthsNoTest: 'Fewer than three whole years: described, not tested.',
  monthsGaps: 'Not drawn: {list}.',
  undated: '{n} without a month',
  uncovered: '{n} in months that the data do not cover whole (a gap in a line, not zero)',
  weekTitle: '{share} of incidents fall between {from}:00 and {to}:00; hours all alike would give {even}',
  weekScale: 'incidents in an hour of the week',
  weekEven: '{n} if all hours were alike',
  weekCounted:
    'Drawn: {n} incidents of {all}. Hour or day not known, so not drawn: {unknown} ({share}). Described, not tested.',
  weekMidnight:
    '00:00 stands for a time that is not known and is not drawn, so the hour from 0 to 1 may be too low.',
  rankMore: 'Ranks change more than by chance alone: by {observed} a year against {chance}',
  rankNoMore: 'Ranks change no more than by chance alone: by {observed} a year against {chance}',
  rankListProblemPlaces:
    'Ranks among {n} problem places by the incidents of each year; the number in a box is the count, the one after a name is that of the map.',
  rankListCells:
    'Ranks among the {n} cells with most incidents in all years together, by the incidents of each year; the number in a box is the count.',
  rankBlocks:
    'Grey block: no count in it differs from its first one by more than chance (exact two-sided binomial test of two counts, p > {level}, no correction), so the order inside says nothing. Linked boxes: equal counts, which share the mean of their ranks.',
  rankChance:
    'Chance: the incidents of every place fall to the years as those of all of them do; 95 of 100 draws lie between {low} and {high}. {p}, upper tail, one test, {draws} draws, seed {seed}.',
  rankOverlap:
    'All cells of the study, {from} beside {to}: rank-biased overlap {rbo} (persistence {persistence}), {chance} if counts were dealt to the cells at random.',
  rankMeaning:
    'A rank orders registered incidents; it does not measure danger, and the gap between two ranks may be one incident.',
  rankBelow: 'lower ranks',
  kCloser: 'Incidents lie closer together than points thrown evenly over the area',
  kFurther: 'Incidents lie further apart than points thrown evenly over the area',
  kNoMore: 'No departure from points thrown evenly over the area is shown',
  kPanel: 'K(r), km²',
  lPanel: 'L(r) − r, m',
  distanceAxis: 'distance r, m',
  kObserved: 'incidents',
  kRandom: 'complete randomness',
  kPointwise: 'pointwise envelope, {percent}',
  kGlobal: 'global envelope, {percent}',
  kTest:
    'All distances up to {distance} m together: {p}, two-sided, largest studentised deviation, one test; {draws} simulated patterns, seed {seed}. The pointwise envelope is no test.',
  kNull:
    'Chance: as many points, evenly over the area inside the boundary ({area} km²), edge correction isotropic. A city is not such an area: houses and streets are clustered too, so a departure by itself is no finding.',
  kUsed:
    'Drawn from {n} of {all} incidents, chosen at random (seed {seed}): K does not depend on how many are taken.',
  kStacked: '{n} of them share their coordinates with another, so the curve does not begin at 0.',
  weekShift: 'busiest eight hours, {span}',
  weekAlike: 'all hours and days alike',
  kOutside: '{n} more fall outside the boundary by rounding.',
  rankYearsDrawn: 'Drawn: {years}; the test is over all whole years, {all}.',
  rankBelowList: 'Lower in {year}: {list}.',
  weekRounded:
    '{share} of the times are full hours (even minutes would give {even}): many are rounded, so an hour may hold some of its neighbours.',
} as const satisfies Record<string, string>;
