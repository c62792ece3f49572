/**
 * One sentence group per error code: what was given, what was expected, the first bad row where there is
 * one, what to do. `{n}` is `count` as text; `{count, plural, …}` only chooses the form.
 */
export const errors = {
  'file.missing': 'There is no file {path}. Check the name and the folder.',
  'file.empty': 'The file {file} is empty (0 bytes). Export the table again or give another file.',
  'file.header-only':
    'The file {file} has a header but no rows of data. Check the filter used when it was exported.',
  'file.format':
    'The format of {file} was not recognised. Expected CSV or GeoJSON, plain or packed with gzip. Save the table as CSV in UTF-8 and try again.',
  'file.encoding':
    'The letters in {file} could not be read: it is not UTF-8. Save it as CSV in UTF-8 (in Excel: "CSV UTF-8") and try again.',
  'file.not-gzip':
    'The name of {file} ends in .gz, but the content is not packed with gzip. Unpack it or remove .gz from the name.',
  'json.invalid': 'The file {file} is not valid JSON: {reason}. Export it again or correct this place.',
  'columns.no-coordinates':
    'No coordinate columns were found in {file}. Its columns are: {columns}. Name them, for example --columns lon=LONGITUDE,lat=LATITUDE.',
  'columns.unknown':
    'There is no column “{name}”. The columns of the file are: {columns}. Check the spelling in --columns.',
  'columns.mapping':
    'The column mapping “{given}” was not understood. Expected pairs such as lon=X,lat=Y,time=DATE,category=ARTICLE.',
  'coordinates.swapped':
    'In {file} longitude and latitude seem to be swapped in {n} {count, plural, one {row} other {rows}}; the first is row {row} (longitude {lon}, latitude {lat}). Swap the columns in --columns.',
  'coordinates.none-valid':
    'None of the {rows} rows of {file} has a valid coordinate; the first bad row is {row}. Expected longitude from -180 to 180 and latitude from -90 to 90, or a projected system named with --crs.',
  'coordinates.degrees-expected':
    'Degrees were expected in {file}, but row {row} holds {x}, {y}, which look like metres. Name their coordinate system with --crs, for example --crs EPSG:32642.',
  'coordinates.all-outside':
    'No incident lies inside the area {area} ({n} read); the first is in row {row} (longitude {lon}, latitude {lat}). Check that the boundary belongs to this city and that the coordinate system is right.',
  'boundary.not-polygon':
    'The boundary {file} holds {found}; a polygon or multipolygon was expected. Export the area as polygons.',
  'boundary.empty': 'The boundary {file} holds no polygons. Check the export or give another file.',
  'boundary.invalid': 'The boundary {file} cannot be used: {reason}. Repair its geometry and give it again.',
  'possible.empty':
    'The file {file} given as --possible holds no geometry, so no place would be left to test. Give streets, buildings or a population table.',
  'possible.outside':
    'Nothing in {file}, given as --possible, lies inside the boundary. Check that both files are of the same city and in the same coordinate system.',
  'city.unknown':
    'The city “{given}” is not in the catalogue. Close to it: {suggestions}. Give one of these names, an official code or a boundary file.',
  'crs.planar-h3':
    'With --crs planar the position on the globe is unknown, so H3 cells cannot be made. Name the real coordinate system, for example --crs EPSG:32642; oryn density works on a plane too.',
  'crs.unknown':
    'The coordinate system “{given}” is not known. Expected an EPSG code such as EPSG:4326, a proj string or “planar”.',
  'period.invalid': 'The date “{given}” was not understood. Expected a date such as 2019-01-31.',
  'period.empty':
    'There are no incidents from {from} to {to}. The data run from {first} to {last}. Choose a period inside these dates.',
  'period.reversed': 'The period begins on {from} but ends earlier, on {to}. Swap --from and --to.',
  'category.unknown':
    'There is no offence category “{given}” in the data. Known categories: {known}. Check the spelling.',
  'option.invalid': 'The option {option} was given “{given}”; expected {expected}.',
  'study.unknown-key':
    'The study file {file} has an unknown key “{key}”. Known keys here: {known}. Correct the key or remove it.',
  'study.invalid': 'In the study file {file} the key “{key}” holds “{given}”; expected {expected}.',
  'study.no-files': 'The study names no file of incidents. Add it under “files”.',
  'out.not-writable': 'Nothing can be written to {path}. Choose another folder or allow writing to this one.',
  'out.exists': '{path} already holds other files and is not overwritten. Give another folder.',
  'out.format': 'The extension of “{given}” names no known format. Expected one of: {expected}.',
  'bundle.not-found':
    'There is no bundle at {path}: no manifest.json was found. Give the folder written by “oryn study”.',
  'bundle.newer':
    'This bundle has format version {version}; this Oryn reads versions up to {supported}. Update Oryn.',
  'resolution.range':
    'The H3 resolution “{given}” cannot be used; expected a whole number from 7 to 12. Start with 9 (cells of about 0.1 km²).',
  'bandwidth.invalid':
    'The bandwidth “{given}” cannot be used; expected metres greater than 0, for example 300.',
  'counts.columns':
    'The table {file} must have the columns “place” and “n”; it has: {columns}. Rename the columns.',
  'counts.invalid':
    'Row {row} of {file} holds the count “{given}”; expected a whole number, 0 or greater. Correct the row.',
  'port.in-use': 'Port {port} is used by another program. Close it or give another port with --port.',
  'viewer.not-built': 'The viewer has not been built yet. Run “npm run build” once and try again.',
  'memory.grid':
    'The grid would have {cells} cells; the limit is {limit}. Give a larger --cell-size or a smaller area.',
  internal:
    'Something went wrong inside Oryn: {message}. This is our mistake, not yours. Please report it with the command you ran.',
  unknown: 'An error without a description occurred: {code} ({details}).',
  'memory.cells':
    'The study would have {cells} cells; the limit is {limit}. Give a smaller --resolution number, which means larger cells, or a smaller area.',
  'viewer.server-gone':
    'The program that serves this map no longer answers. Start it again with “npm start” or “oryn view” and reload the page.',
  'category.too-many':
    'The category column holds {n} different texts, more than can be told apart as categories. Name another column with --columns category=… or group the texts first.',
  'file.quotes':
    'In {file} a quotation mark opened near row {row} is never closed, or text follows a closing one, so the rows cannot be told apart. Correct that row or export the table again.',
  'dates.none-valid':
    'In {file} the dates of {rows} rows were not understood, the first in row {row}. Expected 2019-01-31, 2019-01-31T22:10 or 31.01.2019 22:10. Rewrite the column or name another one with --columns time=….',
} as const satisfies Record<string, string>;
