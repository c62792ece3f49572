import { type OffenceLayer, offenceGroupOf } from '@oryn/datasets';

/** Layers of categories that stay in the table but not in the place analysis by default. */
export type ApartLayer = Extract<OffenceLayer, 'police-detected' | 'placeless'>;

const APART_PREFIX: Record<ApartLayer, string> = {
  'police-detected': 'police-detected:',
  placeless: 'placeless:',
};

/** Four digits are a code of the official layer; anything else is a category of the user's own. */
const OFFICIAL_CODE = /^\d{3,4}$/;

/**
 * The category a row is counted under. Codes of the official layer become their offence group; groups that
 * the police find themselves or that have no scene carry their layer as a prefix, so they can never be summed
 * with the others by accident. Other texts stay as they are.
 */
export function categoryOf(text: string): { label: string; restricted: boolean } {
  const trimmed = text.trim();
  if (!OFFICIAL_CODE.test(trimmed)) return { label: trimmed, restricted: false };
  const known = offenceGroupOf(trimmed);
  if (!known) return { label: trimmed, restricted: false };
  return { label: labelOf(known.group, known.layer), restricted: known.layer === 'restricted' };
}

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
