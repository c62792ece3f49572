import type { Language } from '@oryn/language';
import { contextQml } from './qml-context.ts';
import { densityQml, type Styled } from './qml-density.ts';
import { placesQml } from './qml-places.ts';
import { problemPlacesQml } from './qml-problem-places.ts';

/** The styles of QGIS for the layers of a bundle, by file name: each lies beside its layer and is read with it. */
export function layerStyles(styled: Styled, lang: Language): Map<string, string> {
  return new Map([
    ['places.qml', placesQml(styled, lang)],
    ['problem-places.qml', problemPlacesQml(styled, lang)],
    ['context.qml', contextQml(styled, lang)],
    ['density.qml', densityQml(styled, lang)],
  ]);
}
