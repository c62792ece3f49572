/** What Oryn chose by itself: `name.*` and the reason for it, `reason.*`. */
export const choices = {
  'name.plane': 'Metric plane',
  'name.area': 'Study area',
  'name.unit': 'Unit of place',
  'name.bandwidth': 'Smoothing radius',
  'name.cellSize': 'Cell of the density grid',
  'name.inference': 'Inference',
  'name.maxCells': 'Most cells of a problem place',
  'name.mask': 'Where an incident is possible',
  'name.apart': 'Layers kept apart',
  'name.seed': 'Seed',
  'name.period': 'Period',
  'name.columns': 'Columns',
  'reason.planeProjected':
    'The coordinates are already projected, so distances are measured on their own plane.',
  'reason.planeUtm': 'The UTM zone of the area’s centre keeps distances in a city true to about 0.1 %.',
  'reason.planePlanar': 'The coordinates were declared to be metres on a plane.',
  'reason.areaBoundary': 'All polygons of the boundary file together are the area.',
  'reason.areaOccupied':
    'No boundary was given: the cells with incidents and one ring around them are used, and shares of the city cannot be stated.',
  'reason.unitCells':
    'Cells of about 0.1 km² are small enough to be worked and large enough for the accuracy of most coordinates.',
  'reason.unitCoarse': 'The coordinates or the number of incidents do not support smaller cells.',
  'reason.bandwidth': 'The default; a wider radius hides single places, a narrower one shows noise.',
  'reason.bandwidthScaled': 'Found from the number of incidents and the spread of their coordinates.',
  'reason.cellSize': 'One sixth of the smoothing radius, so that the grid does not shape the surface.',
  'reason.inferenceExact':
    'With few incidents per place the analytic score calls chance significant; the exact tail does not.',
  'reason.maxCells':
    'A problem place stays small enough to be worked: about half a square kilometre at resolutions 9 and 10, one cell at coarser ones.',
  'reason.maskGiven': 'Only places that meet the file given as --possible are tested and ranked.',
  'reason.maskNone':
    'No such file was given: all places are tested, for a mask is never inferred from the incidents.',
  'reason.apartDetected':
    'Offences that police find themselves show where police looked; added to problem places they would produce the places patrols are sent to.',
  'reason.apartRestricted':
    'Sexual, domestic, child and suicide-related offences are shown by district only.',
  'reason.seedDefault': 'The default seed, so that a repeated run gives the same numbers.',
  'reason.periodData': 'No period was given: the whole of the data is used.',
  'reason.columnsFound': 'Recognised by their names and content.',
} as const satisfies Record<string, string>;
