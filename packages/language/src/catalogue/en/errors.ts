import { compareErrors } from './compare-errors.ts';
import { osmErrors } from './osm-errors.ts';

/**
 * One sentence group per error code: what was given, what was expected, the first bad row where there is
 * one, what to do. `{n}` is `count` as text; `{count, plural, …}` only chooses the form.
 */
export const errors = {
  ...compareErrors,
  ...osmErrors,
  'file.missing': 'There is no file {path}. Check the name and the folder.',
  'file.empty': 'The file {file} is empty (0 bytes). Export the table again or give another file.',
  'file.header-only':
    'The file {file} has a header but no rows of data. Check the filter used when it was exported.',
  'file.not-gzip':
    'The name of {file} ends in .gz, but the content is not packed with gzip. Unpack it or remove .gz from the name.',
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
    'The study would have {cells} cells; the limit is {limit}. Take larger cells (a smaller --resolution number, or squares of more metres) or a smaller area.',
  'viewer.server-gone':
    'The program that serves this map no longer answers. Start it again with “npm start” or “oryn view” and reload the page.',
  'file.quotes':
    'In {file} a quotation mark opened near row {row} is never closed, or text follows a closing one, so the rows cannot be told apart. Correct that row or export the table again.',
  'dates.none-valid':
    'In {file} the dates of {rows} rows were not understood, the first in row {row}. Expected 2019-01-31, 2019-01-31T22:10 or 31.01.2019 22:10. Rewrite the column or name another one with --columns time=….',
  'file.too-large':
    'The file {file} is too large to be read whole: this format is read up to {limit} MB. Export it as CSV or Parquet, which are read in parts, or split it.',
  'encoding.unknown':
    'The encoding “{given}” is not known. Expected for example utf-8, utf-16le, windows-1251, kz-1048, ibm866 or koi8-r.',
  'file.gzip-broken':
    'The packed file {file} is damaged or cut off: it could not be unpacked to the end. Copy or download it again.',
  'fetch.address':
    'The address “{given}” is not a layer of an ArcGIS service. Expected an address that ends in FeatureServer or MapServer and the number of a layer, such as https://…/FeatureServer/1, without a name or password.',
  'fetch.layer':
    'The service at {given} did not describe a layer with fields and record numbers. Check the number at the end of the address.',
  'fetch.not-points':
    'The layer holds “{found}”; a layer of points (esriGeometryPoint) is expected. Give the number of another layer.',
  'fetch.date-field':
    'The layer must be read by a date field; given: “{given}”. Its date fields are: {known}. Name one of them with --date-field.',
  'fetch.reference':
    'The service answered with coordinates that are not degrees ({found}), although degrees (EPSG:4326) were asked for. It cannot be read this way: ask its owner for an export.',
  'fetch.token':
    'The service lets in only those who have a token or the right to read it (code {code}). Ask its owner for access, or for an address that is open, and give it with --url.',
  'fetch.status':
    'The service answered with HTTP {status} and no data. Check the address; it may be closed to your network, or moved.',
  'fetch.other-query':
    'The folder {path} holds parts of another query: its {key} was “{before}”, now “{given}” is asked for. Repeat the earlier command to finish it, give another --out, or delete the folder.',
  'option.missing':
    'The option {option} is needed and was not given. Add it; “oryn help” followed by the command lists all options.',
  'category.too-many':
    'The column holds {n} different texts, the last of them “{label}”: more than can be told apart as categories. Name another column with --columns category=… or district=…, or group the texts first.',
  'files.twice':
    'The files {first} and {second} hold the same bytes, so every incident would be counted twice. Give each file once.',
  'prepare.nothing-kept':
    'None of the {n} rows read can be used, so there is nothing to write. Run “oryn inspect” on the file: it tells what is wrong with the rows.',
  'categories.columns':
    'The table of categories {file} has no column “{missing}”; it has: {columns}. Expected “category”, “group” and “layer”. Rename or add the column.',
  'categories.empty-cell':
    'Row {row} of the table of categories {file} has nothing in the column “{name}”. Fill it in or delete the row.',
  'categories.layer':
    'Row {row} of the table of categories {file} gives the layer “{given}”; expected one of: {known}. Correct the cell.',
  'categories.gravity':
    'Row {row} of the table of categories {file} gives the gravity “{given}”; expected a number from 0 (misdemeanour) to 4 (especially grave), or nothing. Correct the cell.',
  'categories.repeated':
    'Row {row} of the table of categories {file} names the category “{given}” again; it stands first in row {first}. Keep one of the two rows.',
  'categories.iccs':
    'Row {row} of the table of categories {file} gives the ICCS section “{given}”; expected 2 to 6 digits, such as 0502, or nothing. If a spreadsheet ate the leading zero, format the column as text.',
  'file.damaged':
    'The file {file} cannot be read as {format}: it is damaged, cut off or not of this format. Copy or export it again.',
  'file.unpacks-too-large':
    'The packed file {file} unpacks to far more than a table can hold; it looks like a file made to fill the memory. Export the table as CSV or give another file.',
  'file.too-many-entries':
    'The packed file {file} holds more than {limit} files; a workbook or a shapefile has far fewer. Pack only the table and give it again.',
  'file.encrypted':
    'The file {file} is protected by a password. Save a copy without the password and give that one.',
  'file.old-excel':
    'The file {file} is an old Excel workbook (.xls) or is protected by a password. Open it in Excel, remove the password and save it as .xlsx or CSV.',
  'file.too-many-columns':
    'The table {file} has {columns} columns or more; at most {limit} are read. Check the delimiter, or export only the columns that are needed.',
  'file.no-features': 'The file {file} holds no records. Check the filter used when it was exported.',
  'file.row-group':
    'The file {file} keeps more rows or bytes in one row group than can be held at once ({limit} MB). Write it again with row groups of about 100,000 rows.',
  'file.service-error':
    'The file {file} holds no data but an error of the service that it was asked from (code {code}): “{given}”. Ask the service again.',
  'json.invalid':
    'The file {file} is not valid JSON: it cannot be read from line {row}, character {column} on. It may be cut off. Export it again or correct this place.',
  'json.not-object':
    'Record {row} of {file} is not an object in braces, so it has no columns. Export one object per record.',
  'json.too-deep':
    'Record {row} of {file} is nested more than {limit} levels deep; no table needs that. Export it again without the nested values.',
  'geometry.invalid':
    'The geometry of record {row} in {file} cannot be read: its coordinates are cut off or are not numbers. Repair it in the program that it comes from and export it again.',
  'sheet.unknown':
    'The file {file} has no sheet or layer “{given}”. It has: {known}. Give one of these names or its number.',
  'sheet.empty': 'The sheet “{sheet}” of {file} holds no values. Name another sheet or check the export.',
  'boundary.no-ring':
    'Polygon {row} of the boundary {file} has no ring, so it encloses nothing. Repair its geometry and give it again.',
  'boundary.not-number':
    'Polygon {row} of the boundary {file} has a coordinate that is not a number. Repair its geometry and give it again.',
  'boundary.open-ring':
    'Polygon {row} of the boundary {file} has a ring that is not closed: its last point must be its first. Repair its geometry and give it again.',
  'fetch.rejected':
    'The service refused the query (code {code}): “{message}”. Check --where and the names of fields.',
  'fetch.gave-up':
    'The service gave no usable answer for {window} ({fault, select, network {no connection} timeout {too slow} broken {damaged, or no data} other {the service is busy}}; HTTP: {status}; tries: {tries}). Done so far: {done} of {windows} windows; they are kept. Run the same command again later and it goes on from there.',
  'crs.ambiguous':
    'The coordinates of {file}, such as {x}, {y}, are metres, but the numbers alone do not tell of which system; possible are {candidates}. Name the right one with --crs, or give the area of study.',
  'crs.needed':
    'The coordinates of {file}, such as {x}, {y}, are not degrees, and their system was not recognised. Name it with --crs, for example --crs EPSG:32642.',
  'zone.invalid':
    'The time zone “{given}” was not understood. Expected an offset such as +05:00, or utc, or local.',
  'mapping.format':
    'The file {file} is not a column mapping. Expected JSON that begins with "oryn": "columns"; write one with oryn inspect or correct it.',
  'mapping.version':
    'The column mapping {file} has version {version}; this Oryn reads version {supported}. Update Oryn or correct the version.',
  'mapping.key':
    'The column mapping {file} has an unknown key “{key}”. Known keys here: {known}. Correct the key or remove it.',
  'mapping.value':
    'In the column mapping {file} the key “{key}” holds {given}; expected {expected}. Correct the value.',
  'file.encoding':
    'The letters in {file} could not be read as {encoding} near byte {offset}. Name the encoding, for example --encoding windows-1251, or save the table as CSV in UTF-8 (in Excel: “CSV UTF-8”).',
  'counts.twice':
    'Row {row} of {file} counts the place “{place}” again. Each place must have one row: add its counts together.',
  'coordinates.bad-rows':
    '{count, plural, one {{n} row of {file} has} other {{n} rows of {file} have}} no usable coordinates; the first is row {row}. A value is computed for every row, so none may be left out: correct these rows or remove them.',
  'columns.personal':
    'The column “{name}” of {file} seems to name persons, cases or flats, so it cannot serve as {role}: its texts would be written out. Give another column; if this one holds nothing personal, change its name or the form of its cells.',
  'out.is-input':
    '{path} is one of the files that are read; writing to it would destroy it. Give another name for the output.',
  'out.twice': 'Two results would be written to {path}. Give each of them a name of its own.',
  'file.not-readable':
    '{path} cannot be read: it is a folder, or reading it is not allowed. Give a file, or ask for the right to read it.',
  'file.record-too-long':
    'The record of {file} that begins in line {row} is longer than {limit} characters, so this is not a table of rows. Check the delimiter and the line ends, or export the table again.',
  'file.format':
    'The format of {file} was not recognised, or it holds bytes that no text has. Expected CSV (plain or gzip), XLSX, GeoJSON, NDJSON, Esri JSON, Parquet, a zipped shapefile, GeoPackage or OpenStreetMap (.osm.pbf, .osm, Overpass JSON). Export the table again in one of these.',
  'weights.repeated':
    'Row {row} of the table of weights {file} names “{name}” a second time. Keep one of the two rows.',
  'neighbours.unknown-places':
    'In {count, plural, one {{n} row} other {{n} rows}} of the neighbour table {file} a place is named that the study does not have; the first is row {row} (“{place}”). Use the ids of the places table, or leave these rows out.',
  'neighbours.twice':
    'Row {row} of the neighbour table {file} names the pair “{place}”, “{neighbour}” a second time. Keep one of the rows.',
  'unit.resolution':
    'The unit {unit} and the resolution {resolution} contradict each other. Give one of them.',
  'unit.bundle':
    'A study with its bundle is made of H3 cells and their first ring; the key “{key}” holds “{given}”. Leave it out, or use oryn cells, oryn hotspots or oryn concentration.',
  'scan.no-days':
    'The day is not known for any of the {n} incidents, so they cannot be scanned in time. Name the column of the date with --columns time=…, or use --time-unit month where only the month is known.',
  'exposure.column-unknown':
    'There is no column “{given}” in {file}. Its columns are: {columns}. Check the spelling in --exposure-column.',
  'exposure.outside':
    'Nothing in {file}, given as --exposure, lies in the places that are scanned. Check that both files are of the same city and in the same coordinate system.',
  'unit.id':
    'Feature {row} of {file} has “{place}” in the column “{column}”: an id must not be empty or used twice. Correct it or name another column.',
  'option.together': 'The options {first} and {second} cannot be used together. Leave one of them out.',
  'weights.columns':
    'The table of weights {file} has the columns {columns}. It needs “weight” and one of “category”, “article”, “iccs”, “gravity”. Rename the columns.',
  'weights.bound':
    '“{given}” is not a point of the Criminal Code’s range; known ones: {known}. Write one of them after “criminal-code:”, or give a file of weights.',
  'weights.twice':
    'The incidents already have a column of weights, and {file} would give them others. Leave out “weight” in --columns or leave out --weights.',
  'weights.none':
    'No incident is found in the weights {file}. They go by “{key}”; the incidents have: {known}. Write these names in the table.',
  'pattern.empty-window':
    'The window of the point pattern has no area, so there is no density to compare with. Give a boundary with an area, or points that do not all lie on one line.',
  'neighbours.band':
    'The neighbour band “{given}” cannot be used; expected a distance in metres greater than 0, for example --neighbours band:500.',
  'neighbours.nearest':
    'The number of nearest neighbours “{given}” cannot be used; expected a whole number, 1 or more, for example --neighbours nearest:8.',
  'memory.neighbours':
    'The {places} places would have more than {limit} pairs of neighbours. Give a smaller distance or number in --neighbours, or larger places.',
  'neighbours.weight':
    'Row {row} of the neighbour table {file} holds the weight “{given}”; expected a number, 0 or greater. Correct the row.',
  'neighbours.self':
    'Row {row} of the neighbour table {file} makes “{place}” a neighbour of itself. Remove the row: whether a place counts itself is chosen by the statistic.',
  'neighbours.columns':
    'The neighbour table {file} must have the columns “place” and “neighbour”; it has: {columns}. Rename the columns.',
  'neighbours.none':
    'The neighbour table {file} makes no two places neighbours. Give rows with place, neighbour and, if you like, a weight greater than 0.',
  'neighbours.unit':
    'The neighbours “{neighbours}” are not defined for the unit “{unit}”. Here one may choose: {expected}.',
  'unit.polygons':
    'The file {file} was given as polygons, but holds {found}. Give districts, blocks or other polygons.',
  'unit.segments':
    'The file {file} was given as street segments, but holds {found}. Give lines of two or more vertices.',
  'unit.column':
    'The file {file} has no column “{column}” for the ids of places. Its columns are: {columns}. Name one of them after the hash sign, or leave it out.',
  'inference.exact-whole':
    'Exact p-values need counts, but place {place} holds {given}. Ask for permutation inference (--inference permutation), which takes any number.',
  'inference.exact-weights':
    'Exact p-values need equal weights for all neighbours of a place; at {n} {count, plural, one {place} other {places}} they differ. Ask for permutation inference (--inference permutation) or give neighbours without weights.',
  'inference.exact-size':
    'The exact distribution of a sum of {draws} places would take too long or too much memory with these counts. Ask for permutation inference (--inference permutation) or give fewer neighbours.',
  'scan.replicas':
    'A scan needs at least {least} random replicas; {given} were asked for, and with so few no p could reach 0.05. Give --permutations 999.',
  'scan.max-share':
    'The largest window was given as {given} % of the exposure; expected more than 0 and at most {most} %. Give for example --max-share 5.',
  'scan.max-radius':
    'The largest radius of a window was given as {given}; expected metres, greater than 0. Give for example --max-radius 1000.',
  'scan.max-places':
    'The largest number of places in a window was given as {given}; expected 1 or more. Give for example --max-places 100.',
  'scan.max-time':
    'A window of time may last from 1 to {most} units of time, at most half of all {periods}; {given} were asked for. Change --max-days or --time-unit, or take a longer time.',
  'scan.no-exposure':
    'The exposure of all {places} places is 0, so nothing can be expected anywhere. Give another file or column as --exposure.',
  'memory.windows':
    'The scan would need more than {limit} steps of windows, which do not fit the memory of an ordinary laptop. Set a smaller --max-radius, --max-places or --max-share, or a coarser --resolution.',
  'exposure.no-column':
    'No column of people was recognised in {file}. Its columns of numbers are: {columns}. Choose one, for example --exposure {file} --exposure-column NAME.',
  'exposure.invalid':
    'In {file} row {row} holds “{given}” in the column “{column}”; a number of 0 or more was expected. Correct the row or choose another column with --exposure-column.',
  'exposure.empty':
    'None of the {rows} rows of {file} has both a place and a value, so it cannot serve as --exposure. Give points, polygons or lines, or a table with coordinates.',
  'exposure.no-lines':
    'With --exposure length the streets are those given as --possible, but no file of lines was given there. Add --possible STREETS, or give the streets themselves as --exposure.',
  'exposure.unit':
    'With the unit {given} this exposure cannot be used: files are summed over H3 cells alone. Leave out --unit, or give --exposure length for street segments, --exposure area for squares and polygons.',
  'clusters.eps':
    'The radius “{given}” cannot be used for DBSCAN; expected metres greater than 0 and not billions of times smaller than the data are wide, for example --eps 150.',
  'clusters.min-points':
    'The number of points “{given}” cannot be used; expected a whole number not below {least}, for example --min-points 10.',
  'clusters.least-distance':
    'The least distance “{given}” cannot be used; expected metres greater than 0, for example 1.',
  'clusters.confidence':
    'The probability “{given}” cannot be used; expected a number between 0 and 1, both left out, for example --confidence 0.5.',
  'clusters.area':
    'The area of the study is 0, so distances cannot be compared with those of random points: all incidents lie on one line or one coordinate. Give the area with --boundary, or use another --method.',
  'pattern.nothing-against':
    'Nothing of “{given}”, given as --against, lies inside the window, so there is nothing to compare with. Check the category or the file.',
  'pattern.too-few-points':
    'A point pattern of {n} {count, plural, one {point} other {points}} cannot be studied; {least} or more inside the window are needed. Take a longer period, more categories or a larger area.',
  'bandwidth.invalid':
    'The bandwidth “{given}” cannot be used; expected metres greater than 0, for example 300, or one of the rules scott, silverman, nrd, arcgis, diggle, likelihood, nearest:10.',
  'bandwidth.too-few':
    'The bandwidth rule “{rule}” needs incidents on at least {least} different coordinates; there are {coordinates}. Give --bandwidth in metres, for example 300.',
  'points.coordinate':
    'Point number {row} has the coordinates “{given}”; both must be finite numbers in metres. Correct or remove this point.',
  'points.weight':
    'Point number {row} has the weight “{given}”; expected a finite number, 0 or greater. Correct the weight or remove this point.',
  'density.edge-adaptive':
    'The edge correction “uniform” cannot be used with adaptive bandwidths: at a place without incidents there is no bandwidth to take the mass with. Use --edge diggle, or leave out --adaptive.',
  'density.edge-boundary':
    'The edge correction “{edge}” needs the edge of the area. Give it with --boundary AREA.geojson, or use --edge none.',
  'density.compare-empty':
    'Two densities can be compared only where both have incidents with some weight; here they have {first} and {second}. Check the categories, the period and the weights.',
  'density.compare-contours':
    'Contours of two compared densities are drawn where their difference was tested. Add --permutations 999, or write the values with --out X.tif or X.csv.',
  'option.needs': 'The option {option} works only with {needed}. Add it, or leave {option} out.',
  'network.no-lines':
    'The file {file} was given as --network, but holds no street that can be used (found: {found}). Give streets as lines of two or more different vertices.',
  'network.all-too-far':
    'None of the {n} incidents lies within {limit} m of a street of {file}; the nearest is {nearest} m away. Check that the streets are of the same city, or give a larger --max-snap.',
  'memory.lixels':
    'The streets would be cut into {lixels} parts; the limit is {limit}. Give a larger --lixel or fewer streets.',
  'network.bandwidth':
    'The bandwidth “{given}” is a rule for the plane and cannot be used along streets (--network). Give metres, for example --bandwidth 300.',
  'optimised.no-years':
    'There are no incidents in {years}, given as --choose-on; the data run from {first} to {last}. Choose years inside these.',
  'optimised.no-rest':
    'All incidents with a date are in {years}, given as --choose-on, so none is left to test. Choose fewer years, or leave out --choose-on and take the result as exploratory.',
  'unit.no-incidents':
    'None of the {n} incidents read lies in a place of {file}. Check that {count, plural, one {it belongs} other {they belong}} to the same city and that the coordinate system is right.',
  'unit.outside':
    'No place of {file} lies inside the boundary. Check that both files are of the same city and in the same coordinate system.',
  'boundary.no-area':
    'The polygons of the boundary {file} enclose nothing: all their points lie on one line or on one point. Give the area as polygons.',
  'weights.invalid':
    'Row {row} of the table of weights {file} has the weight “{given}”; a number from 0 to 1,000,000,000,000 was expected. Correct the cell or remove the row: an offence without a row is counted as not weighed.',
  'pattern.translate-window':
    'The edge correction “translate” is exact only in an upright rectangle, and this window is none. Use --edge-correction isotropic or border, or --window box.',
  'inference.permutation-size':
    '{draws} permutations over places with up to {neighbours} neighbours would take too long or too much memory. Give fewer neighbours, or at most --permutations {possible}.',
  'clusters.simulations':
    '{given} random patterns cannot be drawn for the test of clusters; expected a whole number from 1 to {most}, or 0 for no test. Give --simulations 999.',
  'counts.exposure':
    'Row {row} of {file} holds the exposure “{given}”; expected a number, 0 or greater. Correct the row.',
  'counts.years':
    'Row {row} of {file} has {total} incidents in all, but its years add up to {sum}. Correct the row.',
  'unit.segments-only':
    'The key “{key}” is about street segments, but the unit is “{unit}”. Leave it out, or give --unit segments:FILE.',
  'unit.given-ids':
    'The incidents carry the ids of their segments in the column “{column}”, so nothing is snapped or cut, and “{key}” has no meaning. Leave out one of the two.',
  'unit.place-type':
    'Types of place are counted, but lie nowhere on a map: only oryn concentration knows the unit place-type. Choose another unit for this command.',
  'context.simulated':
    '“{city}” is an invented city: its simulated data are not set beside published numbers of real places.',
  'unit.ids-unknown':
    'None of the {n} ids in the column “{column}” is the id of a place of {file}. Check the column, and which column of the file holds the ids: it may be named after a hash sign.',
  'counts.no-place': 'Row {row} of {file} names no place. Give every place an id, or delete the row.',
  'counts.too-many':
    'With row {row} of {file} there are more than {limit} incidents, which would not fit into memory. Check the counts, or count shorter periods.',
  'concentration.world':
    '{reason, select, simulated {Simulated data are} accidents {Road accidents are not crime and are} other {A result without incidents is}} never set beside published studies, so there is no figure. Leave --world out.',
  'bundle.damaged':
    'The file {file} of a bundle is missing, cut short or changed since it was written. Make the bundle again with “oryn study”.',
  'concentration.scale':
    'The option --scale was given “{given}”; expected at least {least} different {unit, select, h3 {H3 resolutions from 7 to 12, for example 8,9,10} other {sides of squares from 1 to 100,000 metres, for example 125,250,500}}.',
  'counts.no-exposure':
    'The exposure of all {places} places in {file} is 0, so nothing can be expected anywhere. Correct the column “exposure” or leave it out.',
  'figure.too-many-pixels':
    '{width} × {height} pixels at {dpi} dpi are too many: at most {most} million. Choose a smaller width or fewer dots per inch, or the formats svg and pdf.',
  'files.subjects':
    'The file {accidents} holds road accidents and {incidents} something else: counted together they would be neither crime nor accidents. Give each kind by itself.',
  'study.same-names':
    'The settings {file} name several files called {name} in different folders. A page sees no folders: give the files different names.',
  'public.resolution':
    'A public table cannot have cells of resolution {given}: possible for this study are {possible}. Choose one of them.',
  'public.category':
    'The offence “{given}” cannot be in the public table of this study; possible are: {known}. Choose among them.',
  'public.overlap':
    '“{name}” is counted in two columns: their difference would tell what rounding hides. Name it once.',
  'public.years':
    'The years “{given}” cannot be declared: the study has {known}. Name years or spans of them, such as 2019,2020-2021.',
  'public.too-few':
    'The column {category}, {period} holds fewer than {least} incidents: beside a known total it would tell single places. Count offences or years together.',
  'public.second-table':
    'This study already has a public table ({declared}): two tables together tell what each of them hides. Publish that one, or withdraw it first with --withdraw.',
  'public.register-damaged':
    'The file {file} is not the secret file of a public table, or it was changed. Take the copy that was saved when the table was made.',
  'article.unknown-key': 'The article file {file} has an unknown key “{key}”. Known keys: {known}.',
  'article.invalid':
    'In the article file {file} the key “{key}” holds “{given}”; expected {expected, select, words {a text, or one each for kk, ru, en} text {a text} texts {a list of texts} keywords {lists for kk, ru, en} positions {numbers in the list of affiliations, from 1} yesNo {true or false} udc {a code in quotes, such as "343.97:911.3(574)"} irsti {a code in quotes, such as "10.81.00"} other {a list}}.',
  'breaks.classes': 'Places cannot be parted into {given} classes: give a whole number from 2 to {most}.',
  'breaks.limits':
    'The class limits {given} cannot be used: give 1 to {most} numbers above 0, each larger than the one before.',
  'figure.not-possible':
    'The figure “{figure}” cannot be drawn: {reason, select, noTime {no incident has a date} oneYear {the data cover one year only} oneMonth {all dated incidents lie in one month, so there are no two periods} emptyPeriod {one of the two periods holds no incident} outsideData {one of the two periods reaches beyond the months that the data cover, and a number a year would count empty ones: give periods that the data hold} tooFew {there are too few incidents} onePoint {all incidents lie at one point} wideBandwidth {the smoothing radius is wider than half the city; repeat the study with a smaller bandwidth} noSecondCategory {there is no second category to compare with} noExposure {the study was given no exposure} noArea {the boundary of the study area is not known} notCompared {these data are never set beside published studies: they are simulated, road accidents, or hold no incident} other {the data lack what it needs}}.',
  'font.missing':
    'The font file {file} that Oryn ships is missing, so figures cannot be made. Install the dependencies again: pnpm install.',
  'out.in-bundle':
    '{path} lies inside the bundle {bundle}, and nothing is added to a bundle: its manifest lists all that is in it. Give a folder outside it.',
  'article.not-yaml':
    'The article file {file} cannot be read as YAML; the fault shows in row {row}. Look there or above for an open quote or bracket, a tab, a repeated key, or a text without quotes that begins with *, & or @.',
  'article.not-keys':
    'The article file {file} holds no keys with values. Known keys: {known}; write each on a row of its own, for example title: "…".',
  'article.missing':
    'In the article file {file} the key “{key}” is missing or empty; expected {expected, select, words {a text, or one each for kk, ru, en} text {a text} texts {a list of texts} keywords {lists for kk, ru, en} positions {numbers in the list of affiliations, from 1} yesNo {true or false} udc {a code in quotes, such as "343.97:911.3(574)"} irsti {a code in quotes, such as "10.81.00"} other {a list}}.',
  'article.no-affiliation':
    'In the article file {file} the key “{key}” names affiliation {given}, but the list of affiliations holds {n}. Add it there or correct the number.',
  'rows.left-out':
    'None of the {rows} rows of {file} can stand on a map; the first left out is row {row}. They are offences shown by district only, records struck off, homes in cells too small for them, or not what the study asks for. The report on quality counts each reason.',
} as const satisfies Record<string, string>;
