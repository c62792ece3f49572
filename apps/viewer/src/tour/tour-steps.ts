/** What the tour explains, in the order of the work. A part that is not on the page is passed over. */
export const tourSteps = [
  { id: 'question', at: '.bar:has(.field)' },
  { id: 'map', at: '.map-area' },
  { id: 'list', at: '.panel:has(.statement)' },
  { id: 'planner', at: '.planner' },
  // A sheet is only there while a place is chosen: the tour has one shown.
  { id: 'sheet', at: '.sheet', needs: '.place-row' },
  { id: 'shortlist', at: '.shortlist-bar' },
  // On a narrow screen the line lies in the folded legend.
  { id: 'local', at: '.legend .proof-line, .legend, .drop-zone .second' },
  { id: 'open', at: '.open-data, .drop-zone' },
  { id: 'after', at: '.what-is-needed' },
] as const;

export type TourStep = (typeof tourSteps)[number];

export const presentSteps = (): TourStep[] =>
  tourSteps.filter((step) => partOf('needs' in step ? step.needs : step.at) !== undefined);

/** The first of the selected elements that can be seen, in the order of the selectors. */
export function partOf(selectors: string): Element | undefined {
  for (const selector of selectors.split(', ')) {
    const found = [...document.querySelectorAll(selector)].find(
      (element) => element.getClientRects().length > 0,
    );
    if (found) return found;
  }
  return undefined;
}
