import type { ReactNode } from 'react';

/** The hexagon with its place. */
export function Emblem({ size, isTurning = false }: { size: number; isTurning?: boolean }): ReactNode {
  return (
    <svg
      className={isTurning ? 'emblem turning' : 'emblem'}
      width={size}
      height={size}
      viewBox="0 0 32 32"
      aria-hidden="true"
    >
      <path d="M16 3 27.3 9.5v13L16 29 4.7 22.5v-13z" className="emblem-cell" />
      <circle cx="16" cy="16" r="4.5" className="emblem-place" />
    </svg>
  );
}
