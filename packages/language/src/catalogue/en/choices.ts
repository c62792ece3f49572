/** What Oryn chose by itself: `name.*` and the reason for it, `reason.*`. */
export const choices = {
  'name.plane': 'Metric plane',
  'name.area': 'Study area',
  'name.maxCells': 'Most cells of a problem place',
  'name.mask': 'Where an incident is possible',
  'name.apart': 'Layers kept apart',
  'name.columns': 'Columns',
  'reason.planeProjected':
    'The coordinates are already metres on a plane, so distances are measured on it as it is.',
  'reason.planeUtm': 'The UTM zone of the area’s centre keeps distances in a city true to about 0.1%.',
  'reason.areaBoundary': 'All polygons of the boundary file together are the area.',
  'reason.areaOccupied':
    'No boundary was given: the cells with incidents and one ring around them are used, and shares of the city cannot be stated.',
  'reason.maxCells':
    'A problem place stays small enough to be worked: about half a square kilometre at resolution 9 and finer, one cell at coarser ones.',
  'reason.maskGiven': 'Only places touched by the file given as --possible are tested and ranked.',
  'reason.maskNone':
    'No such file was given: all places are tested, for a mask is never inferred from the incidents.',
  'reason.apartDetected':
    'Offences that police find themselves show where police looked; added to problem places they would produce the places patrols are sent to. Offences without a scene have no place to show.',
  'reason.columnsFound': 'Recognised by their names and content.',
  'name.encoding': 'Encoding',
  'name.crs': 'Coordinate system of the file',
  'name.dateOrder': 'Order of day and month',
  'name.placeholders': 'Hours taken as not known',
  'reason.encodingFound': 'Found from the bytes of the file; --encoding overrides it.',
  'reason.crs.given': 'Given by the person who ran it.',
  'reason.crs.degrees': 'The numbers can only be degrees.',
  'reason.crs.name': 'The name of the column or the file says it.',
  'reason.crs.values': 'Only this system gives such numbers in Kazakhstan.',
  'reason.crs.area': 'The only known system that puts the points inside the boundary.',
  'reason.placeholders':
    'Far more rows stand at these minutes than at their like: registers write them when the hour is not known.',
  'reason.dateOrder.given': 'Given by the person who ran it.',
  'reason.dateOrder.values': 'Dates with a part above 12 decide it.',
  'reason.dateOrder.undecided':
    'No date of the file decides it, so the day is taken to come first. Check it, and give --date-order if it is wrong.',
  'name.zone': 'Zone of the clock',
  'reason.zone.asWritten':
    'The times are written as instants (a number, Z or an offset). Their clock is kept as it is written; --zone turns it to local time.',
  'reason.zone.given': 'Instants were turned to the zone given.',
  'name.crossing': 'Boundary crosses itself',
  'reason.boundaryCrosses':
    'A ring of the boundary crosses itself near this point; what lies between the crossings counts as outside. Repair the geometry if that is more than a sliver.',
  'name.zonePair': 'Epoch against the clock in words',
  'reason.zonePair':
    'The epoch column differs from the clock written beside it by so many hours. The written clock is used.',
  'value.dmy': 'day, month, year',
  'value.mdy': 'month, day, year',
  'value.ymd': 'year, month, day',
  'value.asWritten': 'as written',
  'reason.encodingGiven': 'Given by the person who ran it.',
  'reason.weightsTable':
    'The table of weights does not know them. They stay in every count and are left out of weighted results, never taken as zero.',
  'reason.exposureArea': 'Area of each cell.',
  'name.unit': 'Unit of place',
  'name.snap': 'Distance to the street segment',
  'reason.snap': 'Each incident goes to the nearest segment. Half of them were moved less than this.',
  'name.unplaced': 'Incidents in no place',
  'name.inSeveral': 'Incidents in more than one polygon',
  'reason.inSeveral':
    'The polygons overlap. Each of these incidents is counted once, in the polygon of the lowest id.',
  'name.neighbours': 'Neighbours',
  'reason.neighboursRing': 'The cells that touch a cell: the smallest neighbourhood that says anything.',
  'reason.neighboursGiven': 'Given by the person who ran it.',
  'name.islands': 'Places without neighbours',
  'reason.areaFile': 'No boundary was given: all places of the file are the study.',
  'reason.areaAddress': 'Only places that hold an incident are known; shares of the city cannot be stated.',
  'name.clusterMethod': 'Method of clustering',
  'name.minPoints': 'Fewest points of a cluster',
  'name.eps': 'Radius of DBSCAN',
  'name.maxDistance': 'Largest distance',
  'name.halfWidth': 'Half-width of the kernel of the pair correlation',
  'reason.windowArea': 'The boundary is the window: where an incident could have been counted.',
  'name.bandwidth': 'Bandwidth',
  'name.floor': 'Floor of the compared densities',
  'name.withoutWeight': 'Incidents without a weight',
  'reason.weightsBounds':
    'Not a harm index: years of imprisonment at one point of the Criminal Code’s range. The answer changes with the point chosen, so it serves only to see how far a ranking depends on the weights. Incidents whose article was not read are counted here and left out of weighted results.',
  'name.exposure': 'Exposure',
  'name.exposureOutside': 'Exposure outside the places',
  'name.timeWindow': 'Longest window of time',
  'name.windowLimit': 'Largest window of the scan',
  'reason.exposureLength': 'Metres of street inside each cell.',
  'reason.exposureEqual':
    'No exposure was given: every tested place counts alike, and the scan asks only where incidents are more than evenly spread.',
  'reason.exposureOutside':
    'It lies outside the study area or outside the tested places, where no incident is counted either.',
  'reason.timeWindow':
    'No longest window was given: 30 days, 8 weeks or 6 months, and at most half of the period.',
  'reason.windowLimit':
    'No largest window was given: 5 % keeps a cluster small enough to be worked, and the whole map stays the comparison.',
  'reason.unitPolygons': 'The polygons of the file are the places, those without an incident included.',
  'reason.unitSegments':
    'The street segments of the file are the places, those without an incident included.',
  'reason.unitAddress':
    'The places are the distinct coordinates of the incidents. Addresses without an incident are not known, so shares of all addresses cannot be stated.',
  'reason.unplacedSegments':
    'They lie farther from every segment than the limit; they are counted as outside the area.',
  'reason.unplacedPolygons': 'They lie in none of the polygons; they are counted as outside.',
  'reason.neighboursBand': 'Places whose centres are within this distance, in metres.',
  'reason.neighboursNearest':
    'The places with the nearest centres, the same number for each; equal distances go to the lower id.',
  'reason.neighboursTouching': 'Places that share a vertex, an edge or an end.',
  'reason.neighboursTable':
    'Taken from the table of neighbours. “one way” counts pairs whose other direction is missing or has another weight.',
  'reason.islands':
    'They take part in every mean and variance, but are not tested: their p and q are left empty.',
  'reason.maskUnit':
    'Every segment or address counts as possible: the unit itself is the evidence, so the file given as --possible changes nothing.',
  'reason.exposureFeatures':
    'Points count in the cell they lie in; polygons are spread evenly over the cells whose centres they hold, and those that hold none count in the cell of their middle.',
  'name.confidence': 'Probability of the threshold distance',
  'name.simulations': 'Random patterns drawn',
  'name.share': 'Share of incidents in the polygons',
  'reason.clusterMethod':
    'DBSCAN has a radius that can be stated in metres and is the method most used for hot spots of points.',
  'reason.minPoints':
    'Ten is the usual number (CrimeStat’s default); a place with fewer incidents is hardly a problem that lasts. Give --min-points for your own.',
  'reason.confidence':
    'At 0.5 the threshold is the mean distance to the nearest neighbour of as many points thrown at random, as CrimeStat does by default.',
  'reason.simulations':
    'Enough for a p down to 0.01; more take longer. --simulations changes it, 0 leaves the test out.',
  'reason.areaBox':
    'No boundary was given: the area is the box around the incidents, which depends on its outermost points. Give --boundary.',
  'reason.densityShare':
    'The smallest area that holds a quarter of the smoothed incidents; --share or --times changes it.',
  'name.window': 'Window of the point pattern',
  'reason.maxDistanceQuarter':
    'A quarter of the shorter side of the window: farther out, few circles lie whole inside it.',
  'reason.stoyan': 'Stoyan’s rule of thumb, 0.15 divided by the square root of the density.',
  'reason.maxDistanceFar':
    'More than half the shorter side of the window was asked for: the values there rest on the edge correction more than on the incidents.',
  'name.adaptive': 'Adaptive bandwidths (least – median – most)',
  'name.fast': 'Fast density: largest possible error of a cell',
  'reason.bandwidth.scott':
    'Scott’s rule for one normal cloud; a city is many, so it smooths more than it should.',
  'reason.bandwidth.silverman':
    'Silverman’s rule of thumb on each axis; made for one normal cloud, so it smooths a city too much.',
  'reason.bandwidth.nrd':
    'The normal reference radius of MASS, mean of both axes (four standard deviations).',
  'reason.bandwidth.arcgis': 'The search radius that ArcGIS takes by itself, for comparison with its maps.',
  'reason.bandwidth.diggle':
    'Least mean square error of the density under a Cox process (Berman & Diggle); each coordinate counted once.',
  'reason.bandwidth.likelihood':
    'Each incident is foretold best from those on other coordinates (likelihood cross-validation).',
  'reason.bandwidth.nearest':
    'The mean distance of the different coordinates to their k-th nearest other one.',
  'reason.bandwidth.searchEnd':
    'The search ended at its limit: the data do not settle the bandwidth. Give it in metres.',
  'reason.adaptive.abramson':
    'Abramson’s rule: narrower where the incidents are dense, wider where they are sparse.',
  'reason.adaptive.nearest':
    'Each incident reaches to its k-th nearest other coordinate, but not under one cell of the grid.',
  'reason.fast':
    'Convolution on the grid was asked for with --fast; the bound is from theory, a sample of cells was held against the exact sums.',
  'reason.floor':
    'A thousandth of the peak of both together: where both are rarer than that they count as alike.',
  'reason.epsEvenSpread':
    'No --eps was given. If as many incidents were spread evenly at random over the area, only one in a thousand would have the fewest points within this radius. This comparison is weak where parts of the area are empty by nature.',
  'name.resolution': 'Resolution of the cells',
  'name.inference': 'How p is found',
  'reason.inferenceRates':
    'Exact p exists for counts only. Local Moran of rates is tested by seeded permutations instead; --permutations sets their number.',
  'name.optimised': 'Choice of unit and neighbours',
  'reason.optimisedUnitNone':
    'No resolution fits the limits; this one comes nearest to them. Treat the result with care.',
  'reason.optimisedBand.first-peak':
    'The score of global Moran’s I is highest here and lower with one more ring: clustering is strongest at this distance.',
  'reason.optimisedBand.largest':
    'The score of global Moran’s I still rises at three rings, the most that is tried.',
  'reason.optimisedBand.none': 'No band shows clustering, so the smallest neighbourhood is taken.',
  'reason.optimisedSame':
    'Exploratory: a p after choosing on the same incidents is not valid. Choose on other years with --choose-on.',
  'reason.optimisedOther': 'Chosen on the incidents of these years, which take no part in the statistics.',
  'name.notSmoothed': 'Left out of the density for want of a weight',
  'reason.notSmoothed':
    'A missing weight is not zero and not one: these incidents stay in every count, but not in a density of weights.',
  'reason.windowBox':
    'The box around the incidents was asked for. It is not where incidents could happen, so densities and the comparison with randomness are rough.',
  'reason.maxDistanceNetwork':
    'Longer paths say little of places and take long to follow; --max-distance changes it.',
  'reason.optimisedUnit':
    'The finest resolution whose tested places are neither too few nor too many, hold with their ring one incident or more on average, and are not finer than the coordinates of the incidents.',
  'reason.minPointsMany':
    'That is more than there are incidents, so no cluster can be found and all are noise. Give a smaller --min-points.',
  'reason.maxDistanceUsual':
    'Shorter than a quarter of the shorter side of the window: farther out a curve takes minutes and says little of places. --max-distance changes it.',
  'reason.unitSquares':
    'The places are squares of a grid on the metric plane; where the data lie does not move it.',
  'name.noding': 'Cutting of streets into segments',
  'reason.noding.vertices':
    'Lines are cut where they share a vertex, and joined where one simply continues another: a segment reaches from one intersection to the next.',
  'reason.noding.none': 'The column of ids was named, so the lines are taken as the segments they are.',
  'name.linesCut': 'Lines cut into several segments',
  'reason.linesCut': 'Their parts are named by the id of the line, a slash and a number.',
  'name.linesJoined': 'Ends of lines joined without an intersection',
  'reason.linesJoined':
    'Two lines meet there end to end and nobody can turn off; they are one segment, named by both ids with a plus.',
  'name.duplicateLines': 'Lines drawn twice',
  'name.duplicateMeters': 'Length drawn twice',
  'reason.duplicatesOnce': 'They lie wholly on other lines and are counted once.',
  'reason.duplicatesKept':
    'They lie wholly on other lines but were given as segments of their own: the one of the lower id takes every incident that is snapped, the other stays empty.',
  'name.withoutLength': 'Lines without length',
  'reason.withoutLength': 'They are left out: a street has two different ends.',
  'reason.withoutLengthKept': 'They were given as segments and stay places without length.',
  'name.uncut': 'Crossings of lines without a common vertex',
  'reason.uncut':
    'The lines are not cut there: these may be bridges. If they are real intersections, give --noding crossings.',
  'name.snap95': 'Distance to the street segment, 95 %',
  'name.snapFar': 'Incidents moved more than 20 m',
  'reason.snap95':
    'Long moves mean incidents in yards, at district centres or on streets that the file lacks: look at them on the map.',
  'name.atCrossings': 'Incidents at intersections',
  'reason.crossings.lowest-id':
    'At most 10 m from an intersection, all segments there are equally near: the one of the lowest id takes them.',
  'reason.crossings.leave-out':
    'Those at most 10 m from an intersection belong to no one segment: they are left out and counted as outside.',
  'reason.crossings.places':
    'Those at most 10 m from an intersection count on it: intersections are places of their own, beside the segments.',
  'name.placeIds': 'Ids of places in the data',
  'reason.placeIds':
    'Each incident counts in the place whose id its row carries, wherever its coordinates lie.',
  'reason.placeIdsUnused':
    'They count only with segments or polygons of a file; this unit finds the place of each incident by its coordinates.',
  'name.blankIds': 'Incidents without an id of a place',
  'name.unknownIds': 'Incidents with an unknown id of a place',
  'reason.unplacedIds':
    'They are in no place and are not moved to the nearest one; they are counted as outside.',
  'reason.exposureOwnLength': 'The length of each street segment: by chance alone a long one collects more.',
  'reason.exposureOwnArea': 'The area of each place: by chance alone a large one collects more.',
  'name.skippedFeatures': 'Features of the file that are no places',
  'reason.skippedFeatures': 'They are of another kind of geometry, or have too few vertices.',
  'value.given': 'given',
  'value.none': 'none',
  'value.area': 'the whole area',
  'value.occupied-neighbourhood': 'places with incidents and those around them',
  'value.file': 'all places of the file',
  'value.occupied': 'places with incidents',
} as const satisfies Record<string, string>;
