import { daysFromDate, randomStream } from '@oryn/core';

/** A city that does not exist, as the files a person would have of a real one: nothing in them says "simulated". */
export interface InventedCity {
  incidents: string;
  boundary: string;
  districts: string;
  streets: string;
}

export interface InventedCityPlan {
  seed: number;
  /** Incidents of every year. */
  perYear: Record<number, number>;
  /** Lower left corner in degrees. */
  corner?: readonly [number, number];
  /** Of each year, months with incidents; default 12. */
  months?: Record<number, number>;
  /** Categories by turns; default theft, hooliganism and robbery by the codes of the official layer. */
  categories?: readonly string[];
  /** Incidents of three that fall on a few busy places; default 2. */
  busyOfThree?: number;
}

const WIDTH = 0.1;
const HEIGHT = 0.06;

/** The files of an invented city, the same for the same plan. */
export function inventedCity(plan: InventedCityPlan): InventedCity {
  const { seed, perYear, corner = [40, 30], months = {}, busyOfThree = 2 } = plan;
  const { categories = ['1880', '2930', '1910'] } = plan;
  const [west, south] = corner;
  const random = randomStream(seed);
  const busy = Array.from({ length: 12 }, () => [random.uniform(), random.uniform()]);
  const rows: string[] = [];
  for (const [yearText, count] of Object.entries(perYear)) {
    const year = Number(yearText);
    for (let i = 0; i < count; i++) {
      const month = 1 + (i % (months[year] ?? 12));
      const day = daysFromDate(year, month, 1 + random.integer(0, 27));
      const date = new Date(day * 86_400_000).toISOString().slice(0, 10);
      const [x, y] =
        i % 3 < busyOfThree
          ? busy[random.integer(0, busy.length - 1)]!
          : [random.uniform(), random.uniform()];
      const jitter = (): number => 0.002 * (random.uniform() - 0.5);
      const lon = west + 0.002 + (WIDTH - 0.004) * x! + jitter();
      const lat = south + 0.002 + (HEIGHT - 0.004) * y! + jitter();
      const hour = String(random.integer(0, 23)).padStart(2, '0');
      const category = categories[random.integer(0, categories.length - 1)];
      rows.push(`${date}T${hour}:30,${category},${lon.toFixed(6)},${lat.toFixed(6)}`);
    }
  }
  const rectangle = (from: number, to: number) => ({
    type: 'Polygon',
    coordinates: [
      [
        [west + from * WIDTH, south],
        [west + to * WIDTH, south],
        [west + to * WIDTH, south + HEIGHT],
        [west + from * WIDTH, south + HEIGHT],
        [west + from * WIDTH, south],
      ],
    ],
  });
  const features = (list: unknown[]): string => JSON.stringify({ type: 'FeatureCollection', features: list });
  const feature = (geometry: unknown, properties: object = {}) => ({ type: 'Feature', properties, geometry });
  return {
    incidents: `date,crime_code,lon,lat\n${rows.join('\n')}\n`,
    boundary: JSON.stringify(rectangle(0, 1)),
    districts: features(
      [0, 1, 2].map((i) => feature(rectangle(i / 3, (i + 1) / 3), { name: `District ${i}` })),
    ),
    streets: features(
      Array.from({ length: 8 }, (_, i) => {
        const lat = south + ((i + 0.5) * HEIGHT) / 8;
        return feature(
          {
            type: 'LineString',
            coordinates: [
              [west, lat],
              [west + WIDTH, lat],
            ],
          },
          { name: `Street ${i}` },
        );
      }),
    ),
  };
}
