import { OrynError } from '@oryn/core';
import type { Table } from '../formats/table.ts';
import { type ColumnContent, contentOf, degreePair } from './column-content.ts';
import { COLUMN_NAMES, NAME_STEMS } from './column-dictionary.ts';
import { normaliseName, wordsOfName } from './column-name.ts';
import type { ColumnGuess, ColumnMapping, ColumnRole } from './column-roles.ts';
import { isPersonal } from './personal-columns.ts';
import { holdsPersonal } from './personal-content.ts';
import { describesRoadAccidents } from './road-accidents.ts';

export { type ColumnGuess, type ColumnMapping, type ColumnRole, mappableRoles } from './column-roles.ts';
export { describesRoadAccidents };

export interface RecognisedColumns {
  mapping: ColumnMapping;
  /** How each role was found, in the order of the roles found. */
  guesses: ColumnGuess[];
  /** Columns that name a person, a case or a flat: never kept, whatever their role. */
  personal: string[];
  /** Columns without a role that are not personal. */
  unused: string[];
}

type Recognisable = Pick<Table, 'file' | 'columns' | 'sample'>;

/** Ways to give a place; a way given by a person drops what the dictionary found of the others. */
const PLACE_ROLES: readonly (readonly ColumnRole[])[] = [['lon', 'lat'], ['x', 'y'], ['point']];
const DATE_PARTS: readonly ColumnRole[] = ['year', 'month', 'day'];

/** Roles whose texts are kept: a column that names persons, cases or flats may not have them. */
const KEPT_TEXTS: ReadonlySet<ColumnRole> = new Set([
  'category',
  'article',
  'articleText',
  'gravity',
  'placeType',
  'source',
  'district',
  'place',
]);

/** Written in place of a column's name: no column has this role, whatever it is called. */
const NO_COLUMN = '-';

/** Share of the cells from which a content counts as that of the column. */
const MOST = 0.8;

/**
 * The meaning of the columns of a table: what a person gave, then names known in four languages, then what the
 * cells look like. A column has one role; only `article` may share the column of `category`. A role given as
 * `NO_COLUMN` is not looked for.
 *
 * @throws OrynError columns.unknown, columns.personal
 */
export function recogniseColumns(table: Recognisable, given: ColumnMapping = {}): RecognisedColumns {
  const finder = new ColumnFinder(table);
  for (const [role, name] of Object.entries(given) as [ColumnRole, string][]) {
    if (name === NO_COLUMN) finder.refuse(role);
    else finder.give(role, name);
  }
  for (const [role, names] of COLUMN_NAMES) finder.byName(role, names);
  for (const { role, all, none = [] } of NAME_STEMS) finder.byStems(role, all, none);
  finder.byContent();
  finder.settle(given);
  return finder.result();
}

class ColumnFinder {
  private readonly table: Recognisable;
  private readonly keys: string[];
  private readonly personal: boolean[];
  private readonly contents: (ColumnContent | undefined)[];
  private readonly guesses = new Map<ColumnRole, ColumnGuess>();
  private readonly refused = new Set<ColumnRole>();

  constructor(table: Recognisable) {
    this.table = table;
    this.keys = table.columns.map(normaliseName);
    this.personal = table.columns.map(
      (name, position) => isPersonal(name) || holdsPersonal(table.sample, position),
    );
    this.contents = table.columns.map((_, position) => contentOf(table.sample, position));
  }

  give(role: ColumnRole, name: string): void {
    const { file, columns } = this.table;
    const lower = columns.map((column) => column.toLowerCase());
    let position = lower.indexOf(name.trim().toLowerCase());
    if (position < 0) position = this.keys.indexOf(normaliseName(name));
    if (position < 0) throw new OrynError('columns.unknown', { file, name, columns: columns.join(', ') });
    if (this.personal[position] && KEPT_TEXTS.has(role)) {
      throw new OrynError('columns.personal', { file, role, name: columns[position] });
    }
    this.guesses.set(role, { role, column: columns[position], reason: 'given' });
  }

  refuse(role: ColumnRole): void {
    this.refused.add(role);
  }

  byName(role: ColumnRole, names: readonly string[]): void {
    if (this.guesses.has(role)) return;
    for (const name of names) {
      const position = this.keys.findIndex(
        (key, at) => key === name && this.isFree(at, role) && this.fits(at, role),
      );
      if (position < 0) continue;
      this.guess(role, position, 'name');
      return;
    }
  }

  byStems(role: ColumnRole, all: readonly string[], none: readonly string[]): void {
    if (this.guesses.has(role)) return;
    const position = this.table.columns.findIndex((column, at) => {
      const words = wordsOfName(column);
      const has = (stem: string): boolean => words.some((word) => word.startsWith(stem));
      return this.isFree(at, role) && this.fits(at, role) && all.every(has) && !none.some(has);
    });
    if (position >= 0) this.guess(role, position, 'name');
  }

