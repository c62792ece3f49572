import { describe, expect, it } from 'vitest';
import { mapPalettes } from '../map/map-palette.ts';
import { mapStyle } from '../map/style.ts';
import { BASE_NAMES, nameIn, rasterLayer, vectorLayers } from './basemap-layers.ts';
import { schemaOf, schemas } from './basemap-schema.ts';

describe('the base map', () => {
  const study = mapStyle(mapPalettes.light).layers.map(({ id }) => id);

  it('goes under layers that the map has: ground below the data, streets and names above', () => {
    for (const schema of Object.values(schemas)) {
      const placed = [...vectorLayers(schema, mapPalettes.dark), rasterLayer(true)];
      for (const { before, layer } of placed) {
        expect(study, layer.id).toContain(before);
        expect(study, layer.id).not.toContain(layer.id);
      }
      const ids = placed.map(({ layer }) => layer.id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const name of BASE_NAMES) expect(ids).toContain(name);
    }
    expect(study.indexOf('water')).toBeLessThan(study.indexOf('density'));
    expect(study.indexOf('lanes')).toBeGreaterThan(study.indexOf('density'));
  });

  it('knows the schema of tiles by their layers, and names places in a language or as they call themselves', () => {
    expect(schemaOf(['water', 'transportation', 'place'])).toBe(schemas.openmaptiles);
    expect(schemaOf(['earth', 'roads', 'places'])).toBe(schemas.protomaps);
    expect(nameIn('kk')).toEqual(['coalesce', ['get', 'name:kk'], ['get', 'name']]);
  });
});
