import content from './content/references.json' with { type: 'json' };

/** A published work that a method rests on. What is not known of it is left out, never guessed. */
export interface Reference {
  /** Family name of the first author and year. */
  key: string;
  kind: 'article' | 'book';
  /** Family name, and initials. */
  authors: readonly (readonly [family: string, initials: string])[];
  year: number;
  title: string;
  journal?: string;
  volume?: string;
  number?: string;
  /** First and last with a hyphen, or the number of an article. */
  pages?: string;
  doi?: string;
  publisher?: string;
  place?: string;
}

/** Works behind the methods of a study, by key. */
// The JSON is read as wide strings; the test holds kinds and names to their form.
export const references: readonly Reference[] = content as unknown as Reference[];

/** @throws Error when the key is unknown */
export function referenceOf(key: string): Reference {
  const found = references.find((one) => one.key === key);
  if (!found) throw new Error(`no reference "${key}"`);
  return found;
}
