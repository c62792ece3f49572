import { type Language, text } from '@oryn/language';
import { type ReactNode, useId } from 'react';
import { type Layer, layers } from '../state/view-state.ts';

const names = {
  hot: 'viewer.hotPlaces',
  density: 'viewer.density',
  counts: 'layers.name.counts',
  set: 'layers.name.set',
  change: 'layers.name.change',
} as const satisfies Record<Layer, string>;

/** A native select: five names in three languages do not stand side by side on a phone. */
export function LayerMenu(props: {
  lang: Language;
  layer: Layer;
  onChange: (layer: Layer) => void;
}): ReactNode {
  const { lang, layer, onChange } = props;
  const id = useId();
  return (
    <div className="field layers">
      <label className="field-label" htmlFor={id}>
        {text(lang, 'layers.layer')}
      </label>
      <select id={id} value={layer} onChange={(event) => onChange(event.target.value as Layer)}>
        {layers.map((one) => (
          <option key={one} value={one}>
            {text(lang, names[one])}
          </option>
        ))}
      </select>
    </div>
  );
}
