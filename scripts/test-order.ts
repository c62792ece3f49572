import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Ends of the two cores meet when the longest files begin first: commands of the docs, browsers, processes of `oryn`. */
const LONGEST_FIRST = [/\/test\/docs\.test/, /\/test\/gallery\.test/, /\/apps\/viewer\/test\//, /\/test\//];

const placeOf = ({ moduleId }: TestSpecification): number => {
  const place = LONGEST_FIRST.findIndex((pattern) => pattern.test(moduleId));
  return place < 0 ? LONGEST_FIRST.length : place;
};

/** Files that take minutes before files that take seconds. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const usual = await super.sort(files);
    return usual.toSorted((a, b) => placeOf(a) - placeOf(b));
  }
}
