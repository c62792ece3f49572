/** Why bundles cannot stand side by side. */
export const compareErrors = {
  'compare.simulated':
    'The bundle {path} holds simulated incidents, which are never compared with anything. Give bundles of real incidents.',
  'compare.boundary':
    'The bundle {path} was made without a boundary, so nobody knows of which area its shares are. Run oryn study again with --boundary and a file whose source you can name.',
  'compare.twice': 'The bundles {first} and {second} hold the same incidents. Give each city once.',
  'compare.subjects':
    'The bundle {accidents} holds road accidents and {incidents} crime: these are not the same thing. Compare each kind by itself.',
  'compare.unit':
    'The bundles {first} and {second} are not of the same unit: {key} is {expected} in the first and {found} in the second. Run oryn study again for one of them with the same --{key}.',
  'compare.no-incidents': 'No incident of {name} lies in the period. Choose other dates.',
  'compare.months':
    'A bundle knows the months of its incidents, so {option} must begin or end a month; given: {given}. Give a date such as 2019-01-01 with --from and 2023-12-31 with --to.',
  'compare.population-columns':
    'The table of residents {file} must have the columns “city”, “year” and “population”; it has: {columns}. Rename the columns.',
  'compare.population-invalid':
    'Row {row} of {file} has “{given}” in the column “{column}”; expected the name of a city, a year such as 2021 and a whole number above 0. Correct the row.',
  'compare.population-twice':
    'Row {row} of {file} gives the residents of {name} in {year} again; they stand first in row {first}. Keep one of the two rows.',
  'compare.population-city':
    'The table {file} names none of the cities compared: {known}. Correct the names in its column “city”.',
  'compare.no-bundle':
    'No bundle was given, so there is nothing to compare. Give one or more folders written by “oryn study”.',
} as const satisfies Record<string, string>;
