/** The plot of a strip: shares from 0 to `max` between two edges. */
export interface StripPlot {
  readonly left: number;
  readonly width: number;
  readonly top: number;
  readonly bottom: number;
  /** Greatest share drawn, a part of one. */
  readonly max: number;
  /** Distance of ticks, a part of one. */
  readonly step: number;
}

const STEPS = [0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5];

/** Room that a tick and its label need, pixels. */
const TICK_ROOM = 44;

/** Ticks in whole steps, as many as have room and at most eight, over all the values. */
export function scaleOf(values: readonly number[], width: number): Pick<StripPlot, 'max' | 'step'> {
  const most = Math.max(0, ...values.filter(Number.isFinite));
  const ticks = Math.max(1, Math.min(8, Math.floor(width / TICK_ROOM)));
  const step = STEPS.find((size) => most <= ticks * size) ?? 0.5;
  return { step, max: Math.min(1, step * Math.max(1, Math.ceil(most / step - 1e-9))) };
}

/** The x of a share. */
export function stripX({ left, width, max }: StripPlot, share: number): number {
  return left + (share / max) * width;
}
