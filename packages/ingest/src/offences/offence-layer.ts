import type { OffenceLayer } from '@oryn/datasets';

/** Layers of categories that stay in the table but not in the place analysis by default. */
export type ApartLayer = Extract<OffenceLayer, 'police-detected' | 'placeless'>;

/** Part of the label, so that layers can never be summed with the others by accident. */
const APART_PREFIX: Record<ApartLayer, string> = {
  'police-detected': 'police-detected:',
  placeless: 'placeless:',
};

/** The label of a group or a text of the user's own in a layer. */
export function labelOf(group: string, layer: OffenceLayer): string {
  return layer === 'police-detected' || layer === 'placeless' ? APART_PREFIX[layer] + group : group;
}

/** The layer of a category label that is kept apart, undefined for one that takes part in place analysis. */
export function apartLayerOf(label: string): ApartLayer | undefined {
  if (label.startsWith(APART_PREFIX['police-detected'])) return 'police-detected';
  return label.startsWith(APART_PREFIX.placeless) ? 'placeless' : undefined;
}

/** The offence group of a label, its layer's prefix removed. */
export function groupOfLabel(label: string): string {
  const layer = apartLayerOf(label);
  return layer ? label.slice(APART_PREFIX[layer].length) : label;
}
