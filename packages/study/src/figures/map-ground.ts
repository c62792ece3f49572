import type { Bounds } from '@oryn/core';
import type { LineKind, MapLine, MapPolygon, MapProps } from '@oryn/figures';
import type { Language } from '@oryn/language';
import type { Feature, Position } from 'geojson';
import { roleOf } from '../naming/context-role.ts';
import { linesOf } from '../naming/names.ts';
import { countryInset } from './country-inset.ts';
import type { Drawn } from './drawn.ts';
import { periodOf, sourceOf, subjectText, titleOf } from './figure-words.ts';
import { boundsInDegrees, graticuleOf } from './graticule.ts';
import { groundNames } from './ground-names.ts';

/** Positions in degrees as x, y pairs in metres of the plane. */
export type Project = (positions: readonly Position[]) => Float64Array;

export function projectOn(plane: Drawn['plane']): Project {
  return (positions) => {
    const out = new Float64Array(positions.length * 2);
    positions.forEach(([lon, lat], i) => {
      [out[2 * i], out[2 * i + 1]] = plane.project(lon, lat);
    });
    return out;
  };
}

/** What all maps of a study have in common: title, period, sources, ground. */
export function mapProps(drawn: Drawn, lang: Language): MapProps {
  const project = projectOn(drawn.plane);
  const bounds = boundsInDegrees(drawn);
  return {
    lang,
    title: titleOf(drawn.study, lang),
    subtitle: `${periodOf(drawn, lang)} · ${subjectText(drawn.subject, lang, drawn.study)}`,
    sourceLine: sourceOf(drawn.study),
    simulated: drawn.simulated,
    boundary: (drawn.area?.polygons ?? []).flatMap((polygon) => polygon.map(project)),
    lines: linesForMap(drawn.context, project),
    polygons: polygonsForMap(drawn.context, project),
    graticule: bounds && graticuleOf(drawn.extent ?? bounds, drawn.plane),
    names: groundNames(drawn.context, lang, project),
    // An invented city lies in no country.
    inset: bounds && !drawn.simulated ? countryInset(bounds, lang) : undefined,
    extent: drawn.extent && planarExtent(drawn.extent, project),
  };
}

/** The bounds on the plane of the corners of bounds in degrees. */
function planarExtent({ west, south, east, north }: Bounds, project: Project): MapProps['extent'] {
  const corners = project([
    [west, south],
    [west, north],
    [east, south],
    [east, north],
  ]);
  const x = corners.filter((_, i) => i % 2 === 0);
  const y = corners.filter((_, i) => i % 2 === 1);
  return { minX: Math.min(...x), maxX: Math.max(...x), minY: Math.min(...y), maxY: Math.max(...y) };
}

function linesForMap(context: readonly Feature[], project: Project): MapLine[] {
  return context.flatMap((feature) => {
    const kind = drawnAs(feature) as LineKind;
    return linesOf(feature).map((line) => ({ coordinates: project(line), kind }));
  });
}

/** As what a feature under the map is drawn: a kind of line or of area, undefined for points. */
export function drawnAs(feature: Feature): LineKind | MapPolygon['kind'] | undefined {
  const isLine = linesOf(feature).length > 0;
  switch (roleOf(feature)) {
    case 'water':
      return isLine ? 'river' : 'water';
    case 'rail':
      return 'rail';
    case 'main':
      return 'main';
    case 'street':
    case 'lane':
      return 'street';
    case 'district':
    case 'land':
      return 'district';
    default:
      return undefined;
  }
}

function polygonsForMap(context: readonly Feature[], project: Project): MapPolygon[] {
  return context.flatMap((feature) => {
    const { geometry } = feature;
    const polygons =
      geometry.type === 'Polygon'
        ? [geometry.coordinates]
        : geometry.type === 'MultiPolygon'
          ? geometry.coordinates
          : [];
    const kind = drawnAs(feature) as MapPolygon['kind'];
    return polygons.map((rings) => ({ rings: rings.map(project), kind }));
  });
}
