import { type Language, text } from '@oryn/language';
import type { FeatureCollection } from 'geojson';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { useOutcome } from '../state/use-outcome.ts';
import type { ChangeSplit, Layer } from '../state/view-state.ts';
import type { MonthOnMap } from '../time/use-month-on-map.ts';
import { root, worker } from '../worker/client.ts';
import type { Answer, Bounds, BundleFacts, PlaceFact } from '../worker/types.ts';
import { hotPaint, layerPaint } from './cell-paint.ts';
import { boundsOfPlace, paddingFor } from './framing.ts';
import { LayerMenu } from './layer-menu.tsx';
import { Legend } from './legend.tsx';
import { MapControls } from './map-controls.tsx';
import { mapPalettes } from './map-palette.ts';
import { Marks } from './marks.tsx';
import type { Pointed, Scene } from './scene.ts';
import { StaticMap } from './static-map.tsx';
import { Tooltip } from './tooltip.tsx';
import { useColourScheme } from './use-colour-scheme.ts';
import { useScene } from './use-scene.ts';

interface MapViewProps {
  lang: Language;
  facts: BundleFacts;
  answer: Answer;
  layer: Layer;
  split: ChangeSplit;
  /** Counts of one month in place of the layer. */
  month: MonthOnMap | undefined;
  chosen: PlaceFact | undefined;
  pointed: string | undefined;
  /** Suggested posts and the round, while their page is open. */
  siting: FeatureCollection | undefined;
  isBusy: boolean;
  onLayer: (layer: Layer) => void;
  onSplit: (split: ChangeSplit) => void;
  onChoose: (id: string | undefined) => void;
  onPoint: (id: string | undefined) => void;
  /** @param view what the map shows */
  onFigure: (view: Bounds) => void;
}

/** The map, what explains it, and what moves it. */
export function MapView(props: MapViewProps): ReactNode {
  const { lang, facts, answer, split, month, chosen, pointed, isBusy, onLayer, onFigure } = props;
  const layer = month ? 'counts' : props.layer;
  const counted = month?.answer ?? answer;
  const [cell, setCell] = useState<Pointed>();
  const [metersPerPixel, setMetersPerPixel] = useState<number>();
  const [bearing, setBearing] = useState(0);
  const area = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLDivElement>(null);
  const { scene, hasFailed } = useScene(canvas, {
    onPoint: (under, place) => {
      setCell(under);
      props.onPoint(place);
    },
    onChoose: props.onChoose,
    onMove: (scale, turned) => {
      // Rounded, so that a map moved a little north has the same scale and nothing is drawn anew.
      setMetersPerPixel(Number(scale.toPrecision(3)));
      setBearing(turned);
    },
  });
  const shapes = useOutcome(facts.id, () => worker.shapes(root, facts.id));
  const layerKey = JSON.stringify([facts.id, answer.question, layer, layer === 'change' && split]);
  const asked = useOutcome(layer === 'hot' || month ? undefined : layerKey, () =>
    worker.layer(root, facts.id, answer.question, layer as Exclude<Layer, 'hot'>, split),
  );
  const found = month?.layer ?? (asked.value?.layer === layer ? asked.value : undefined);
  const colours = mapPalettes[useColourScheme()];
  const paint = useMemo(() => {
    if (layer === 'hot') return hotPaint(answer, colours);
    return found && layerPaint(counted, found, colours);
  }, [answer, counted, layer, found, colours]);

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
    if (shapes.value) scene?.showShapes(shapes.value);
  }, [scene, shapes.value]);
  useEffect(() => {
    if (shapes.value && paint) scene?.colourCells(paint);
  }, [scene, shapes.value, paint]);
  useEffect(() => {
    scene?.showSiting(props.siting);
  }, [scene, props.siting]);
  useEffect(() => {
    scene?.showDistrict(answer.district);
  }, [scene, answer.district]);
  useEffect(() => {
    if (found?.layer === 'density') scene?.showDensity(found);
  }, [scene, found]);
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
  const district = answer.question.district;
  const latestFocus = useRef(facts.focus);
  latestFocus.current = answer.district?.bounds ?? facts.focus;
  const shown = useRef<{ scene: Scene; facts: BundleFacts }>(undefined);
  useEffect(() => {
    if (!scene) return;
    const isSameCity = shown.current?.scene === scene && shown.current.facts === facts;
    shown.current = { scene, facts };
    latestShow.current(latestFocus.current, district === undefined ? 12.6 : 14, !isSameCity);
  }, [scene, facts, district]);
  const chosenId = chosen?.id;
  const latestChosen = useRef(chosen);
  latestChosen.current = chosen;
  useEffect(() => {
    scene?.choose(chosenId);
    if (scene && latestChosen.current) latestShow.current(boundsOfPlace(latestChosen.current), 13);
  }, [scene, chosenId]);

  return (
    <div id="map" className="map-area" ref={area}>
      <div className="stage">
        <div className="canvas" ref={canvas} />
        {hasFailed && <StaticMap lang={lang} facts={facts} question={answer.question} />}
        <Marks lang={lang} facts={[facts]} month={month} />
        {cell && <Tooltip lang={lang} pointed={cell} answer={counted} found={found} />}
      </div>
      {(isBusy || asked.isBusy) && (
        <div className="counting" role="status">
          <span>{text(lang, 'viewer.counting')}</span>
        </div>
      )}
      {!hasFailed && (
        <>
          <LayerMenu lang={lang} layer={layer} onChange={onLayer} />
          <Legend {...props} answer={counted} layer={layer} found={found} metersPerPixel={metersPerPixel} />
          <MapControls
            lang={lang}
            bearing={bearing}
            onZoom={(step) => scene?.zoomBy(step)}
            onNorth={() => scene?.northUp()}
            onFit={() => show(facts.bounds)}
            onFigure={() => scene && onFigure(scene.bounds(paddingFor(area.current!, chosen !== undefined)))}
          />
        </>
      )}
    </div>
  );
}
