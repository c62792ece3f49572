/** A colour of the map's palettes, `#RRGGBB` or `rgba(r, g, b, a)`, as a card blends it: shares times cover, and cover. */
export function rgbaOf(colour: string): [number, number, number, number] {
  const given = colour.startsWith('#')
    ? [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
    : colour.match(/[\d.]+/g)!.map(Number);
  const [red, green, blue, cover = 1] = given;
  return [(red / 255) * cover, (green / 255) * cover, (blue / 255) * cover, cover];
}

/** A `#RRGGBB` that lets so much of the ground through. @param cover 0 to 1 */
export function thinned(colour: string, cover: number): string {
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  return `rgba(${red}, ${green}, ${blue}, ${cover})`;
}
