/** The law of crime concentration in sentences: verdicts, the world, scale, years. */
export const concentration = {
  title: 'Concentration',
  'scale.title': 'Concentration at several scales',
  'scale.share': 'Share of places with half of the incidents',
  'scale.gini': 'Gini coefficient',
  'scale.nested': 'Gini inside larger cells, mean',
  'scale.area': '{unit, select, squares {Area of a square, km²} other {Area of a cell, km²}}',
  'scale.places': '{unit, select, squares {Squares} other {Cells}}',
  'scale.perPlace': '{unit, select, squares {Incidents per square} other {Incidents per cell}}',
  'scale.denominator': 'Places: {denominator}.',
  'scale.positions':
    'Each dot is one of {n} positions of the grid, shifted by half a cell; lines and figures are their means.',
  'scale.reading':
    'The level changes with the size of the cell by itself; only the distance to chance speaks of concentration, and it too grows with the number of incidents per cell.',
  'world.unit':
    '{unit, select, segments {street segments} crossings {street segments and intersections} h3 {hexagonal cells} squares {squares} polygons {polygons} address {addresses} placeType {types of place} other {places of a table}}',
  'world.unitLength': '{unit} (median length {meters} m)',
  'world.unitArea': '{unit} (median area {area} km²)',
  'world.denominator':
    '{denominator, select, area {all inside the boundary, empty land included} streets {those with streets} mask {those where an incident is possible} any {only those with at least one incident} file {all of the file} table {all of the table} segments {all inside the boundary} other {the occupied neighbourhood, no boundary known}}',
  'world.offencesAll': 'all offences with a known place',
  'verdict.simulated': 'Simulated data: every incident is invented, and nothing here describes a real place.',
  'verdict.none': '{where}: no incidents, so nothing can be said of their concentration.',
  'verdict.measured':
    '{where}: {n} registered {subject, select, accidents {road {count, plural, one {accident} other {accidents}}} other {{count, plural, one {incident} other {incidents}} ({offences})}} on {places}: {unit}, {denominator}. That is {perPlace} per place.',
  'verdict.half':
    '{count, plural, one {It lies} other {Half of them lie}} in {share} of these places ({k}). If the same {count, plural, one {one was} other {{n} were}} spread evenly over {null, select, streets {this city’s places with streets, every place alike} segments {this city’s streets, every segment alike} area {the whole territory, empty land included, every place alike} mask {the places where an incident is possible, every place alike} any {the same places that had one} file {all places of the file} table {all places of the table} other {the occupied neighbourhood}}, chance alone would put half of them in {expected} (95% of {draws} random throws: {low} to {high}).',
  'verdict.excess': 'Excess over chance: {excess} percentage points (p = {p}, one-sided).',
  'verdict.excessInterval':
    'Excess over chance: {excess} percentage points, 95% interval {low} to {high} ({estimand, select, latent {of the share of places by underlying risk} other {of the share itself, these places taken as a sample of such places}}; p = {p}, one-sided). It tests this city and does not rank cities: it also grows with the number of incidents.',
  'world.rangeReview':
    'Published for this kind of unit: half of crime in {low} to {high} of places (interquartile range of {n} estimates; {source}).',
  'world.rangeValues':
    'Published for this kind of unit and these offences: half of crime in {low} to {high} of places (from the least to the greatest of {n} values, cities: {cities}; {source}). So few values are examples, not a norm.',
  'world.quarter': 'A quarter of the incidents: {share} of places here, {low} to {high} published.',
  'world.periodJudged':
    'The source does not say how many years each estimate takes together; one is assumed.',
  'world.saysLittle':
    'At {perPlace} incidents per place chance alone gives {expected}, which is inside this range too: being in it says little.',
  'world.whyNot':
    '{reason, select, unit {another kind of unit} area {another or unstated size of unit} denominator {another or unstated rule of which places are counted} period {another or unstated number of years} other {other offences}}',
  'world.noComparable':
    'No comparable published value. Verified published values: {n}; why they cannot be compared: {list}.',
  'world.few':
    'No comparable published range: only {n} {count, plural, one {value} other {values}} of this unit, rule, period and offences; at least three make a range.',
  'world.refused':
    '{reason, select, simulated {Simulated data are not compared with published studies.} accidents {Road accidents are not crime, so they are not compared with published studies of crime.} other {Without incidents there is nothing to compare.}}',
  'verdict.conclusion':
    'Conclusion: {chance, select, more {more concentrated than chance alone makes of an even spread over these places} gini {by the share for half not shown to be more concentrated than chance alone makes of an even spread over these places, but shown to be so by the Gini coefficient} other {not shown to be more concentrated than chance alone makes of an even spread over these places}}; {world, select, inside {consistent with the published range} above {less concentrated than the published range} below {more concentrated than the published range} insideLittle {inside the published range, which says little at this number of incidents per place} aboveLittle {less concentrated than the published range, which says little at this number of incidents per place} belowLittle {more concentrated than the published range, which says little at this number of incidents per place} none {no published range to compare with} other {not set beside published studies}}.',
  'verdict.registered':
    'Only registered incidents are counted: what was not reported or not registered is missing.',
  'verdict.registeredSurvey':
    'Only registered incidents are counted: in a survey of {year} in Kazakhstan {percent} of victims said they had told the police.',
  'world.territory.same':
    'More than half of the non-serious thefts and violent crimes of {years} lay on {astana} of the territory of Astana and {almaty} of Almaty ({source}); half of all crime lies on {segments} of street segments in the median of the published estimates ({review}). These are different measures.',
  'world.territory.unit':
    'The unit: a hexagon of {meters} m is {corner} or {side} km², depending on how its diameter is taken, and holds many streets; a segment is one street between two crossings.',
  'world.territory.denominator':
    'The denominator: a share of territory may count steppe and water, and every empty hexagon makes the share smaller; what was counted is not published. Segments are only where there are streets.',
  'world.territory.scale':
    'The size alone: throw incidents at random, {lambda} per place, and half of them lie in {small} of the places; join the places by four, and the same incidents give {large}.',
  'world.territory.period':
    'The period and the offences: {n} years together of two groups of offences, against all crime, often of a single year.',
  'world.territory.so':
    'So {astana} of territory is neither more nor less concentrated than {segments} of segments: the two cannot be compared. Count the city’s own street segments.',
  'verdict.here': 'This study',
  'world.note.part-of-year': 'a part of the year',
  'world.note.other-year': 'not of the study’s years',
  'world.note.undated': 'not dated exactly',
  'world.note.rounded': 'rounded in the source',
  'world.note.other-definition': 'counts something else',
  'world.note.region': 'of the region, not of the city',
  'world.note.country': 'of the country, not of a city',
  'world.note.lower-bound': 'not less than this',
  'world.note.computed': 'computed from published numbers',
  'world.note.more-than-half': 'more than half, not half',
  'world.vague': '{when, select, about {about {year}} other {end of {year}}}',
  'world.unitOf':
    '{unit, select, offences {offences} crimes {crimes} records {records} people {people} tenge {billion tenge} rate {per 10,000 people} other {%}}',
  'world.context.definition':
    'Published totals count all registered criminal offences, misdemeanours and those without a known place among them; the study counts incidents at places. The two are not the same number and are not divided by each other.',
  'world.context.missing': 'No full-year total of registered offences was found for {list}.',
  'world.context.part':
    'Numbers for parts of a year are no year: they stand as they were published and are not scaled up.',
  'world.context.population':
    'Residents of a city are of the nearest published date where none of the study’s years was found; a rate over them is approximate.',
  'world.context.region': 'The numbers of a region are not those of its centre.',
  'world.context.confidence':
    'Trust and safety are of the whole country, and their questions differ from wave to wave: they are not one series, and they are not of a city.',
  'world.context.published':
    'Results of other studies are over their own offences, places and years; what is not stated there cannot be compared.',
  'years.shares':
    'Each whole year by itself ({years}): half of the incidents lie in {low} to {high} of these places, where chance would put them in {expectedLow} to {expectedHigh}.',
  'years.published':
    'Published for single years: {low} to {high} ({source}). Whole years inside this range: {inside} of {n}.',
  'years.saysLittle':
    'In {n} of {all} years chance alone would be inside it too, so that being inside says little there.',
  'years.change':
    'At equal numbers ({perPlace} per place), between {from} and {to}: {before} in {from}, {after} in {to}; {verdict, select, more {more concentrated in the later year} less {less concentrated in the later year} other {no evidence that these two years differ}} (p = {p}, two-sided, Holm over {n} {count, plural, one {comparison} other {comparisons}} of years).',
  'years.places':
    'The same share is not the same places: of the places that hold half in {from} or in {to}, {jaccard} do so in both years ({chance} by chance). Places among them in all {years} whole years: {always} ({expected} by chance).',
  'world.strip.axis': 'Share of places with half of the incidents',
  'world.strip.result': 'this result with its 95% interval',
  'world.strip.resultPoint': 'this result',
  'world.strip.chance': 'chance alone, incidents spread evenly: {expected}',
  'world.strip.review': 'review: all estimates, interquartile range, median',
  'world.strip.study': 'comparable published value or range',
  'world.strip.other': 'published, not comparable: the reason is named',
  'world.strip.title': 'Half of the incidents: this result among published values',
  'world.strip.reviewLabel': 'Systematic review, {n} estimates',
  'world.strip.notComparable':
    'Not comparable: {of, select, territory {a share of territory, } other {}}{reason}',
  'world.strip.caption':
    '{found, select, no {No comparable published value. } other {}}Fewer places means more concentration. Published values not comparable and not drawn: {n}.',
  'world.figure.title': '{name}: registered criminal offences by year',
  'world.figure.subtitle': 'As published; the years of the study, {years}, are shaded',
  'world.figure.caption':
    'Numbers of a part of a year are not scaled up.{with, select, waves { Surveys are of the whole country; each question stands alone, a hollow mark has no exact date.} other {}}',
  'world.figure.none': 'not found',
  'world.figure.total': 'full year',
  'world.figure.part': 'a part of the year, named below it',
  'years.equal': 'at equal numbers of incidents',
  'years.year': 'Year',
  'years.incidents': 'Incidents',
  'years.perPlace': 'Incidents per place',
  'years.thinned':
    'At equal numbers: {n} incidents drawn at random from every year (those of the smallest whole year); the bar holds 95% of the draws. Only these are comparable between years.',
  'years.leftOut': 'Not whole, so not shown and not compared: {years}.',
  'years.title': 'Concentration by year',
  'types.notPlaces':
    'A type of place is no place: that few types hold half of the incidents says where to look, and is no test of the law of crime concentration.',
  'types.withoutType': 'Incidents whose type of place is not known, in no count: {n}.',
  'years.evenTable': 'spread evenly over all places of the table',
  'years.evenAny': 'spread evenly over the places that had any',
  'years.equalShare': 'Share at equal numbers',
  'beside.noInterval':
    'No interval is given for the share: {reason, select, blocks {the places lie in too few separate parts of the city} other {too few places hold half, or too few that do not resemble their neighbours, for any interval to keep its 95%}}.',
  'beside.exposure':
    'Spread in proportion to {by, select, length {street length} area {area} people {“{column}”} other {nothing but the places}} instead, chance would put half of them in {expected} of the places ({low} to {high}; p = {p}, one-sided).',
  'beside.withoutExposure':
    'Incidents in places where it is 0: {n}; no chance of this kind brings any there.',
  'beside.model':
    'Behind the counts, a Poisson–gamma law gives the risk itself a Gini of {gini} (95% interval {low} to {high}); {verdict, select, adequate {the law fits the counts} poor {the law does not fit the counts well, so this is a rough summary and not to be compared} other {the counts are too few to judge its fit}}.',
  'beside.nested':
    'Between the {n} {parents, select, districts {districts} h3 {larger cells} squares {larger squares} other {larger places}} lies {between} of the inequality (Theil; by chance {betweenChance}); inside them the Gini is {mean} on average (by chance {expected}), over all places {overall}.',
  'beside.gini':
    'By the Gini coefficient they are more concentrated than chance ({gini}, by chance {expected}; p = {p}, one-sided); the share for half, which moves in steps of a whole place, does not show it.',
  'period.part': 'not whole',
  'years.eachYear':
    'Of the comparisons of one whole year with the next, {found} of {n} differ after the correction{list}.{hides, select, yes { The first and the last year being alike does not mean that nothing changed between them.} other {}}',
  'years.missing': 'No incidents in the data, so the line breaks: {years}.',
  'years.pair': '{from} to {to} ({points} percentage points)',
  places: '{n} {count, plural, one {place} other {places}}',
  'verdict.weakNull':
    'An even spread over empty land is a weak comparison: almost any city is more concentrated than that. With --possible only the places where an incident can happen are counted.',
} as const satisfies Record<string, string>;
