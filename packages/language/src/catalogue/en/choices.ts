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
} as const satisfies Record<string, string>;
