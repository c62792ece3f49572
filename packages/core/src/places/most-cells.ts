/** More cells than this would not fit the memory of an ordinary laptop once they are written as tables. */
export const MOST_CELLS = 1_000_000;
