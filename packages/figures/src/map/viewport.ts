/** Where metres of the plane lie on the figure: x to the right, y upwards in metres, downwards in pixels. */
export interface Viewport {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly pixelsPerMeter: number;
  readonly minX: number;
  readonly maxY: number;
}

export interface Bounds {
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
}

/** The bounds of rings of x, y pairs; undefined when there is not one vertex. */
export function boundsOf(rings: Iterable<Float64Array>): Bounds | undefined {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const ring of rings) {
    for (let i = 0; i + 1 < ring.length; i += 2) {
      minX = Math.min(minX, ring[i]!);
      maxX = Math.max(maxX, ring[i]!);
      minY = Math.min(minY, ring[i + 1]!);
      maxY = Math.max(maxY, ring[i + 1]!);
    }
  }
  return minX <= maxX ? { minX, minY, maxX, maxY } : undefined;
}

/**
 * The scale at which the bounds fill the width, but not more than `maxHeight`; the rest is centred.
 *
 * @param largest pixels per metre that are not exceeded
 */
export function fitViewport(
  bounds: Bounds,
  frame: { left: number; width: number; minHeight: number; maxHeight: number },
  largest = Number.POSITIVE_INFINITY,
): Omit<Viewport, 'top'> {
  const padding = 0.02 * Math.max(bounds.maxX - bounds.minX, bounds.maxY - bounds.minY) || 100;
  const spanX = bounds.maxX - bounds.minX + 2 * padding;
  const spanY = bounds.maxY - bounds.minY + 2 * padding;
  const pixelsPerMeter = Math.min(frame.width / spanX, frame.maxHeight / spanY, largest);
  const height = Math.round(Math.min(frame.maxHeight, Math.max(frame.minHeight, spanY * pixelsPerMeter)));
  return {
    left: frame.left,
    width: frame.width,
    height,
    pixelsPerMeter,
    minX: (bounds.minX + bounds.maxX - frame.width / pixelsPerMeter) / 2,
    maxY: (bounds.minY + bounds.maxY + height / pixelsPerMeter) / 2,
  };
}

/** A line of metres in pixels of the figure. */
export function toPixels(view: Viewport, line: Float64Array): Float64Array {
  return line.map((value, i) =>
    i % 2 === 0
      ? view.left + (value - view.minX) * view.pixelsPerMeter
      : view.top + (view.maxY - value) * view.pixelsPerMeter,
  );
}

/** Whether any part of a line of pixels can lie inside the frame. */
export function meetsFrame(view: Viewport, pixels: Float64Array): boolean {
  const bounds = boundsOf([pixels]);
  return (
    bounds !== undefined &&
    bounds.maxX >= view.left &&
    bounds.minX <= view.left + view.width &&
    bounds.maxY >= view.top &&
    bounds.minY <= view.top + view.height
  );
}
