import { classIndex } from '@oryn/figures';
import { formatInteger, type Language, text } from '@oryn/language';
import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import { type CellPaint, countFills } from '../map/cell-paint.ts';
import { mapPalettes } from '../map/map-palette.ts';
import type { Scene } from '../map/scene.ts';
import { useColourScheme } from '../map/use-colour-scheme.ts';
import { useScene } from '../map/use-scene.ts';
import { useOutcome } from '../state/use-outcome.ts';
import { CORNERS } from '../worker/cell-columns.ts';
import { root, worker } from '../worker/client.ts';
import type { ComparedSide } from '../worker/compare.ts';
import type { Answer, BundleFacts } from '../worker/types.ts';

const CLEAR = 'rgba(0, 0, 0, 0)';
/** Around what is shown. */
export const ROOM = { top: 24, right: 24, bottom: 24, left: 24 };

/** One of two maps beside each other: counts of cells in the classes of both. */
export function ComparedMap(props: {
  lang: Language;
  letter: 'A' | 'B';
  name: string;
  facts: BundleFacts;
  side: ComparedSide | undefined;
  limits: readonly number[];
  /** What is outside it is veiled. */
  district: Answer['district'];
  /** What counts are divided by before they are classed. */
  over: number;
  onScene: (scene: Scene | undefined) => void;
  onMove: (metersPerPixel: number, bearing: number) => void;
}): ReactNode {
  const { lang, letter, name, facts, side, limits, district, over, onScene, onMove } = props;
  const canvas = useRef<HTMLDivElement>(null);
  const colours = mapPalettes[useColourScheme()];
  // The numbers stand where no map is drawn.
  const { scene, hasFailed } = useScene(canvas, {
    onPoint: () => {},
    onChoose: () => {},
    onMove,
    onScene,
  });
  const shapes = useOutcome(facts.id, () => worker.shapes(root, facts.id));
  const count = (shapes.value?.corners.length ?? 0) / (2 * CORNERS);
  const paint = useMemo((): CellPaint => {
    const nothing = { side: 'under' as const, fill: CLEAR, rim: CLEAR, size: 0 };
    // While it is counted, nothing of another comparison stands under this name.
    if (!side) return { classes: new Uint8Array(count), styles: [nothing] };
    const styles = countFills(limits, colours).map((fill) => ({
      side: 'over' as const,
      fill,
      rim: colours.countRim,
      size: 1,
    }));
    return {
      classes: Uint8Array.from(side.n, (n) => 1 + classIndex(n / over, limits)),
      styles: [nothing, ...styles],
    };
  }, [side, limits, over, colours, count]);
  useEffect(() => {
    scene?.showBundle(facts);
    scene?.showLayer('counts');
  }, [scene, facts]);
  useEffect(() => {
    const isNear = district !== undefined;
    scene?.show(district?.bounds ?? facts.focus, { padding: ROOM, maxZoom: isNear ? 14 : 12.6, jump: true });
  }, [scene, facts, district]);
  useEffect(() => {
    scene?.showDistrict(district);
  }, [scene, district]);
  useEffect(() => {
    scene?.speak(lang, text(lang, 'comparison.mapLabel', { letter, name }));
  }, [scene, lang, letter, name]);
  useEffect(() => {
    if (shapes.value) scene?.showShapes(shapes.value);
  }, [scene, shapes.value]);
  useEffect(() => {
    if (shapes.value) scene?.colourCells(paint);
  }, [scene, shapes.value, paint]);

  return (
    <div className="compared-map">
      <div className="canvas" ref={canvas} />
      {hasFailed && <p className="map-failed">{text(lang, 'viewer.mapFailed')}</p>}
      <p className="compared-name">
        <i aria-hidden="true">{letter}</i>{' '}
        <b>
          <bdi>{name}</bdi>
        </b>
        {side && (
          <small>
            {text(lang, 'viewer.incidentCount', {
              n: formatInteger(lang, side.incidents),
              count: side.incidents,
            })}
          </small>
        )}
      </p>
    </div>
  );
}
