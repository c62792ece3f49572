import type { ReactNode } from 'react';
import { px } from '../geometry/svg-path.ts';
import { palette } from '../palette.ts';
import { TextLine } from '../text/text-line.tsx';

/** The dark disc with the rank of a problem place. */
export function RankDisc(props: { x: number; y: number; rank: number; radius: number }): ReactNode {
  const { x, y, rank, radius } = props;
  const label = String(rank);
  const size = label.length > 2 ? 8 : label.length > 1 ? 9.5 : 11;
  return (
    <>
      <circle cx={px(x)} cy={px(y)} r={radius} fill={palette.ink} stroke={palette.paper} strokeWidth={1.2} />
      <TextLine
        x={x}
        y={y + size * 0.36}
        text={label}
        size={size}
        weight="bold"
        fill={palette.paper}
        anchor="middle"
      />
    </>
  );
}
