import { type RefObject, useLayoutEffect, useState } from 'react';
import { type Box, placeCard } from './place-card.ts';
import { partOf, type TourStep } from './tour-steps.ts';

/** Pixels between a part and the frame around it. */
const AROUND = 6;

interface Frame {
  part: Box;
  card: { left: number; top: number };
}

/** Brings the part that a step explains into view, and says where its frame and the card stand. */
export function useFrame(card: RefObject<HTMLElement | null>, step: TourStep | undefined): Frame | undefined {
  const [frame, setFrame] = useState<Frame>();
  useLayoutEffect(() => {
    const part = step && partOf(step.at);
    if (!part) return;
    // What is higher than the window is read from its top.
    part.scrollIntoView({ block: part.clientHeight > window.innerHeight / 2 ? 'start' : 'nearest' });
    const measure = (): void => {
      const { width, height } = boxOf(card.current!);
      const zoom = part.currentCSSZoom ?? 1;
      const view = { width: window.innerWidth / zoom, height: window.innerHeight / zoom };
      const box = framed(boxOf(part), view);
      setFrame({ part: box, card: placeCard(box, { width, height }, view) });
    };
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(part);
    window.addEventListener('resize', measure);
    window.addEventListener('scroll', measure, { capture: true, passive: true });
    return () => {
      watch.disconnect();
      window.removeEventListener('resize', measure);
      window.removeEventListener('scroll', measure, { capture: true });
    };
  }, [card, step]);
  return frame;
}

/** In pixels of the page, which is enlarged on a wall screen, and not of the window. */
function boxOf(element: Element): DOMRect {
  const zoom = element.currentCSSZoom ?? 1;
  const { x, y, width, height } = element.getBoundingClientRect();
  return new DOMRect(x / zoom, y / zoom, width / zoom, height / zoom);
}

/** The part with a little room, as far as the window shows it. */
function framed(part: DOMRect, view: { width: number; height: number }): Box {
  const left = Math.max(AROUND, part.left - AROUND);
  const top = Math.max(AROUND, part.top - AROUND);
  return {
    left,
    top,
    width: Math.min(view.width - AROUND, part.right + AROUND) - left,
    height: Math.max(0, Math.min(view.height - AROUND, part.bottom + AROUND) - top),
  };
}
