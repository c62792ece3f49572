import type { ReactNode } from 'react';
import { px } from '../geometry/svg-path.ts';
import { palette } from '../palette.ts';
import { TextLine } from '../text/text-line.tsx';

const SIZE = 11;

/** The dark disc with the rank of a problem place; for a rank of more digits it is larger, its letters are not smaller. */
export function RankDisc(props: { x: number; y: number; rank: number; radius: number }): ReactNode {
  const { x, y, rank } = props;
  const label = String(rank);
  const radius = props.radius + 1.5 * (label.length - 1);
  return (
    <>
      <circle cx={px(x)} cy={px(y)} r={radius} fill={palette.ink} stroke={palette.paper} strokeWidth={1.2} />
      <TextLine
        x={x}
        y={y + SIZE * 0.36}
        text={label}
        size={SIZE}
        weight="bold"
        fill={palette.paper}
        anchor="middle"
      />
    </>
  );
}
