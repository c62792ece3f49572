import type { ContextRole } from '@oryn/study';
import type { DataDrivenPropertyValueSpecification, ExpressionSpecification } from 'maplibre-gl';

/** Families of the map's text; without a glyph server they are asked for by name alone. */
export const MAP_FONT = 'OrynMap';
export const MAP_FONT_BOLD = 'OrynMapBold';

/** Features of the context that play one of some roles. */
export const role = (...roles: ContextRole[]): ExpressionSpecification => [
  'in',
  ['get', 'role'],
  ['literal', roles],
];

/** Grows with the zoom, like the streets themselves, but slower. */
export const widths = (at11: number, at16: number): DataDrivenPropertyValueSpecification<number> => [
  'interpolate',
  ['exponential', 1.5],
  ['zoom'],
  10,
  at11,
  16,
  at16,
];
