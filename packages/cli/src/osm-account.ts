import type { GroundAccount, StreetsAccount } from '@oryn/ingest';
import { formatInteger, formatNumber, type Language, text } from '@oryn/language';
import { printTable } from './output.ts';

type Reason = 'class' | 'area' | 'repeated' | 'nodes' | 'short' | 'open' | 'outside';

/** What became of the ways that could be streets: first the sum, then the reasons, then the classes kept. */
export function sayStreets(lang: Language, { ways, kept, classes, leftOut }: StreetsAccount): void {
  const n = (value: number): string => formatInteger(lang, value);
  const { otherClass, area, repeated, missingNodes, tooShort, outside } = leftOut;
  const others = otherClass.reduce((sum, one) => sum + one.ways, 0);
  const named = otherClass.slice(0, 8).map(({ highway, ways: of }) => `${highway} ${n(of)}`);
  if (otherClass.length > named.length) named.push('…');
  const lines = [text(lang, 'cli.osm.ways', { ways: n(ways), kept: n(kept), left: n(ways - kept) })];
  if (others > 0) lines.push(`${reasonLine(lang, 'class', others)} (${named.join(', ')})`);
  lines.push(...reasonLines(lang, { area, repeated, nodes: missingNodes, short: tooShort, outside }));
  process.stdout.write(`${lines.join('\n')}\n`);

  const km = (meters: number): string => formatNumber(lang, meters / 1000, { decimals: 1 });
  const head = ['highway', 'ways', 'km'] as const;
  printTable(
    head.map((name) => text(lang, `cli.heading.${name}`)),
    classes.map((own) => [own.highway, n(own.ways), km(own.meters)]),
  );
  const total = classes.reduce((sum, { meters }) => sum + meters, 0);
  process.stdout.write(`${text(lang, 'cli.osm.length', { km: km(total) })}\n`);
}

export function sayGround(lang: Language, { rails, rivers, water, leftOut }: GroundAccount): void {
  const n = (value: number): string => formatInteger(lang, value);
  const { missingNodes, tooShort, open, outside } = leftOut;
  const lines = [
    text(lang, 'cli.osm.ground', { rails: n(rails), rivers: n(rivers), water: n(water) }),
    ...reasonLines(lang, { nodes: missingNodes, short: tooShort, open, outside }),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

function reasonLines(lang: Language, counts: Partial<Record<Reason, number>>): string[] {
  return Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([reason, count]) => reasonLine(lang, reason as Reason, count));
}

function reasonLine(lang: Language, reason: Reason, count: number): string {
  return text(lang, 'cli.osm.leftOut', { reason, n: formatInteger(lang, count) });
}
