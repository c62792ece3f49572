import { type Language, text } from '@oryn/language';
import type { FeatureCollection, MultiPolygon } from 'geojson';
import {
  type GeoJSONSource,
  Map as MapLibreMap,
  type MapMouseEvent,
  type PaddingOptions,
  setWorkerUrl,
} from 'maplibre-gl';
import mapWorkerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { type ShownBasemap, showBasemap } from '../basemap/show-basemap.ts';
import type { Layer } from '../state/view-state.ts';
import type { CellShapes } from '../worker/cell-columns.ts';
import { workerAddress } from '../worker/start-worker.ts';
import type { Answer, Bounds, BundleFacts, DensityAnswer, DistrictAnswer } from '../worker/types.ts';
import { CellFinder } from './cell-finder.ts';
import type { CellPaint } from './cell-paint.ts';
import { CellPainter } from './cell-painter.ts';
import { CELLS_OVER, CELLS_UNDER } from './data-layers.ts';
import { discImage, pinImage, postImage } from './disc-image.ts';
import { MAP_FONT, MAP_FONT_BOLD } from './expressions.ts';
import type { Padding } from './framing.ts';
import type { MapPalette } from './map-palette.ts';
import { discFilters } from './place-layers.ts';
import { mapStyle, type SourceId } from './style.ts';

setWorkerUrl(workerAddress(mapWorkerUrl));

/** A cell under the pointer, by its number in the bundle, and where the pointer is on the screen. */
export interface Pointed {
  cell: number;
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
const namedLayers = [
  'main-names',
  'street-names',
  'water-names',
  'district-names',
  'point-names',
  'post-names',
];
const NOTHING: FeatureCollection = { type: 'FeatureCollection', features: [] };

const collectionOf = (geometry: MultiPolygon): FeatureCollection => ({
  type: 'FeatureCollection',
  features: [{ type: 'Feature', properties: {}, geometry }],
});

/** The fonts must be there before the map is made, else it bakes in a fallback. */
export async function loadMapFonts(): Promise<void> {
  await Promise.all(
    [MAP_FONT, MAP_FONT_BOLD].map((family) => document.fonts.load(`24px ${family}`, ALPHABET)),
  );
}

/** Pixels of the screen in one of the page, which is enlarged on a wall. */
const pixelRatioOf = (container: HTMLElement): number =>
  window.devicePixelRatio * (container.currentCSSZoom ?? 1);

/** The map, in words of places and findings. */
export class Scene {
  private readonly map: MapLibreMap;
  private readonly ready: Promise<void>;
  private readonly basemap: Promise<ShownBasemap>;
  private chosen: string | undefined;
  private pointed: string | undefined;
  private rankToId = new Map<number, string>();
  private finder: CellFinder | undefined;
  private classes: Uint8Array | undefined;
  private readonly painter: CellPainter;

  constructor(container: HTMLElement, colours: MapPalette, events: SceneEvents) {
    this.map = new MapLibreMap({
      container,
      pixelRatio: pixelRatioOf(container),
      style: mapStyle(colours),
      attributionControl: false,
      maxZoom: 18,
      minZoom: 7,
      pitchWithRotate: false,
      maxPitch: 0,
      fadeDuration: 0,
    });
    const { map } = this;
    this.painter = new CellPainter(map);
    // A window moved to another screen.
    map.on('resize', () => {
      const ratio = pixelRatioOf(container);
      if (map.getPixelRatio() !== ratio) map.setPixelRatio(ratio);
    });
    // Also when the graphics card was lost and came back: the style returns without what we draw ourselves.
    map.on('style.load', () => {
      for (const [side, before] of [
        ['under', CELLS_UNDER],
        ['over', CELLS_OVER],
      ] as const) {
        if (!map.getLayer(`cells-${side}`)) map.addLayer(this.painter.layer(`cells-${side}`, side), before);
      }
    });
    this.ready = new Promise((done) => {
      map.once('load', () => {
        const disc = discImage(colours.disc, '#FFFFFF');
        const chosen = discImage(colours.chosenDisc, '#FFFFFF');
        map.addImage('disc', disc.image, { pixelRatio: disc.pixelRatio });
        map.addImage('disc-chosen', chosen.image, { pixelRatio: chosen.pixelRatio });
        const post = postImage(colours.post, colours.casing);
        map.addImage('post', post.image, { pixelRatio: post.pixelRatio });
        const suggested = pinImage(colours.post, colours.casing);
        map.addImage('siting-post', suggested.image, { pixelRatio: suggested.pixelRatio });
        done();
      });
    });
    this.basemap = this.ready.then(() => showBasemap(map, colours));
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
    const hasStreets = facts.context.features.some(({ properties }) => properties?.role === 'street');
    (await this.basemap).nameRoads(!hasStreets);
  }

