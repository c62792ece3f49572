/** A square plot of shares: 0 at the lower left, 1 at the upper right, in pixels of the figure. */
export interface PlotArea {
  readonly left: number;
  readonly top: number;
  readonly side: number;
}

export function plotX(area: PlotArea, share: number): number {
  return area.left + share * area.side;
}

export function plotY(area: PlotArea, share: number): number {
  return area.top + (1 - share) * area.side;
}
