import { describe, expect, it } from 'vitest';
import { recordSourceOf } from './record-source.ts';

describe('recordSourceOf', () => {
  it.each([
    ['102', 'call-102'],
    ['Вызов 102', 'call-102'],
    ['служба «102»', 'call-102'],
    ['102-ге қоңырау', 'call-102'],
    ['call for service', 'call-102'],
    ['ЕРДР', 'registered'],
    ['СДТБТ', 'registered'],
    ['зарегистрировано', 'registered'],
    ['тіркелген', 'registered'],
    ['Registered', 'registered'],
    ['registered', 'registered'],
    ['КоАП', 'administrative'],
    ['ӘҚБтК', 'administrative'],
    ['административное правонарушение', 'administrative'],
    ['КУИ', 'КУИ'],
    ['  другое ', 'другое'],
    ['1021', '1021'],
    ['незарегистрированное', 'незарегистрированное'],
    ['unregistered', 'unregistered'],
    ['', ''],
  ])('%s is %s', (text, source) => {
    expect(recordSourceOf(text)).toBe(source);
  });
});
