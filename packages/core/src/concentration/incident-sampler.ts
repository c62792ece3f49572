import type { DrawGenerator } from '../significance/draw-generator.ts';
import { BinomialTable } from './binomial-table.ts';

/**
 * Draws incidents without replacement and says how many of them fall on each place: the counts are multivariate
 * hypergeometric, exactly.
 *
 * Incidents are not drawn one by one. Every place keeps a binomial count of its own, which is to keep each incident
 * with the same chance; given how many are kept in all, every choice of so many is equally likely. Then incidents chosen
 * with equal chance among those kept, or those left out, are taken away or added until the number is right: the choice
 * stays uniform.
 *
 * Cost of a draw of m from C incidents: places + the steps of their binomial walks, about sqrt(places × C) / 2, and
 * about sqrt(C (C - m) / m) tries, or sqrt(C m / (C - m)), to get the number right. One by one it is m.
 *
 * Bytes: 4 per incident and 4 per place, and 16 for every whole number up to the largest count.
 */
export class IncidentSampler {
  readonly incidents: number;
  readonly counts: Uint32Array;
  /** Largest count of a place. */
  readonly largest: number;
  /** Place of each incident. */
  private readonly placeOf: Uint32Array;
  private readonly tables = new Map<number, BinomialTable>();

  /** @param counts whole numbers >= 0, together under 2^31 */
  constructor(counts: ArrayLike<number>) {
    this.counts = Uint32Array.from(counts);
    this.incidents = this.counts.reduce((sum, count) => sum + count, 0);
    this.largest = this.counts.reduce((most, count) => Math.max(most, count), 0);
    this.placeOf = new Uint32Array(this.incidents);
    let at = 0;
    this.counts.forEach((count, place) => {
      this.placeOf.fill(place, at, at + count);
      at += count;
    });
  }

  /**
   * Counts of a new draw.
   *
   * @param size incidents drawn, at most all of them
   */
  draw(size: number, random: DrawGenerator): Uint32Array {
    return this.drawFrom(this.counts, this.incidents, size, random);
  }

  /**
   * Counts of two draws of equal size that share no incident.
   *
   * @param size at most half of the incidents
   */
  drawTwice(size: number, random: DrawGenerator): [Uint32Array, Uint32Array] {
    const both = this.drawFrom(this.counts, this.incidents, 2 * size, random);
    const first = this.drawFrom(both, 2 * size, size, random);
    return [first, both.map((count, place) => count - first[place])];
  }

  /** `size` of the `all` incidents that make up `counts`, which are some of the incidents of each place. */
  private drawFrom(counts: Uint32Array, all: number, size: number, random: DrawGenerator): Uint32Array {
    if (size === all) return counts.slice();
    const drawn = new Uint32Array(counts.length);
    if (size === 0) return drawn;
    const table = this.tableOf(size / all);
    let sum = 0;
    for (let place = 0; place < counts.length; place++) {
      drawn[place] = table.draw(counts[place], random);
      sum += drawn[place];
    }
    const { placeOf, incidents } = this;
    // Any incident of the city is tried; it is one of those drawn, or of those left out, by the number of its kind.
    while (sum > size) {
      const place = placeOf[random.below(incidents)];
      if (random.below(this.counts[place]) >= drawn[place]) continue;
      drawn[place]--;
      sum--;
    }
    while (sum < size) {
      const place = placeOf[random.below(incidents)];
      if (random.below(this.counts[place]) >= counts[place] - drawn[place]) continue;
      drawn[place]++;
      sum++;
    }
    return drawn;
  }

  private tableOf(chance: number): BinomialTable {
    let table = this.tables.get(chance);
    if (!table) {
      table = new BinomialTable(chance, this.largest);
      this.tables.set(chance, table);
    }
    return table;
  }
}