  async showShapes(shapes: CellShapes): Promise<void> {
    await this.ready;
    this.finder = new CellFinder(shapes);
    this.painter.show(shapes);
  }

  async colourCells(paint: CellPaint): Promise<void> {
    await this.ready;
    this.classes = paint.classes;
    this.painter.colour(paint);
  }

  async showAnswer(answer: Answer): Promise<void> {
    await this.ready;
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

  /** What is outside a district is veiled. */
  async showDistrict(district: DistrictAnswer | undefined): Promise<void> {
    await this.ready;
    this.setData('veil', district?.outside ?? NOTHING);
    this.setData('district', district ? collectionOf(district.outline) : NOTHING);
  }

  /** Suggested posts and the round through the shortlist; nothing while their page is closed. */
  async showSiting(found: FeatureCollection | undefined): Promise<void> {
    await this.ready;
    this.setData('siting', found ?? NOTHING);
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
    this.map.setLayoutProperty('density', 'visibility', layer === 'density' ? 'visible' : 'none');
  }

  /** Names on the map in a language. */
  async speak(lang: Language, label = text(lang, 'viewer.mapLabel')): Promise<void> {
    this.map.getCanvas().setAttribute('aria-label', label);
    await this.ready;
    for (const id of namedLayers) {
      this.map.setLayoutProperty(id, 'text-field', ['get', lang]);
    }
    (await this.basemap).speak(lang);
  }

  async choose(id: string | undefined): Promise<void> {
    await this.ready;
    this.setState('chosen', this.chosen, id);
    this.chosen = id;
    for (const [layer, filter] of Object.entries(discFilters(id))) this.map.setFilter(layer, filter);
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

  /** Shows the ground that another map shows, or its own at the same scale. */
  follow({ map: other }: Scene, isSameGround: boolean): void {
    const cosineOf = (map: MapLibreMap): number => Math.cos((map.getCenter().lat * Math.PI) / 180);
    this.map.jumpTo({
      bearing: other.getBearing(),
      ...(isSameGround
        ? { center: other.getCenter(), zoom: other.getZoom() }
        : { zoom: other.getZoom() + Math.log2(cosineOf(this.map) / cosineOf(other)) }),
    });
  }

  /** What the map shows beside what floats over it, in degrees. */
  bounds({ top, right, bottom, left }: Padding): Bounds {
    const { clientWidth, clientHeight } = this.map.getContainer();
    const [x, y] = [
      [left, clientWidth - right],
      [top, clientHeight - bottom],
    ];
    const corners = x.flatMap((one) => y.map((other) => this.map.unproject([one, other])));
    const lons = corners.map(({ lng }) => lng);
    const lats = corners.map(({ lat }) => lat);
    return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
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
    const [disc] = this.map.queryRenderedFeatures(point, {
      layers: ['disc-chosen', 'discs', 'discs-more', 'place-fill'],
    });
    return disc && this.rankToId.get(Number(disc.properties.rank));
  }

  /** The cell under the pointer, where something is painted of it. */
  private cellAt({ lngLat }: MapMouseEvent): number | undefined {
    const cell = this.finder?.at(lngLat.lng, lngLat.lat);
    return cell !== undefined && this.classes?.[cell] ? cell : undefined;
  }

  private onPointer(event: MapMouseEvent, events: SceneEvents): void {
    // Under a map that is dragged nothing is pointed at.
    if (!this.map.getLayer('discs') || this.map.isMoving()) return;
    const cell = this.cellAt(event);
    const place = this.placeAt(event);
    this.map.getCanvas().style.cursor = place ? 'pointer' : '';
    events.onPoint(cell === undefined ? undefined : { cell, x: event.point.x, y: event.point.y }, place);
  }

  private onClick(event: MapMouseEvent, events: SceneEvents): void {
    const place = this.placeAt(event);
    events.onChoose(place);
    // A finger does not hover: a tap on a cell tells what a pointer over it would.
    const cell = place ? undefined : this.cellAt(event);
    events.onPoint(cell === undefined ? undefined : { cell, x: event.point.x, y: event.point.y }, place);
  }
}
