/** What can be wrong with a file of OpenStreetMap. */
export const osmErrors = {
  'osm.not-osm':
    'The file {file} is not a file of OpenStreetMap. Expected .osm.pbf, .osm (XML) or the JSON of Overpass.',
  'osm.boundary':
    'The file {file} of OpenStreetMap holds many boundaries, one inside the other, so it cannot be the boundary itself. List them with “oryn osm {file} --list” and write one out with --area and --out.',
  'osm.too-large':
    'The file {file} of OpenStreetMap holds more than fits the memory of an ordinary laptop. Take the extract of one country or cut out the region first.',
  'osm.feature':
    'The file {file} needs the feature “{given}” of the OSM PBF format, which is not read here; files with the history of changes are among these. Give an ordinary extract.',
  'osm.packing':
    'The file {file} is packed with {given}; OSM PBF is read plain or packed with zlib. Write it again, for example with “osmium cat {file} -o streets.osm.pbf -f pbf,pbf_compression=zlib”.',
  'osm.incomplete':
    'The file {file} is only a part of what was asked for: Overpass stopped with “{given}”. Ask again for a smaller area or with a longer timeout.',
  'osm.no-points':
    'The file {file} names {count, plural, one {{n} street} other {{n} streets}} but not the points of any. In Overpass end the request with “out geom;”; of an extract take the form with complete ways.',
  'osm.area-unknown':
    'In {file} there is no boundary “{given}”. See what there is with “oryn osm {file} --list” and give the number of the relation.',
  'osm.area-ambiguous':
    'In {file} more than one boundary is called “{given}”: {found}. Give the number of one.',
  'osm.area-cut':
    'The boundary {relation} ({name}) in {file} is not whole: {missing} of its {ways} ways are missing or lack points. The extract was cut there; take the extract of the whole country.',
  'osm.area-open':
    'The boundary {relation} ({name}) in {file} does not close: a line ends at longitude {lon}, latitude {lat} and none goes on. It is damaged in OpenStreetMap; take an older or newer extract, or draw the boundary yourself.',
  'osm.area-empty':
    'The relation {relation} ({name}) in {file} has no ways that enclose anything. Give another one of “oryn osm {file} --list”.',
  'osm.no-streets':
    'No street can be taken from {file}: of {ways} ways with the tag “highway” {outside} lie outside the boundary and the others are no streets. Check that the file and the boundary are of the same city.',
} as const satisfies Record<string, string>;
