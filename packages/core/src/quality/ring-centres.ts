import type { Position } from 'geojson';

/** Centre of mass of a polygon with holes and the centre of its bounding box, on a plane. */
export interface RingCentres {
  mass: [number, number];
  box: [number, number];
}

/** The centres of polygons taken together, where a geocoder may put what it cannot find. */
export function ringCentres(polygons: readonly Position[][][]): RingCentres {
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [outer] of polygons) {
    for (const [x, y] of outer) {
      box[0] = Math.min(box[0], x);
      box[1] = Math.min(box[1], y);
      box[2] = Math.max(box[2], x);
      box[3] = Math.max(box[3], y);
    }
  }
  const middle: [number, number] = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
  // Measured from the middle, so that products of large coordinates do not cancel digits.
  let [area, sumX, sumY] = [0, 0, 0];
  for (const rings of polygons) {
    rings.forEach((ring, index) => {
      let [ringArea, ringX, ringY] = [0, 0, 0];
      for (let i = 1; i < ring.length; i++) {
        const [x1, y1] = [ring[i - 1][0] - middle[0], ring[i - 1][1] - middle[1]];
        const [x2, y2] = [ring[i][0] - middle[0], ring[i][1] - middle[1]];
        const cross = x1 * y2 - x2 * y1;
        ringArea += cross / 2;
        ringX += ((x1 + x2) * cross) / 6;
        ringY += ((y1 + y2) * cross) / 6;
      }
      const sign = (ringArea < 0 ? -1 : 1) * (index === 0 ? 1 : -1);
      area += sign * ringArea;
      sumX += sign * ringX;
      sumY += sign * ringY;
    });
  }
  return { mass: area > 0 ? [middle[0] + sumX / area, middle[1] + sumY / area] : middle, box: middle };
}
