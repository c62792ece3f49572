import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { planeOfCrs, utmCrs } from '@oryn/core';
import { HotPlacesMap, type HotPlacesMapProps, renderSvg } from '@oryn/figures';
import type { FeatureCollection, Polygon, Position } from 'geojson';
import { createElement } from 'react';
import { describe, expect, it } from 'vitest';

const demo = join(import.meta.dirname, '../../../../datasets/demo');
const cities = readdirSync(demo).filter((name) => name.startsWith('demo-'));

/** Length of the geodesic on WGS 84 in metres (Vincenty 1975, inverse formula). */
function geodesicMeters([lonA, latA]: Position, [lonB, latB]: Position): number {
  const [a, f] = [6378137, 1 / 298.257223563];
  const b = a * (1 - f);
  const radians = Math.PI / 180;
  const reduced = (lat: number) => Math.atan((1 - f) * Math.tan(lat * radians));
  const [u1, u2] = [reduced(latA), reduced(latB)];
  const difference = (lonB - lonA) * radians;
  let lambda = difference;
  for (let i = 0; i < 100; i++) {
    const sinSigma = Math.hypot(
      Math.cos(u2) * Math.sin(lambda),
      Math.cos(u1) * Math.sin(u2) - Math.sin(u1) * Math.cos(u2) * Math.cos(lambda),
    );
    const cosSigma = Math.sin(u1) * Math.sin(u2) + Math.cos(u1) * Math.cos(u2) * Math.cos(lambda);
    const sigma = Math.atan2(sinSigma, cosSigma);
    const sinAlpha = (Math.cos(u1) * Math.cos(u2) * Math.sin(lambda)) / sinSigma;
    const cos2Alpha = 1 - sinAlpha ** 2;
    const cos2m = cosSigma - (2 * Math.sin(u1) * Math.sin(u2)) / cos2Alpha;
    const c = (f / 16) * cos2Alpha * (4 + f * (4 - 3 * cos2Alpha));
    const next =
      difference +
      (1 - c) * f * sinAlpha * (sigma + c * sinSigma * (cos2m + c * cosSigma * (2 * cos2m ** 2 - 1)));
    if (Math.abs(next - lambda) < 1e-12) {
      const u = (cos2Alpha * (a * a - b * b)) / (b * b);
      const A = 1 + (u / 16384) * (4096 + u * (-768 + u * (320 - 175 * u)));
      const B = (u / 1024) * (256 + u * (-128 + u * (74 - 47 * u)));
      const delta =
        B *
        sinSigma *
        (cos2m +
          (B / 4) *
            (cosSigma * (2 * cos2m ** 2 - 1) -
              (B / 6) * cos2m * (4 * sinSigma ** 2 - 3) * (4 * cos2m ** 2 - 3)));
      return b * A * (sigma - delta);
    }
    lambda = next;
  }
  throw new Error('no convergence');
}

/** The most western, eastern, southern and northern point of the boundary of a demo city. */
function extremes(city: string): [Position, Position][] {
  const { features } = JSON.parse(
    readFileSync(join(demo, city, 'boundary.geojson'), 'utf8'),
  ) as FeatureCollection<Polygon>;
  const ring = features.flatMap(({ geometry }) => geometry.coordinates[0]!);
  const by = (axis: number) => [...ring].sort((p, q) => p[axis]! - q[axis]!);
  return [0, 1].map((axis) => [by(axis)[0]!, by(axis).at(-1)!]);
}

describe('the scale bar', () => {
  it('measures with Vincenty as published: Flinders Peak to Buninyong', () => {
    const dms = (d: number, m: number, s: number) => Math.sign(d) * (Math.abs(d) + m / 60 + s / 3600);
    const from = [dms(144, 25, 29.5244), dms(-37, 57, 3.7203)];
    const to = [dms(143, 55, 35.3839), dms(-37, 39, 10.1561)];
    // On GRS 80, which is WGS 84 to a tenth of a millimetre here (Geoscience Australia).
    expect(geodesicMeters(from, to)).toBeCloseTo(54972.271, 2);
  });

  it.each(cities)('is within 0.5 %% of the geodesic across %s', (city) => {
    const pairs = extremes(city);
    const [lon, lat] = pairs[0]![0] as [number, number];
    const plane = planeOfCrs(utmCrs(lon, lat));
    const project = (position: Position) => plane.project(position[0]!, position[1]!);
    const boundary = [Float64Array.from(pairs.flat().flatMap(project))];
    const map: HotPlacesMapProps = {
      lang: 'en',
      title: city,
      sourceLine: '',
      simulated: true,
      places: { count: 0, rings: () => new Float64Array(), n: [], hotClass: [], problemPlace: [] },
      problemPlaces: [],
      boundary,
      total: 0,
      tested: 0,
      method: '',
    };
    for (const widthMm of [60, 85, 174]) {
      const svg = renderSvg(createElement(HotPlacesMap, map), { widthMm });
      const number = (name: string) => Number(new RegExp(`${name}="([\\d.e-]+)"`).exec(svg)![1]);
      for (const [a, b] of pairs) {
        const [[ax, ay], [bx, by]] = [project(a), project(b)];
        const pixels = Math.hypot(ax - bx, ay - by) * number('data-map-scale');
        const shown = (pixels / number('data-scale-pixels')) * number('data-scale-meters');
        expect(Math.abs(shown / geodesicMeters(a, b) - 1)).toBeLessThan(0.005);
      }
    }
  });
});
