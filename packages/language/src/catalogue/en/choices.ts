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
} as const satisfies Record<string, string>;
