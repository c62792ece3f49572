import { type Language, text } from '@oryn/language';
import type { ReactNode } from 'react';
import type { Layer } from '../state/view-state.ts';

const layers = [
  ['hot', 'viewer.hotPlaces'],
  ['density', 'viewer.density'],
] as const;

export function LayerSwitch(props: {
  lang: Language;
  layer: Layer;
  onChange: (layer: Layer) => void;
}): ReactNode {
  return (
    <fieldset className="switch layers">
      <legend className="unseen">{text(props.lang, 'viewer.layers')}</legend>
      {layers.map(([layer, key]) => (
        <button
          key={layer}
          type="button"
          aria-pressed={layer === props.layer}
          onClick={() => props.onChange(layer)}
        >
          {text(props.lang, key)}
        </button>
      ))}
    </fieldset>
  );
}
