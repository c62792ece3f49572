import { type Language, text } from '@oryn/language';
import type { FeatureCollection } from 'geojson';
import {
  type GeoJSONSource,
  Map as MapLibreMap,
  type MapMouseEvent,
  type PaddingOptions,
  setWorkerUrl,
} from 'maplibre-gl';
import mapWorkerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import type { Layer } from '../state/view-state.ts';
import type { Answer, Bounds, BundleFacts, CellProperties, DensityAnswer } from '../worker/types.ts';
import { densityLayers, hotLayers } from './data-layers.ts';
import { discImage } from './disc-image.ts';
import { MAP_FONT, MAP_FONT_BOLD } from './expressions.ts';
import type { MapPalette } from './map-palette.ts';
import { mapStyle, type SourceId } from './style.ts';

setWorkerUrl(mapWorkerUrl);

/** A cell under the pointer, where it is on the screen, or nothing. */
export interface Pointed {
  cell: CellProperties;
  x: number;
  y: number;
}

export interface SceneEvents {
  /** What is under the pointer: a cell, and the id of the place its disc or outline belongs to. */
  onPoint: (pointed: Pointed | undefined, place: string | undefined) => void;
  /** The id of the place clicked; undefined for the ground. */
  onChoose: (id: string | undefined) => void;
  onMove: (metersPerPixel: number, bearing: number) => void;
}

/** Letters of the three languages: what the map's text must have before it is drawn the first time. */
const ALPHABET = 'ӘҒҚҢӨҰҮҺІәабвЖЯqwAZ0189—';
const FLY_MS = 240;

/** The fonts must be there before the map is made, else it bakes in a fallback. */
export async function loadMapFonts(): Promise<void> {
  await Promise.all(
    [MAP_FONT, MAP_FONT_BOLD].map((family) => document.fonts.load(`24px ${family}`, ALPHABET)),
  );
}

/** The map, in words of places and findings. */
export class Scene {
  private readonly map: MapLibreMap;
  private readonly ready: Promise<void>;
  private chosen: string | undefined;
  private pointed: string | undefined;
  private rankToId = new Map<number, string>();

  constructor(container: HTMLElement, colours: MapPalette, events: SceneEvents) {
    this.map = new MapLibreMap({
      container,
      style: mapStyle(colours),
      attributionControl: false,
      maxZoom: 18,
      minZoom: 7,
      pitchWithRotate: false,
      maxPitch: 0,
      fadeDuration: 0,
    });
    const { map } = this;
    this.ready = new Promise((done) => {
      map.once('load', () => {
        const disc = discImage(colours.disc, '#FFFFFF');
        const chosen = discImage(colours.chosenDisc, '#FFFFFF');
        map.addImage('disc', disc.image, { pixelRatio: disc.pixelRatio });
        map.addImage('disc-chosen', chosen.image, { pixelRatio: chosen.pixelRatio });
        done();
      });
    });
    map.on('move', () => events.onMove(this.metersPerPixel(), map.getBearing()));
    map.on('load', () => events.onMove(this.metersPerPixel(), map.getBearing()));
    map.on('mousemove', (event) => this.onPointer(event, events));
    map.on('mouseout', () => events.onPoint(undefined, undefined));
    map.on('click', (event) => this.onClick(event, events));
    map.on('idle', () => container.setAttribute('data-state', 'idle'));
    map.on('movestart', () => container.setAttribute('data-state', 'moving'));
  }

  remove(): void {
    this.map.remove();
  }

  async showBundle(facts: BundleFacts): Promise<void> {
    await this.ready;
    this.setData('outside', facts.outside);
    this.setData('boundary', facts.boundary);
    this.setData('context', facts.context);
  }

  async showAnswer(answer: Answer): Promise<void> {
    await this.ready;
    this.setData('cells', answer.cells);
    const hot = { type: 'Feature' as const, properties: {}, geometry: answer.hotOutline };
    this.setData('hot', { type: 'FeatureCollection', features: [hot] });
    this.rankToId = new Map(answer.places.map(({ rank, id }) => [rank, id]));
    this.setData('places', {
      type: 'FeatureCollection',
      features: answer.places.map(({ id, rank, outline }) => ({
        type: 'Feature',
        properties: { id, rank },
        geometry: { type: 'MultiPolygon', coordinates: outline },
      })),
    });
    this.setData('discs', {
      type: 'FeatureCollection',
      features: answer.places.map(({ id, rank, lon, lat }) => ({
        type: 'Feature',
        properties: { id, rank },
        geometry: { type: 'Point', coordinates: [lon, lat] },
      })),
    });
  }

