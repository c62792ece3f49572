const FOCUSABLE =
  'a[href], button:enabled, input:enabled, select:enabled, textarea:enabled, summary, [tabindex="0"]';

/** Focus on anything, also on what is no control, so that reading and the next Tab go on from there. */
export function focusOn(element: HTMLElement | null): void {
  if (element && !element.matches(`${FOCUSABLE}, [tabindex]`)) element.tabIndex = -1;
  element?.focus();
}

/**
 * What had the focus may leave the page or be switched off by its own choice: a page is left, a list cleared, a count at
 * its end. The browser would then begin anew at the top. Instead the focus goes to the nearest control around it; on
 * another page, to what once led away from there, else to where the page begins.
 */
export function keepFocus(): void {
  let last: Element | undefined;
  let around: Element[] = [];
  let page: Element | null = null;
  let leftBy = '';

  document.addEventListener('focusin', ({ target }) => {
    last = target as Element;
    around = ancestorsOf(last);
    page = document.querySelector('main');
  });
  // A click on what takes no focus gives it up on purpose.
  document.addEventListener('pointerdown', () => {
    last = undefined;
  });

  new MutationObserver(() => {
    const { activeElement, body } = document;
    const isGone = last && (!last.isConnected || last.matches(':disabled'));
    if (!isGone || (activeElement !== body && activeElement !== last)) return;
    const near = around.find((one) => one.isConnected && controlsIn(one).length > 0);
    if (page?.isConnected && near?.closest('main, header, dialog')) {
      focusOn(near.matches('main') ? document.getElementById('page') : controlsIn(near)[0]!);
      return;
    }
    const wasLeftBy = leftBy;
    leftBy = nameOf(last!);
    const found = controlsIn(body).find((control) => nameOf(control) === wasLeftBy);
    focusOn(found ?? document.getElementById('page'));
  }).observe(document.body, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ['disabled'],
  });
}

const controlsIn = (element: Element): HTMLElement[] =>
  [...element.querySelectorAll<HTMLElement>(FOCUSABLE)].filter((control) => control.checkVisibility());

const nameOf = (element: Element): string => element.getAttribute('aria-label') ?? element.textContent;

function ancestorsOf(element: Element): Element[] {
  const found: Element[] = [];
  for (let one = element.parentElement; one; one = one.parentElement) found.push(one);
  return found;
}
