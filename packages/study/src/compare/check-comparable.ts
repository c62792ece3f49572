import { OrynError } from '@oryn/core';
import type { CityBundle, ComparedCity } from './compared-city.ts';

/**
 * Refuse what must not stand side by side. Invented incidents never stand beside real ones; a share has no meaning
 * without the area that it is a share of; road accidents are not crime; and numbers of other units differ by the unit
 * alone (methods, rules 5 and 6).
 *
 * @throws OrynError compare.simulated, compare.boundary, compare.twice, compare.subjects, compare.unit
 */
export function checkComparable(bundles: readonly CityBundle[]): void {
  for (const { folder, bundle } of bundles) {
    if (bundle.manifest.simulated) throw new OrynError('compare.simulated', { path: folder });
    if (bundle.manifest.extent !== 'area' || !bundle.area)
      throw new OrynError('compare.boundary', { path: folder });
  }
  const hashes = new Map<string, string>();
  for (const { folder, bundle } of bundles) {
    const hash = bundle.manifest.files.find(({ path }) => path === 'incidents.parquet')?.sha256 ?? folder;
    const first = hashes.get(hash);
    if (first !== undefined) throw new OrynError('compare.twice', { first, second: folder });
    hashes.set(hash, folder);
  }
  const [first, ...others] = bundles;
  for (const other of others) {
    if (other.bundle.manifest.subject !== first.bundle.manifest.subject) {
      const isFirst = first.bundle.manifest.subject === 'road-accidents';
      const [accidents, incidents] = isFirst ? [first, other] : [other, first];
      throw new OrynError('compare.subjects', { accidents: accidents.folder, incidents: incidents.folder });
    }
    const [expected, found] = [unitRule(first), unitRule(other)];
    for (const key of Object.keys(expected) as (keyof UnitRule)[]) {
      if (expected[key] === found[key]) continue;
      throw new OrynError('compare.unit', {
        first: first.folder,
        second: other.folder,
        key,
        expected: expected[key],
        found: found[key],
      });
    }
  }
}

/** By the keys of a study, so that the sentence says what to run again. */
interface UnitRule {
  resolution: string;
  containment: string;
  possible: string;
}

function unitRule({ bundle }: CityBundle): UnitRule {
  const { study, maskKind } = bundle.manifest;
  return {
    resolution: String(study.resolution),
    containment: study.containment,
    possible: maskKind ?? 'none',
  };
}

/** As far may the areas of two units differ and still be called the same (issue of the benchmarks: ±25 %). */
const SAME_AREA_RATIO = 1.25;

/**
 * Whether two cities have units of nearly the same area. H3 cells of one resolution differ between cities by up to
 * two fifths, because the lattice is not of equal area over the globe.
 */
export function haveSameArea(a: Pick<ComparedCity, 'unit'>, b: Pick<ComparedCity, 'unit'>): boolean {
  const ratio = a.unit.medianAreaKm2 / b.unit.medianAreaKm2;
  return Math.max(ratio, 1 / ratio) <= SAME_AREA_RATIO;
}
