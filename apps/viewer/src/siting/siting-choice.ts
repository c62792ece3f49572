/** What posts are placed for: the shortest way on average, or the most incidents within a radius. */
export const goals = ['cover', 'median'] as const;
export const distanceKinds = ['straight', 'streets'] as const;
/** Points of the study that stay as posts: none, those that are police stations, or all. */
export const existingPosts = ['none', 'police', 'points'] as const;
export const travels = ['foot', 'car'] as const;

type Goal = (typeof goals)[number];
export type DistanceKind = (typeof distanceKinds)[number];
export type ExistingPosts = (typeof existingPosts)[number];
export type Travel = (typeof travels)[number];

/** What a person chooses on the page of posts. */
export interface SitingChoice {
  /** New posts. */
  count: number;
  /** Metres. */
  radius: number;
  goal: Goal;
  by: DistanceKind;
  existing: ExistingPosts;
  travel: Travel;
  /** Minutes in each place of the round. */
  visit: number;
}

/** As many as there are letters in the list without crowding the map. */
export const MOST_POSTS = 20;
export const RADII = [200, 300, 500, 800, 1000, 1500, 2000] as const;
/** Koper 1995: the longest effect of a visit of 10 to 15 minutes. */
export const VISITS = [10, 12, 15] as const;
/** Kilometres an hour; stops, lights and turns are in them. */
export const SPEEDS: Record<Travel, number> = { foot: 4, car: 20 };

export const DEFAULT_CHOICE: SitingChoice = {
  count: 5,
  radius: 500,
  goal: 'cover',
  by: 'straight',
  existing: 'none',
  travel: 'foot',
  visit: 15,
};

/** Read what `writeChoice` wrote; what is missing or wrong is left to the defaults. */
export function readChoice(written: string | undefined): SitingChoice {
  const words = (written ?? '').split('-');
  const numbers = words.filter((word) => /^\d{1,4}$/.test(word)).map(Number);
  const [count, radius, visit] = numbers;
  const among = <T>(list: readonly T[], given: unknown, other: T): T =>
    list.find((one) => one === given) ?? other;
  const word = <T extends string>(list: readonly T[], other: T): T =>
    list.find((one) => words.includes(one)) ?? other;
  return {
    count: count >= 1 && count <= MOST_POSTS ? count : DEFAULT_CHOICE.count,
    radius: among(RADII, radius, DEFAULT_CHOICE.radius as (typeof RADII)[number]),
    goal: word(goals, DEFAULT_CHOICE.goal),
    by: word(distanceKinds, DEFAULT_CHOICE.by),
    existing: word(existingPosts, DEFAULT_CHOICE.existing),
    travel: word(travels, DEFAULT_CHOICE.travel),
    visit: among(VISITS, visit, DEFAULT_CHOICE.visit as (typeof VISITS)[number]),
  };
}

/** The choice as it stands in the address; undefined where it is the default. */
export function writeChoice(choice: SitingChoice): string | undefined {
  const written = wordsOf(choice);
  return written === wordsOf(DEFAULT_CHOICE) ? undefined : written;
}

const wordsOf = ({ count, radius, visit, goal, by, existing, travel }: SitingChoice): string =>
  [count, radius, visit, goal, by, existing, travel].join('-');
