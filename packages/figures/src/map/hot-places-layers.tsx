import type { ReactNode } from 'react';
import { unionOutline } from '../geometry/union-outline.ts';
import { classStyle, palette, significantClasses } from '../palette.ts';
import { classOf, type HotPlacesMapProps } from './hot-places-props.ts';
import { ringsPath } from './map-ground.tsx';
import { CLASS_OUTLINE_WIDTH } from './map-style.ts';
import type { Viewport } from './viewport.ts';

interface LayerProps {
  readonly map: HotPlacesMapProps;
  readonly view: Viewport;
}

/** Places with incidents that are not significant, and untested ones, in faint neutrals. */
export function QuietPlaces({ map, view }: LayerProps): ReactNode {
  const { places } = map;
  const quiet = (name: string) => ringsOf(map, (i) => classOf(places, i) === name && places.n[i]! > 0);
  return (
    <>
      <path d={ringsPath(view, unionOutline(quiet('')))} fill={palette.untested} fillRule="evenodd" />
      <path d={ringsPath(view, unionOutline(quiet('none')))} fill={palette.quiet} fillRule="evenodd" />
    </>
  );
}

/** Hot and cold places: one filled and outlined shape per class. */
export function SignificantPlaces({ map, view, part }: LayerProps & { part: 'fill' | 'outline' }): ReactNode {
  // Weakest first, so that the outline of the strongest class lies on top.
  return [...significantClasses].reverse().map((name) => {
    const data = ringsPath(view, unionOutline(ringsOf(map, (i) => classOf(map.places, i) === name)));
    if (data === '') return null;
    const { fill, outline } = classStyle[name];
    return part === 'fill' ? (
      <path key={name} d={data} fill={fill} fillRule="evenodd" data-class={name} />
    ) : (
      <path
        key={name}
        d={data}
        fill="none"
        stroke={outline}
        strokeWidth={CLASS_OUTLINE_WIDTH}
        strokeLinejoin="round"
      />
    );
  });
}

/** The rings of the places that pass a test. */
export function ringsOf(map: HotPlacesMapProps, passes: (index: number) => boolean): Float64Array[] {
  const rings: Float64Array[] = [];
  for (let i = 0; i < map.places.count; i++) if (passes(i)) rings.push(map.places.rings(i));
  return rings;
}
