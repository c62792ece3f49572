import type { Page } from 'playwright-core';

/** What has the focus, as a person who types sees it. */
export interface Focused {
  /** Tag and accessible name: `button Close`. */
  name: string;
  /** The part of the page it stands in, in the order of reading. */
  region: string;
  /** Undefined where the focus can be seen; else why not. */
  hidden?: string;
}

/** Runs in the page. */
function focusedNow(): Focused {
  const at = document.activeElement as HTMLElement;
  const labelled = (at as HTMLInputElement).labels?.[0]?.textContent;
  const name = at.getAttribute('aria-label') ?? labelled ?? at.textContent.trim();
  const region = ['dialog', '.bar', '.panel', '.map-area', '.sheet', 'main'].find((one) => at.closest(one));
  const rings = [at, at.closest('.field')].filter((one) => one !== null).map((one) => getComputedStyle(one));
  const box = at.getBoundingClientRect();
  const [x, y] = [box.x + box.width / 2, box.y + Math.min(box.height / 2, 20)];
  const above = document.elementFromPoint(x, y);
  const hidden =
    at === document.body
      ? 'lost'
      : !rings.some(({ outlineStyle, outlineWidth }) => outlineStyle !== 'none' && outlineWidth !== '0px')
        ? 'no ring'
        : !above ||
            !(at.contains(above) || above.contains(at) || at.closest('.field, label')?.contains(above))
          ? `under ${above?.className ?? 'the edge'}`
          : undefined;
  return {
    name: `${at.tagName.toLowerCase()} ${name}`.slice(0, 80),
    region: region ?? '',
    ...(hidden && { hidden }),
  };
}

/** A person without a mouse: presses keys, counts them, and notes where the focus could not be seen. */
export class Keys {
  presses = 0;
  readonly unseen: string[] = [];
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async press(...keys: string[]): Promise<Focused> {
    for (const key of keys) {
      await this.page.keyboard.press(key);
      this.presses++;
    }
    return this.look();
  }

  /** Where the focus is; a place it cannot be seen at is noted. */
  async look(): Promise<Focused> {
    const focused = await this.page.evaluate(focusedNow);
    if (focused.hidden) this.unseen.push(`${focused.name}: ${focused.hidden}`);
    return focused;
  }

  /** Tab until the focus is on what is named so. */
  async tabTo(name: string | RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<Focused> {
    const passed: string[] = [];
    while (passed.length < 150) {
      await this.page.keyboard.press(key);
      this.presses++;
      const focused = await this.page.evaluate(focusedNow);
      // After the last control the browser's own bar has the focus, then the first.
      if (focused.hidden && focused.hidden !== 'lost') this.unseen.push(`${focused.name}: ${focused.hidden}`);
      if (typeof name === 'string' ? focused.name === name : name.test(focused.name)) return focused;
      passed.push(focused.name);
    }
    throw new Error(`no ${name} after ${passed.join(' → ')}`);
  }

  /** Tab through all that is left until the page ends; it must end. */
  async tabThrough(): Promise<Focused[]> {
    const passed: Focused[] = [];
    while (passed.length < 150) {
      await this.page.keyboard.press('Tab');
      const focused = await this.page.evaluate(focusedNow);
      if (focused.hidden === 'lost') return passed;
      if (focused.hidden) this.unseen.push(`${focused.name}: ${focused.hidden}`);
      passed.push(focused);
    }
    throw new Error(`no end after ${passed.map(({ name }) => name).join(' → ')}`);
  }
}
