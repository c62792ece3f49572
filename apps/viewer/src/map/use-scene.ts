import { type RefObject, useEffect, useRef, useState } from 'react';
import { mapPalettes } from './map-palette.ts';
import { loadMapFonts, Scene, type SceneEvents } from './scene.ts';
import { useColourScheme } from './use-colour-scheme.ts';

interface EventsOfMap extends SceneEvents {
  /** The map once it is made; undefined as soon as it is gone. */
  onScene?: (scene: Scene | undefined) => void;
}

/** The map in an element, made anew for the other colour scheme. Without WebGL there is none: `hasFailed`. */
export function useScene(
  canvas: RefObject<HTMLDivElement | null>,
  events: EventsOfMap,
): { scene: Scene | undefined; hasFailed: boolean } {
  const [scene, setScene] = useState<Scene>();
  const [hasFailed, setFailed] = useState(false);
  const scheme = useColourScheme();
  const latest = useRef(events);
  latest.current = events;
  useEffect(() => {
    let made: Scene | undefined;
    let isGone = false;
    loadMapFonts().then(() => {
      if (isGone || !canvas.current) return;
      try {
        made = new Scene(canvas.current, mapPalettes[scheme], {
          onPoint: (cell, place) => latest.current.onPoint(cell, place),
          onChoose: (id) => latest.current.onChoose(id),
          onMove: (metersPerPixel, bearing) => latest.current.onMove(metersPerPixel, bearing),
        });
        setScene(made);
        latest.current.onScene?.(made);
      } catch {
        setFailed(true);
      }
    });
    return () => {
      isGone = true;
      made?.remove();
      setScene(undefined);
      latest.current.onScene?.(undefined);
    };
  }, [canvas, scheme]);
  return { scene, hasFailed };
}
