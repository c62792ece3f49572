interface Size {
  width: number;
  height: number;
}

/** Pixels of the window. */
export interface Box extends Size {
  left: number;
  top: number;
}

const GAP = 16;

/**
 * Where a card stands that explains a part of the page: beside it, wholly in the window, and over as little of
 * it as can be. Where it is nearly as wide as the window it lies at the bottom, or at the top.
 */
export function placeCard(part: Box, card: Size, view: Size): { left: number; top: number } {
  const right = view.width - card.width - GAP;
  const bottom = view.height - card.height - GAP;
  const within = (value: number, last: number): number => Math.max(GAP, Math.min(last, value));
  const sides = [
    { left: part.left, top: part.top + part.height + GAP },
    { left: part.left + part.width + GAP, top: part.top },
    { left: part.left - card.width - GAP, top: part.top },
    { left: part.left, top: part.top - card.height - GAP },
  ];
  const beside = card.width > view.width / 2 ? [] : sides;
  const middle = (view.width - card.width) / 2;
  const places = [...beside, { left: middle, top: bottom }, { left: middle, top: GAP }].map(
    ({ left, top }) => ({ left: within(left, right), top: within(top, bottom) }),
  );
  const covered = places.map((place) => overlap(part, { ...place, ...card }));
  return places[covered.indexOf(Math.min(...covered))];
}

/** Square pixels that two boxes share. */
function overlap(a: Box, b: Box): number {
  const shared = (from: number, length: number, otherFrom: number, other: number): number =>
    Math.max(0, Math.min(from + length, otherFrom + other) - Math.max(from, otherFrom));
  return shared(a.left, a.width, b.left, b.width) * shared(a.top, a.height, b.top, b.height);
}
