import { type Language, text } from '@oryn/language';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useOutcome } from '../state/use-outcome.ts';
import type { Layer } from '../state/view-state.ts';
import { root, worker } from '../worker/client.ts';
import type { Answer, Bounds, BundleFacts, PlaceFact } from '../worker/types.ts';
import { boundsOfPlace, paddingFor } from './framing.ts';
import { LayerSwitch } from './layer-switch.tsx';
import { Legend } from './legend.tsx';
import { MapControls } from './map-controls.tsx';
import { mapPalettes } from './map-palette.ts';
import { loadMapFonts, type Pointed, Scene } from './scene.ts';
import { Tooltip } from './tooltip.tsx';
import { useColourScheme } from './use-colour-scheme.ts';

interface MapViewProps {
  lang: Language;
  facts: BundleFacts;
  answer: Answer;
  layer: Layer;
  chosen: PlaceFact | undefined;
  pointed: string | undefined;
  isBusy: boolean;
  onLayer: (layer: Layer) => void;
  onChoose: (id: string | undefined) => void;
  onPoint: (id: string | undefined) => void;
}

/** The map, what explains it, and what moves it. */
export function MapView(props: MapViewProps): ReactNode {
  const { lang, facts, answer, layer, chosen, pointed, isBusy, onLayer } = props;
  const [cell, setCell] = useState<Pointed>();
  const [metersPerPixel, setMetersPerPixel] = useState<number>();
  const [bearing, setBearing] = useState(0);
  const area = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLDivElement>(null);
  const { scene, hasFailed } = useScene(canvas, props, setCell, (scale, turned) => {
    setMetersPerPixel(scale);
    setBearing(turned);
  });
  const density = useOutcome(
    layer === 'density' ? JSON.stringify([facts.id, answer.question]) : undefined,
    () => worker.density(root, facts.id, answer.question),
  );

  useEffect(() => {
    scene?.showBundle(facts);
  }, [scene, facts]);
  useEffect(() => {
    scene?.speak(lang);
  }, [scene, lang]);
  useEffect(() => {
    scene?.showAnswer(answer);
    setCell(undefined);
  }, [scene, answer]);
  useEffect(() => {
    if (density.value) scene?.showDensity(density.value);
  }, [scene, density.value]);
  useEffect(() => {
    scene?.showLayer(layer);
  }, [scene, layer]);
  useEffect(() => {
    scene?.point(pointed);
  }, [scene, pointed]);

  const show = (bounds: Bounds, maxZoom?: number, jump?: boolean): void => {
    const padding = paddingFor(area.current!, chosen !== undefined);
    scene?.show(bounds, { padding, ...(maxZoom && { maxZoom }), ...(jump && { jump }) });
  };
  const latestShow = useRef(show);
  latestShow.current = show;
  useEffect(() => {
    if (scene) latestShow.current(facts.focus, 12.6, true);
  }, [scene, facts]);
  const chosenId = chosen?.id;
  const latestChosen = useRef(chosen);
  latestChosen.current = chosen;
  useEffect(() => {
    scene?.choose(chosenId);
    if (scene && latestChosen.current) latestShow.current(boundsOfPlace(latestChosen.current), 13);
  }, [scene, chosenId]);

  return (
    <div className="map-area" ref={area}>
      <div className="stage">
        <div className="canvas" ref={canvas} />
        {hasFailed && <p className="map-failed">{text(lang, 'viewer.mapFailed')}</p>}
        <Marks lang={lang} facts={facts} />
        {cell && <Tooltip lang={lang} pointed={cell} answer={answer} />}
      </div>
      {(isBusy || density.isBusy) && (
        <div className="counting" role="status">
          <span>{text(lang, 'viewer.counting')}</span>
        </div>
      )}
      <LayerSwitch lang={lang} layer={layer} onChange={onLayer} />
      <Legend
        lang={lang}
        facts={facts}
        answer={answer}
        layer={layer}
        density={density.value}
        metersPerPixel={metersPerPixel}
      />
      <MapControls
        lang={lang}
        bearing={bearing}
        onZoom={(step) => scene?.zoomBy(step)}
        onNorth={() => scene?.northUp()}
        onFit={() => show(facts.bounds)}
      />
    </div>
  );
}

/** What no reader of the map may miss. */
function Marks({ lang, facts }: { lang: Language; facts: BundleFacts }): ReactNode {
  return (
    <div className="marks">
      {facts.simulated && (
        <p className="pill" data-mark="simulated">
          {text(lang, 'viewer.simulatedBanner')}
        </p>
      )}
      {facts.subject === 'road-accidents' && (
        <p className="pill" data-mark="not-crime">
          {text(lang, 'figures.roadAccidentsNotCrime')}
        </p>
      )}
    </div>
  );
}

function useScene(
  canvas: React.RefObject<HTMLDivElement | null>,
  { onChoose, onPoint }: MapViewProps,
  onCell: (pointed: Pointed | undefined) => void,
  onMove: (metersPerPixel: number, bearing: number) => void,
): { scene: Scene | undefined; hasFailed: boolean } {
  const [scene, setScene] = useState<Scene>();
  const [hasFailed, setFailed] = useState(false);
  const scheme = useColourScheme();
  const latest = useRef({ onChoose, onPoint, onCell, onMove });
  latest.current = { onChoose, onPoint, onCell, onMove };
  useEffect(() => {
    let made: Scene | undefined;
    let isGone = false;
    loadMapFonts().then(() => {
      if (isGone || !canvas.current) return;
      try {
        made = new Scene(canvas.current, mapPalettes[scheme], {
          onPoint: (cell, place) => {
            latest.current.onCell(cell);
            latest.current.onPoint(place);
          },
          onChoose: (id) => latest.current.onChoose(id),
          onMove: (scale, turned) => latest.current.onMove(scale, turned),
        });
        setScene(made);
      } catch {
        // No WebGL: the list and the sheet still work.
        setFailed(true);
      }
    });
    return () => {
      isGone = true;
      made?.remove();
      setScene(undefined);
    };
  }, [canvas, scheme]);
  return { scene, hasFailed };
}
