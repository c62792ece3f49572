/** A value that Oryn chose by itself, with the rule and the reason; the reason is a key of the catalogue. */
export interface Choice {
  name: string;
  value: string | number;
  unit: string;
  rule: string;
  reason: string;
}
