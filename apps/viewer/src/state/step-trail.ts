/**
 * The steps of a person within this page, and where among them the person stands. The browser's history keeps
 * the address of each step; what does not belong into an address is kept here, beside it.
 */
export class StepTrail<T> {
  /** Steps behind this one. */
  at: number;
  private last: number;
  private latest: string | undefined;
  private readonly beside = new Map<number, T>();

  /** @param at the step at which the page was opened: a reload does not forget those before it */
  constructor(at: number, beside: T) {
    this.at = at;
    this.last = at;
    this.beside.set(at, beside);
  }

  get canUndo(): boolean {
    return this.at > 0;
  }

  get canRedo(): boolean {
    return this.at < this.last;
  }

  /**
   * A person changes something.
   *
   * @param subject what is changed; the same without a pause is the same step: a slider that moves, a number typed
   * @returns true where a new step begins, after which there is nothing to redo
   */
  take(subject: string, beside: T): boolean {
    const isSame = this.latest === subject;
    this.latest = subject;
    if (!isSame) {
      this.at++;
      this.last = this.at;
    }
    this.beside.set(this.at, beside);
    return !isSame;
  }

  /** Whatever is changed next is a step of its own. */
  pause(): void {
    this.latest = undefined;
  }

  /**
   * @param now what lies beside the present step; it stays where a step is from before a reload
   * @returns what lay beside the address at that step
   */
  goTo(step: number, now: T): T {
    this.at = step;
    this.last = Math.max(this.last, step);
    this.pause();
    const then = this.beside.get(step) ?? now;
    this.beside.set(step, then);
    return then;
  }
}
