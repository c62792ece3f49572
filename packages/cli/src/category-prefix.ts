/** Before the name of a category under `--against`, where a file is meant otherwise. */
const CATEGORY_PREFIX = 'category:';

/** The category that `category:NAME` names; undefined for anything else. */
export function prefixedCategory(given: string): string | undefined {
  return given.startsWith(CATEGORY_PREFIX) ? given.slice(CATEGORY_PREFIX.length) : undefined;
}
