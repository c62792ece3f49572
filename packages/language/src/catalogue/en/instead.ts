/** Sentences of other sections as the page says them: by its own fields, not by options of the command line. */
export const instead = {
  'quality.fact.others': 'Not read: {list}. Another can be chosen where the files are opened.',
  'quality.fact.unused.reason': 'If one of them matters, say what it is over its column.',
  'quality.fact.categories.reason':
    'Kept as the file has them. A table with the columns category, group and layer, given with the file, puts them into groups.',
  'quality.reason.strays':
    'Rows dated before or after the bulk of the data: {n} ({share}). Choose the period where the files are opened.',
  'choices.reason.maskGiven': 'Only places touched by the file of streets are tested and ranked.',
  'choices.reason.encodingFound':
    'Found from the bytes of the file. If letters look wrong, choose another where the files are opened.',
  'choices.reason.dateOrder.undecided':
    'No date of the file decides it, so the day is taken to come first. Check it, and choose another order where the files are opened if it is wrong.',
  'choices.reason.zone.asWritten':
    'The times are written as instants (a number, Z or an offset). Their clock is kept as it is written; a time zone chosen where the files are opened turns it to local time.',
  'errors.columns.no-coordinates':
    'No columns with coordinates were found in {file}. Say over the columns which of them hold longitude and latitude, or X and Y.',
  'errors.columns.unknown':
    'One of the files has no column “{name}”. Its columns are: {columns}. Say over the columns what they hold, or take this file out.',
  'errors.coordinates.swapped':
    'In {file} longitude and latitude seem to be swapped in {n} {count, plural, one {row} other {rows}}; the first is row {row} (longitude {lon}, latitude {lat}). Exchange the two over the columns.',
  'errors.coordinates.none-valid':
    'None of the {rows} rows of {file} has a valid coordinate; the first bad row is {row}. Choose the system of the coordinates below, or say over the columns which of them hold the coordinates.',
  'errors.coordinates.degrees-expected':
    'Degrees were expected in {file}, but row {row} holds {x}, {y}, which look like metres. Choose the system of the coordinates below.',
  'errors.possible.empty':
    'The file {file} of streets holds no geometry, so no place would be left to test. Mark another file as streets, or do not use it.',
  'errors.possible.outside':
    'Nothing in the file {file} of streets lies inside the boundary. Check that both files are of the same city and in the same coordinate system.',
  'errors.period.reversed': 'The period begins on {from} but ends earlier, on {to}. Exchange the two dates.',
  'errors.dates.none-valid':
    'In {file} the dates of {rows} rows were not understood, the first in row {row}. Expected 2019-01-31, 2019-01-31T22:10 or 31.01.2019 22:10. Choose the order of dates below, or another column for the time.',
  'errors.category.too-many':
    'The column holds {n} different texts, the last of them “{label}”: more than can be told apart as categories. Say over the columns that another one holds the category, or group the texts first.',
  'errors.crs.ambiguous':
    'The coordinates of {file}, such as {x}, {y}, are metres, but the numbers alone do not tell of which system; possible are {candidates}. Choose the right one below, or add the boundary of the city.',
  'errors.crs.needed':
    'The coordinates of {file}, such as {x}, {y}, are not degrees, and their system was not recognised. Choose it below.',
  'errors.file.encoding':
    'The letters in {file} could not be read as {encoding} near byte {offset}. Choose the encoding below, or save the table as CSV in UTF-8 (in Excel: “CSV UTF-8”).',
  'errors.memory.cells':
    'The study would have {cells} cells; the limit is {limit}. Choose larger cells or a smaller area.',
  'errors.public.second-table':
    'This study already has a public table ({declared}): two tables together tell what each of them hides. Publish that one, or say below that it is withdrawn.',
  'concentration.verdict.weakNull':
    'An even spread over empty land is a weak comparison: almost any city is more concentrated than that. With a file of streets only the places where an incident can happen are counted.',
  'quality.hotSpots.too-many-cells':
    'The area has too many cells for this comparison: choose larger cells where the files are opened.',
} as const satisfies Record<string, string>;
