import { createElement } from 'react';
import { expect, it } from 'vitest';
import { exampleMap } from '../../make/example-props.ts';
import { exampleFurniture } from '../../make/examples/furniture.tsx';
import { syntheticCity } from '../../make/synthetic-city.ts';
import { renderPng } from '../node.ts';
import { renderSvg } from '../render-svg.ts';
import { HotPlacesMap } from './hot-places-map.tsx';

it('a map of 5,000 cells with its furniture: SVG under 300 ms and 1.5 MB, 600 dpi PNG under 3 s', () => {
  const city = syntheticCity(41);
  expect(city.places.count).toBeGreaterThan(5000);
  const map = createElement(HotPlacesMap, {
    ...exampleMap('ru'),
    ...city,
    ...exampleFurniture('ru'),
  });
  renderSvg(map); // the first run also compiles
  const start = performance.now();
  const svg = renderSvg(map);
  const drawn = performance.now();
  const png = renderPng(svg, { dpi: 600 });
  const end = performance.now();
  process.stdout.write(
    `${city.places.count} cells: SVG ${Math.round(drawn - start)} ms, ${svg.length} bytes; ` +
      `PNG ${Math.round(end - drawn)} ms, ${png.length} bytes\n`,
  );
  expect(drawn - start).toBeLessThan(300);
  expect(svg.length).toBeLessThan(1.5e6);
  expect(end - drawn).toBeLessThan(3000);
});
