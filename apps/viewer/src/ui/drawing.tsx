import { type ReactNode, useEffect, useRef } from 'react';

/** A figure in the page. Not an image: only in the page itself its letters are set in the page's own typeface. */
export function Drawing({ svg, className }: { svg: string | undefined; className: string }): ReactNode {
  const holder = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (svg === undefined) {
      holder.current?.replaceChildren();
      return;
    }
    const drawn = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
    holder.current?.replaceChildren(document.importNode(drawn, true));
  }, [svg]);
  return <div className={className} ref={holder} />;
}