  async showDensity({ bands }: DensityAnswer): Promise<void> {
    await this.ready;
    this.setData('density', {
      type: 'FeatureCollection',
      features: bands.map(({ area }, band) => ({ type: 'Feature', properties: { band }, geometry: area })),
    });
  }

  async showLayer(layer: Layer): Promise<void> {
    await this.ready;
    const show = (ids: readonly string[], isShown: boolean): void => {
      for (const id of ids) this.map.setLayoutProperty(id, 'visibility', isShown ? 'visible' : 'none');
    };
    show(hotLayers, layer === 'hot');
    show(densityLayers, layer === 'density');
  }

  /** Names on the map in a language. */
  async speak(lang: Language): Promise<void> {
    this.map.getCanvas().setAttribute('aria-label', text(lang, 'viewer.mapLabel'));
    await this.ready;
    for (const id of ['main-names', 'street-names', 'water-names', 'district-names', 'point-names']) {
      this.map.setLayoutProperty(id, 'text-field', ['get', lang]);
    }
  }

  async choose(id: string | undefined): Promise<void> {
    await this.ready;
    this.setState('chosen', this.chosen, id);
    this.chosen = id;
    this.map.setFilter('discs', ['!=', ['get', 'id'], id ?? '']);
    this.map.setFilter('disc-chosen', ['==', ['get', 'id'], id ?? '']);
  }

  async point(id: string | undefined): Promise<void> {
    await this.ready;
    this.setState('pointed', this.pointed, id);
    this.pointed = id;
  }

  /** Show some bounds; a short flight keeps one's place, a reader who asked for stillness gets a jump. */
  async show(
    bounds: Bounds,
    options: { padding: PaddingOptions; maxZoom?: number; jump?: boolean },
  ): Promise<void> {
    await this.ready;
    const { padding, maxZoom = 15, jump = false } = options;
    const isStill = jump || window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.map.fitBounds(bounds, {
      padding,
      maxZoom,
      duration: isStill ? 0 : FLY_MS,
      bearing: 0,
      linear: true,
    });
  }

  zoomBy(step: number): void {
    this.map.easeTo({ zoom: this.map.getZoom() + step, duration: FLY_MS });
  }

  northUp(): void {
    this.map.easeTo({ bearing: 0, duration: FLY_MS });
  }

  private metersPerPixel(): number {
    const latitude = (this.map.getCenter().lat * Math.PI) / 180;
    return (40_075_016.686 * Math.cos(latitude)) / (512 * 2 ** this.map.getZoom());
  }

  private setData(id: SourceId, data: FeatureCollection): void {
    this.map.getSource<GeoJSONSource>(id)?.setData(data);
  }

  private setState(name: 'chosen' | 'pointed', before: string | undefined, now: string | undefined): void {
    if (before !== undefined) this.map.setFeatureState({ source: 'places', id: before }, { [name]: false });
    if (now !== undefined) this.map.setFeatureState({ source: 'places', id: now }, { [name]: true });
  }

  private placeAt({ point }: MapMouseEvent): string | undefined {
    const [disc] = this.map.queryRenderedFeatures(point, { layers: ['disc-chosen', 'discs', 'place-fill'] });
    return disc && this.rankToId.get(Number(disc.properties.rank));
  }

  private cellAt({ point }: MapMouseEvent): CellProperties | undefined {
    const layers = ['cells-hot', 'cells-quiet'].filter(
      (id) => this.map.getLayoutProperty(id, 'visibility') !== 'none',
    );
    const [cell] = this.map.queryRenderedFeatures(point, { layers });
    return cell?.properties as CellProperties | undefined;
  }

  private onPointer(event: MapMouseEvent, events: SceneEvents): void {
    if (!this.map.getLayer('cells-hot')) return;
    const cell = this.cellAt(event);
    const place = this.placeAt(event);
    this.map.getCanvas().style.cursor = place ? 'pointer' : '';
    events.onPoint(cell && { cell, x: event.point.x, y: event.point.y }, place);
  }

  private onClick(event: MapMouseEvent, events: SceneEvents): void {
    const place = this.placeAt(event);
    events.onChoose(place);
    // A finger does not hover: a tap on a cell tells what a pointer over it would.
    const cell = place ? undefined : this.cellAt(event);
    events.onPoint(cell && { cell, x: event.point.x, y: event.point.y }, place);
  }
}
