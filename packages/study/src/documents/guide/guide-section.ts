/** A section of the guide. A key of a work stands in brackets where it is cited; lines of their own are formulas or commands. */
export interface GuideSection {
  title: string;
  parts: readonly (string | { formula: string })[];
}
