/** Called with the parts of an XML text in order. */
export interface XmlVisitor {
  /** `tag` is the inside of the brackets: name and attributes, without a closing slash. */
  open(name: string, tag: string): void;
  close(name: string): void;
  text(text: string): void;
}

/** A cell holds at most 32,767 characters; a longer run without a bracket is no sheet. */
const LONGEST_RUN = 4 * 1024 * 1024;

/**
 * Reads XML that comes in pieces, as far as the parts of a workbook need it: no document type (and so no entity
 * that could grow), prefixes of names left away.
 */
export class XmlScanner {
  private held = '';
  private readonly visitor: XmlVisitor;

  constructor(visitor: XmlVisitor) {
    this.visitor = visitor;
  }

  /** @throws RangeError where the text is no such XML */
  read(piece: string): void {
    const text = this.held === '' ? piece : this.held + piece;
    let at = 0;
    for (;;) {
      const start = text.indexOf('<', at);
      if (start < 0) break;
      const end = endOfTag(text, start);
      if (end < 0) break;
      if (start > at) this.visitor.text(text.slice(at, start));
      this.tag(text, start, end);
      at = end + 1;
    }
    this.held = text.slice(at);
    if (this.held.length > LONGEST_RUN) throw new RangeError('no tag');
  }

  private tag(text: string, start: number, end: number): void {
    const first = text.charCodeAt(start + 1);
    if (first === SLASH) {
      this.visitor.close(nameAt(text, start + 2, end));
    } else if (first === EXCLAMATION) {
      if (text.startsWith('<![CDATA[', start)) {
        this.visitor.text(text.slice(start + 9, end - 2).replaceAll('&', '&amp;'));
      } else if (!text.startsWith('<!--', start)) throw new RangeError('document type');
    } else if (first !== QUESTION) {
      const isClosed = text.charCodeAt(end - 1) === SLASH;
      const name = nameAt(text, start + 1, end);
      this.visitor.open(name, text.slice(start + 1, isClosed ? end - 1 : end));
      if (isClosed) this.visitor.close(name);
    }
  }
}

const [SLASH, EXCLAMATION, QUESTION, COLON] = [47, 33, 63, 58];
const [QUOTE, APOSTROPHE, GREATER, SPACE] = [34, 39, 62, 32];

/** The bracket that closes the tag, comment or section begun at `start`; -1 while it has not come. */
function endOfTag(text: string, start: number): number {
  const first = text.charCodeAt(start + 1);
  if (first === EXCLAMATION) {
    if (text.startsWith('<!--', start)) return lastOf(text, '-->', start + 4);
    // The opening may itself be cut by the end of the piece.
    if (text.length - start < 9) return -1;
    if (text.startsWith('<![CDATA[', start)) return lastOf(text, ']]>', start + 9);
  }
  if (first === QUESTION) return lastOf(text, '?>', start + 2);
  let quote = 0;
  for (let i = start + 1; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === GREATER) return i;
    else if (code === QUOTE || code === APOSTROPHE) quote = code;
  }
  return -1;
}

function lastOf(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at < 0 ? -1 : at + mark.length - 1;
}

function nameAt(text: string, start: number, end: number): string {
  let from = start;
  let to = start;
  for (; to < end; to++) {
    const code = text.charCodeAt(to);
    if (code === COLON) from = to + 1;
    else if (code <= SPACE || code === SLASH) break;
  }
  return text.slice(from, to);
}

/** The value of an attribute, or undefined; `name` with its prefix as it stands in the file. */
export function attribute(tag: string, name: string): string | undefined {
  for (let at = tag.indexOf(`${name}=`); at > 0; at = tag.indexOf(`${name}=`, at + 1)) {
    if (tag.charCodeAt(at - 1) > SPACE) continue;
    const start = at + name.length + 2;
    const end = tag.indexOf(tag[start - 1], start);
    return end < 0 ? undefined : decodeEntities(tag.slice(start, end));
  }
  return undefined;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi,
    (whole, hex, decimal, name) => {
      if (name) return ENTITIES[name.toLowerCase()];
      const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}

/** Text of a cell: entities, and characters that Excel writes as `_x000D_`. */
export function decodeCellText(text: string): string {
  const decoded = decodeEntities(text);
  if (!decoded.includes('_x')) return decoded;
  return decoded.replace(/_x([0-9a-f]{4})_/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
}
