import type { MapStroke } from '@oryn/figures';
import { type Language, text } from '@oryn/language';

/**
 * Style files of QGIS: XML beside a layer, of its name with the ending `.qml`, which QGIS reads when the layer is
 * opened. Elements and attributes are those QGIS 3.22 writes; what is left out takes its default.
 */

/** The first version that reads all of it. */
const QGIS_VERSION = '3.22.0';

/** User units of a figure are CSS pixels; QGIS takes millimetres. */
const MM_PER_PIXEL = 25.4 / 96;

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (letter) => ESCAPES[letter]);
}

/** An element; attributes are escaped here, children are elements or escaped text already. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  ...children: readonly string[]
): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(String(value))}"`);
  const inside = children.filter((child) => child !== '').join('');
  return `<${name}${written.join('')}${inside === '' ? '/>' : `>${inside}</${name}>`}`;
}

/** A whole style. */
export function styleDocument(...children: readonly string[]): string {
  return `${element('qgis', { version: QGIS_VERSION, styleCategories: 'Symbology|Labeling' }, ...children)}\n`;
}

/** Says that a style is for areas only: QGIS refuses it for the points of a table of the same name. */
export const POLYGONS = element('layerGeometryType', {}, '2');

/** Settings of a symbol. */
export function options(values: Readonly<Record<string, string | number>>): string {
  const entries = Object.entries(values).map(([name, value]) =>
    element('Option', { name, type: 'QString', value }),
  );
  return element('Option', { type: 'Map' }, ...entries);
}

/** Millimetres of a length in pixels. */
export function millimetres(pixels: number): number {
  return Number((pixels * MM_PER_PIXEL).toFixed(3));
}

/** One layer of a symbol that fills an area, with an outline or without. */
export function fillLayer(color: string, outline?: MapStroke): string {
  return symbolLayer('SimpleFill', {
    style: 'solid',
    color,
    joinstyle: 'round',
    ...(outline
      ? {
          outline_style: 'solid',
          outline_color: outline.stroke,
          outline_width: millimetres(outline.strokeWidth),
          outline_width_unit: 'MM',
        }
      : { outline_style: 'no' }),
  });
}

/** One layer of a symbol that draws a line, or the outline of an area. */
export function lineLayer({ stroke, strokeWidth, dash }: MapStroke): string {
  return symbolLayer('SimpleLine', {
    line_color: stroke,
    line_width: millimetres(strokeWidth),
    line_width_unit: 'MM',
    joinstyle: 'round',
    capstyle: 'flat',
    ...(dash && {
      use_custom_dash: 1,
      customdash: dash
        .split(' ')
        .map((part) => millimetres(Number(part)))
        .join(';'),
      customdash_unit: 'MM',
    }),
  });
}

function symbolLayer(kind: string, values: Readonly<Record<string, string | number>>): string {
  return element('layer', { class: kind, enabled: 1, pass: 0, locked: 0 }, options(values));
}

/** How features of one kind are drawn, its layers from the lowest up. */
interface SymbolOf {
  readonly type: 'fill' | 'line';
  readonly layers: readonly string[];
  /** 1 by default. */
  readonly opacity?: number;
}

/** A row of the legend: which features it stands for and how they are drawn; without a symbol, a line of text. */
export interface Rule {
  readonly key: string;
  readonly label: string;
  /** A condition in the words of QGIS. */
  readonly filter?: string;
  readonly symbol?: SymbolOf;
  readonly under?: readonly Rule[];
}

/** The first line of a legend of simulated data. */
export function simulatedRule(simulated: boolean, lang: Language): Rule[] {
  return simulated ? [{ key: 'simulated', label: text(lang, 'figures.simulatedLong') }] : [];
}

/**
 * Draws features by rules, which stand in the order of the legend.
 *
 * @param order an expression in the words of QGIS: features with greater values are drawn over the others
 */
export function ruleRenderer(rules: readonly Rule[], order?: string): string {
  const symbols: string[] = [];
  const ruleElement = (rule: Rule): string => {
    const symbol = rule.symbol && { symbol: symbols.length };
    if (rule.symbol) symbols.push(symbolElement(rule.symbol, symbols.length));
    const { key, label, filter } = rule;
    return element(
      'rule',
      { key, label, ...(filter !== undefined && { filter }), ...symbol },
      ...(rule.under ?? []).map(ruleElement),
    );
  };
  const tree = element('rules', { key: 'root' }, ...rules.map(ruleElement));
  return renderer('RuleRenderer', order, tree, element('symbols', {}, ...symbols));
}

/** A renderer of features, with the order in which it draws them. */
export function renderer(type: string, order: string | undefined, ...children: readonly string[]): string {
  if (order === undefined) return element('renderer-v2', { type }, ...children);
  const clause = element('orderByClause', { asc: 1, nullsFirst: 1 }, escaped(order));
  return element('renderer-v2', { type, enableorderby: 1 }, ...children, element('orderby', {}, clause));
}

export function symbolElement({ type, layers, opacity = 1 }: SymbolOf, name: number | string): string {
  return element('symbol', { name, type, alpha: opacity, clip_to_extent: 1, force_rhr: 0 }, ...layers);
}
