import { describe, expect, it } from 'vitest';
import { decoderOf, detectEncoding } from './encoding.ts';

/** Bytes written by Python 3.11 (`text.encode(codec)`), an independent coder. */
const hex = (digits: string): Uint8Array =>
  Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

const samples = [
  {
    encoding: 'windows-1251',
    text: 'Долгота;Широта;Вид ДТП\n71,4;51,1;Наезд на пешехода\n',
    digits:
      'c4eeebe3eef2e03bd8e8f0eef2e03bc2e8e420c4d2cf0a37312c343b35312c313bcde0e5e7e420ede020efe5f8e5f5eee4e00a',
  },
  {
    encoding: 'ibm866',
    text: 'Долгота;Широта;Вид ДТП\n71,4;51,1;Наезд на пешехода\n',
    digits:
      '84aeaba3aee2a03b98a8e0aee2a03b82a8a42084928f0a37312c343b35312c313b8da0a5a7a420ada020afa5e8a5e5aea4a00a',
  },
  {
    encoding: 'koi8-r',
    text: 'Долгота;Широта;Вид ДТП\n71,4;51,1;Наезд на пешехода\n',
    digits:
      'e4cfccc7cfd4c13bfbc9d2cfd4c13bf7c9c420e4f4f00a37312c343b35312c313beec1c5dac420cec120d0c5dbc5c8cfc4c10a',
  },
  {
    encoding: 'kz-1048',
    text: 'Бойлық;Ендік;Түрі\n71,4;51,1;Ұрлық, тонау, қарақшылық\n',
    digits:
      'c1eee9ebfb9d3bc5ede4b3ea3bd2bff0b30a37312c343b35312c313ba1f0ebfb9d2c20f2eeede0f32c209de0f0e09df8fbebfb9d0a',
  },
  {
    encoding: 'windows-1252',
    text: 'fecha;longitud\n2019;Medellín, año señalado\n',
    digits: '66656368613b6c6f6e67697475640a323031393b4d6564656c6ced6e2c2061f16f207365f1616c61646f0a',
  },
  {
    encoding: 'utf-16le',
    text: 'Долгота;Широта;Вид ДТП\n71,4;51,1;Наезд на пешехода\n',
    digits:
      '14043e043b0433043e04420430043b002804380440043e04420430043b001204380434042000140422041f040a00370031002c0034003b00350031002c0031003b001d04300435043704340420003d04300420003f0435044804350445043e04340430040a00',
  },
  {
    encoding: 'utf-16be',
    text: 'Бойлық;Ендік;Түрі\n71,4;51,1;Ұрлық, тонау, қарақшылық\n',
    digits:
      '0411043e0439043b044b049b003b0415043d04340456043a003b042204af04400456000a00370031002c0034003b00350031002c0031003b04b00440043b044b049b002c00200442043e043d04300443002c0020049b043004400430049b0448044b043b044b049b000a',
  },
  {
    encoding: 'utf-16le',
    text: 'Долгота;Широта;Вид ДТП\n71,4;51,1;Наезд на пешехода\n',
    digits:
      'fffe14043e043b0433043e04420430043b002804380440043e04420430043b001204380434042000140422041f040a00370031002c0034003b00350031002c0031003b001d04300435043704340420003d04300420003f0435044804350445043e04340430040a00',
  },
  {
    encoding: 'utf-8',
    text: 'Бойлық;Ендік;Түрі\n71,4;51,1;Ұрлық, тонау, қарақшылық\n',
    digits:
      'd091d0bed0b9d0bbd18bd29b3bd095d0bdd0b4d196d0ba3bd0a2d2afd180d1960a37312c343b35312c313bd2b0d180d0bbd18bd29b2c20d182d0bed0bdd0b0d1832c20d29bd0b0d180d0b0d29bd188d18bd0bbd18bd29b0a',
  },
  {
    encoding: 'utf-8',
    text: 'Бойлық;Ендік;Түрі\n71,4;51,1;Ұрлық, тонау, қарақшылық\n',
    digits:
      'efbbbfd091d0bed0b9d0bbd18bd29b3bd095d0bdd0b4d196d0ba3bd0a2d2afd180d1960a37312c343b35312c313bd2b0d180d0bbd18bd29b2c20d182d0bed0bdd0b0d1832c20d29bd0b0d180d0b0d29bd188d18bd0bbd18bd29b0a',
  },
];

describe('detectEncoding', () => {
  it.each(samples)('finds $encoding and reads it', ({ encoding, digits, text }) => {
    const found = detectEncoding(hex(digits));
    expect(found).toBe(encoding);
    expect(
      decoderOf(encoding)
        .decode(hex(digits))
        .replace(/^\uFEFF/, ''),
    ).toBe(text);
  });

  it('leaves plain ASCII open', () => {
    expect(detectEncoding(new TextEncoder().encode('lon,lat\n71.4,51.1\n'))).toBeUndefined();
  });

  it('allows a character cut by the end of a piece, not by the end of the file', () => {
    const cut = new TextEncoder().encode('Есиль').slice(0, -1);
    expect(detectEncoding(cut, false)).toBe('utf-8');
    expect(detectEncoding(cut, true)).not.toBe('utf-8');
  });
});
