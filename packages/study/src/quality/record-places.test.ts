import type { Feature } from 'geojson';
import { describe, expect, it } from 'vitest';
import { recordPlaces } from './record-places.ts';

const point = (properties: Feature['properties']): Feature => ({
  type: 'Feature',
  properties,
  geometry: { type: 'Point', coordinates: [71, 51] },
});

/** A shop beside it makes the kind of the list known. */
const counts = (properties: Feature['properties']): boolean =>
  recordPlaces([point({ kind: 'shop' }), point(properties)]).length === 1;

describe('places where records end up', () => {
  it('are known in three languages and by the values of OpenStreetMap', () => {
    const kinds =
      'police|police_station|Police Station|hospital|clinic|doctors|morgue|Emergency department|courthouse|Court|bus_station|Airport|' +
      'Отдел полиции|опорный пункт|РОВД|Городская больница|поликлиника|морг|Приёмный покой|станция скорой помощи|районный суд|суд|автовокзал|вокзал железнодорожный|' +
      'полиция бөлімі|қалалық аурухана|емхана|мәйітхана|жедел жәрдем|сот|автобекет|әуежай';
    for (const kind of kinds.split('|')) expect(counts({ kind }), kind).toBe(true);
    expect(counts({ railway: 'station' })).toBe(true);
    expect(counts({ AMENITY: 'Police' })).toBe(true);
    expect(counts({ place_code: '077' })).toBe(true);
    expect(counts({ place_code: 29 })).toBe(true);
  });

  it('are not shops, fire and petrol stations, vets or payment terminals', () => {
    const kinds =
      'shop|supermarket|fire_station|petrol station|fuel|payment_terminal|food_court|veterinary|school|магазин|судоремонт|пожарная часть|АЗС|жанармай құю бекеті|дүкен';
    for (const kind of kinds.split('|')) expect(counts({ kind }), kind).toBe(false);
    expect(counts({ place_code: '053' })).toBe(false);
    expect(counts({ kind: 'office', place_code: '077' })).toBe(false);
    expect(counts({ name: 'Police' })).toBe(false);
  });

  it('are all points of a list that does not say what they are', () => {
    const features = [point({ name: 'A' }), point({ type: 'node' }), point(null)];
    expect(recordPlaces(features)).toEqual(features);
    expect(recordPlaces([])).toEqual([]);
    const area: Feature = { ...point({}), geometry: { type: 'Polygon', coordinates: [] } };
    expect(recordPlaces([area, features[0]])).toEqual([features[0]]);
  });
});
