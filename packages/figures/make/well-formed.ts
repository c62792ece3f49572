/** Whether every element of a document is closed in order and every attribute is quoted; no full parser. */
export function wellFormed(xml: string): boolean {
  const open: string[] = [];
  const tag = /<(\/?)([A-Za-z][\w:-]*)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>/g;
  let end = 0;
  for (const match of xml.matchAll(tag)) {
    const between = xml.slice(end, match.index);
    if (between.includes('<') || /&(?!(?:amp|lt|gt|quot|#x?[\da-fA-F]+);)/.test(between)) return false;
    end = match.index + match[0].length;
    const [, closing, name, , selfClosing] = match;
    if (closing === '/') {
      if (open.pop() !== name) return false;
    } else if (selfClosing !== '/') {
      open.push(name!);
    }
  }
  return open.length === 0 && end === xml.length;
}
