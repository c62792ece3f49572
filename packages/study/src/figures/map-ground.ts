import type { MapLine, MapPolygon, MapProps } from '@oryn/figures';
import type { Language } from '@oryn/language';
import type { Feature, Position } from 'geojson';
import { linesOf } from '../naming/names.ts';
import type { Drawn } from './drawn.ts';
import { periodOf, sourceOf, subjectText, titleOf } from './figure-words.ts';

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
  return {
    lang,
    title: titleOf(drawn.study, lang),
    subtitle: `${periodOf(drawn, lang)} · ${subjectText(drawn.subject, lang)}`,
    sourceLine: sourceOf(drawn.study),
    simulated: drawn.simulated,
    boundary: (drawn.area?.polygons ?? []).flatMap((polygon) => polygon.map(project)),
    lines: linesForMap(drawn.context, project),
    polygons: polygonsForMap(drawn.context, project),
  };
}

function linesForMap(context: readonly Feature[], project: Project): MapLine[] {
  return context.flatMap((feature) =>
    linesOf(feature).map((line) => ({ coordinates: project(line), kind: lineKind(feature) })),
  );
}

function lineKind(feature: Feature): MapLine['kind'] {
  const { class: streetClass, kind } = feature.properties ?? {};
  if (kind === 'river' || kind === 'rail') return kind;
  return streetClass === 'main' ? 'main' : 'street';
}

function polygonsForMap(context: readonly Feature[], project: Project): MapPolygon[] {
  return context.flatMap((feature) => {
    const { geometry, properties } = feature;
    const polygons =
      geometry.type === 'Polygon'
        ? [geometry.coordinates]
        : geometry.type === 'MultiPolygon'
          ? geometry.coordinates
          : [];
    const kind = properties?.kind === 'river' || properties?.kind === 'water' ? 'water' : 'district';
    return polygons.map((rings) => ({ rings: rings.map(project), kind }) as MapPolygon);
  });
}
