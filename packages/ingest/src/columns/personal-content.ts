/** Share of the filled cells that must look so; a column of free text may hold a few. */
const LEAST_SHARE = 0.3;
const LEAST_CELLS = 3;

/** Individual identification number: date of birth, a digit of century and sex from 1 to 6, five more digits. */
const IIN = /^\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[1-6]\d{5}$/;
const PHONE = /^(?:\+7|8)[\s(-]{0,2}[67]\d{2}[\s)-]{0,2}\d{3}[\s-]?\d{2}[\s-]?\d{2}$/;
const EMAIL = /^[^\s@]{1,64}@[^\s@]{1,190}\.[a-z]{2,}$/i;

/**
 * Whether the cells of a column are identification numbers of Kazakhstan, telephone numbers or e-mail addresses,
 * whatever its name: a column that slipped by one looks like this.
 */
export function holdsPersonal(sample: readonly (readonly string[])[], position: number): boolean {
  let filled = 0;
  let personal = 0;
  for (const row of sample) {
    const cell = (row[position] ?? '').trim();
    if (cell === '') continue;
    filled++;
    if (cell.length < 260 && (IIN.test(cell) || PHONE.test(cell) || EMAIL.test(cell))) personal++;
  }
  return personal >= LEAST_CELLS && personal >= LEAST_SHARE * filled;
}
