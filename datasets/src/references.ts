import content from './content/references.json' with { type: 'json' };

/** A published work that a method rests on. What is not known of it is left out, never guessed. */
export interface Reference {
  /** Family name of the first author, or a short name of the body, and year. */
  key: string;
  /** `online`: a source that is kept up, `year` its first; `law`: known by its title alone. */
  kind: 'article' | 'book' | 'online' | 'law';
  /** Family name, and initials; none of a law or of an official source. */
  authors: readonly (readonly [family: string, initials: string])[];
  year: number;
  title: string;
  journal?: string;
  volume?: string;
  number?: string;
  /** First and last with a hyphen, or the number of an article. */
  pages?: string;
  doi?: string;
  url?: string;
  publisher?: string;
  place?: string;
  /** What is written otherwise in a language, such as the name of an official source; else as above. */
  inLanguages?: Readonly<Record<'kk' | 'ru' | 'en', ReferenceInLanguage>>;
  /** What its details were compared with: the work or its publisher's page, several lists of literature, or one. */
  checked: 'source' | 'several-lists' | 'one-list';
}

type ReferenceInLanguage = Partial<Pick<Reference, 'authors' | 'title' | 'publisher' | 'place'>>;

/** Works behind the methods of a study and its figures, by key. */
// The JSON is read as wide strings; the test holds kinds and names to their form.
export const references: readonly Reference[] = content as unknown as Reference[];

/** @throws Error when the key is unknown */
export function referenceOf(key: string): Reference {
  const found = references.find((one) => one.key === key);
  if (!found) throw new Error(`no reference "${key}"`);
  return found;
}