  /** Roles that the cells give away where no name did. */
  byContent(): void {
    const places = PLACE_ROLES.some((roles) => roles.every((role) => this.guesses.has(role)));
    if (!places) this.placeByContent();
    if (!this.guesses.has('time') && !this.guesses.has('year')) {
      this.firstBy('time', (content) => content.dates);
    }
    if (!this.guesses.has('articleText')) this.firstBy('articleText', (content) => content.articles);
  }

  private placeByContent(): void {
    const free = this.contents.map((content, position) =>
      this.isFree(position, 'lon') ? content : undefined,
    );
    const pair = degreePair(free);
    if (!pair) {
      this.firstBy('point', (content) => content.points);
      return;
    }
    this.guesses.delete('lon');
    this.guesses.delete('lat');
    for (const [role, position] of [['lon', pair[0]] as const, ['lat', pair[1]] as const]) {
      const { least = 0, most = 0 } = this.contents[position] ?? {};
      this.guess(role, position, 'content', { least, most });
    }
  }

  private firstBy(role: ColumnRole, shareOf: (content: ColumnContent) => number): void {
    const position = this.contents.findIndex(
      (content, at) => content !== undefined && this.isFree(at, role) && shareOf(content) >= MOST,
    );
    const content = this.contents[position];
    if (content) this.guess(role, position, 'content', { share: Math.round(shareOf(content) * 100) });
  }

  /** Roles that make no sense beside others are taken back. */
  settle(given: ColumnMapping): void {
    const drop = (...roles: ColumnRole[]): void => {
      for (const role of roles) if (given[role] === undefined) this.guesses.delete(role);
    };
    const isSaid = (role: ColumnRole): boolean => given[role] !== undefined && !this.refused.has(role);
    const said = PLACE_ROLES.find((roles) => roles.some(isSaid));
    if (said) for (const roles of PLACE_ROLES) if (roles !== said) drop(...roles);
    const has = (role: ColumnRole): boolean => this.guesses.has(role);
    // Parts of a date beside a whole one are those of the report, as `yr` and `period` of the official layer.
    if (has('time')) drop(...DATE_PARTS);
    else if (!has('year')) drop(...DATE_PARTS, 'hour', 'minute', 'clock');
    if (has('clock')) drop('hour', 'minute');
    if (!has('hour')) drop('minute');
    // Degrees of injury are no gravity of an offence.
    if (describesRoadAccidents(this.table.columns)) drop('gravity');
  }

  result(): RecognisedColumns {
    const guesses = [...this.guesses.values()];
    const used = new Set(guesses.map(({ column }) => column));
    const { columns } = this.table;
    const mapping: ColumnMapping = {};
    for (const { role, column } of guesses) mapping[role] = column;
    return {
      mapping,
      guesses,
      personal: columns.filter((_, position) => this.personal[position]),
      unused: columns.filter((column, position) => !used.has(column) && !this.personal[position]),
    };
  }

  private guess(
    role: ColumnRole,
    position: number,
    reason: ColumnGuess['reason'],
    evidence?: ColumnGuess['evidence'],
  ): void {
    if (this.refused.has(role)) return;
    const column = this.table.columns[position];
    this.guesses.set(role, { role, column, reason, ...(evidence && { evidence }) });
  }

  private isFree(position: number, role: ColumnRole): boolean {
    if (this.personal[position] && role !== 'caseId') return false;
    const column = this.table.columns[position];
    return [...this.guesses.values()].every(
      (guess) => guess.column !== column || (role === 'article' && guess.role === 'category'),
    );
  }

  /** A name alone is not believed where the cells contradict it. */
  private fits(position: number, role: ColumnRole): boolean {
    const content = this.contents[position];
    if (!content) return true;
    switch (role) {
      case 'point':
        return content.points >= MOST;
      case 'time':
        return content.clocks < MOST;
      case 'clock':
        return content.dates < MOST;
      case 'category':
        // A column "Crime" of figures is a code of the agency; its text stands in another column.
        return !(content.numeric && this.keys[position] === 'crime');
      case 'articleText':
        return !content.numeric && content.dates < MOST;
      case 'year':
        return content.numeric && content.least >= 1800 && content.most <= 2200;
      case 'month':
        return !content.numeric ? content.dates < MOST : content.least >= 1 && content.most <= 12;
      case 'day':
        return content.numeric && content.least >= 1 && content.most <= 31;
      case 'hour':
        return content.numeric && content.least >= 0 && content.most <= 23;
      case 'minute':
        return content.numeric && content.least >= 0 && content.most <= 59;
      default:
        return true;
    }
  }
}
