import { randomStream } from '@oryn/core';

const CATEGORIES = ['1880', '1910', '2930', '1900', '2960', '1060'];

/** CSV rows of an invented town, in the form of the official layer; the same for the same seed. */
export function* inventedRows(count: number, seed: number): Generator<string> {
  const random = randomStream(seed);
  const part = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  let text = 'dat_sover_str,crime_code,stat,organ,fe1r29p1_id,discontinued,lon,lat\n';
  for (let i = 0; i < count; i++) {
    const date = `${part(1 + 28 * random.uniform())}.${part(1 + 12 * random.uniform())}.${2019 + (i % 5)}`;
    const clock = `${part(24 * random.uniform())}:${part(60 * random.uniform())}`;
    const code = CATEGORIES[Math.floor(CATEGORIES.length * random.uniform())];
    const lon = (40 + 0.4 * random.uniform()).toFixed(6);
    const lat = (30 + 0.3 * random.uniform()).toFixed(6);
    text += `${date} ${clock},${code},ст.${code.slice(0, 3)} ч.1,"УП, отдел № ${i % 9}",0${10 + (i % 60)},0,${lon},${lat}\n`;
    if (text.length > 1_000_000) {
      yield text;
      text = '';
    }
  }
  yield text;
}
