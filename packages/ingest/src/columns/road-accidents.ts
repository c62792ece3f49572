import { normaliseName, wordsOfName } from './column-name.ts';

/** Columns that only a table of road accidents has. */
const ONLY = new Set(
  'rtadatems rtadate crashtypecode fd1r05p1 crashtype crashid collisiontype typedtp'.split(' '),
);

/** Words that name a road accident: ДТП, жол-көлік оқиғасы (ЖКО). */
const WORDS = new Set(['дтп', 'жко', 'dtp', 'crash', 'collision']);

/** Columns of the road and of those on it. */
const ROAD = new Set(
  `roadconditions roadcondition roadsurface состояниепокрытия состояниепроезжейчасти дорожныеусловия участников
  участниковдтп количествоучастников participantscount participants vehicles vehiclecount тс количествотс speedlimit
  lanes жолжағдайы жолжабыны қатысушылар қатысушыларсаны көліктер`.split(/\s+/),
);

/** Columns of the outcome, which files of violence have as well. */
const OUTCOME = new Set(
  `injured injuredcount killed dead deadcount ранено погибло раненых погибших жараланғандар жарақаттанғандар
  қазатапқандар light освещение жарықтандыру`.split(/\s+/),
);

/**
 * Whether a table is of road accidents, whose figures say nothing about crime: a column that only they have, or
 * columns of the road together with those of the outcome.
 */
export function describesRoadAccidents(columns: readonly string[]): boolean {
  const names = columns.map(normaliseName);
  if (names.some((name) => ONLY.has(name))) return true;
  if (columns.some((column) => wordsOfName(column).some((word) => WORDS.has(word)))) return true;
  return names.some((name) => ROAD.has(name)) && names.some((name) => OUTCOME.has(name));
}
