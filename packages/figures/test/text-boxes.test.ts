import { describe, expect, it } from 'vitest';
import { cutTexts, overlaps, textBoxes } from '../make/text-boxes.ts';
import { textContrasts } from '../make/text-contrast.ts';

const figure = (content: string): string =>
  '<svg xmlns="http://www.w3.org/2000/svg" width="20mm" height="10mm" viewBox="0 0 100 50" ' +
  `font-family="Noto Sans"><rect width="100" height="50" fill="#FFFFFF"/>${content}</svg>`;

const words = (texts: readonly { words: string }[]): string[] => texts.map((box) => box.words);

describe('the texts of a figure', () => {
  it('are found where groups have moved them, turned ones and halos left out', () => {
    const svg = figure(
      '<g transform="translate(10 20)"><text x="1" y="2" font-size="10" fill="#111111">a&amp;b</text></g>' +
        '<text x="5" y="9" font-size="11" fill="#FFFFFF" stroke="#FFFFFF">c</text>' +
        '<text x="5" y="9" font-size="11" fill="#111111">c</text>' +
        '<g transform="rotate(-90 1 1)"><text x="5" y="9" font-size="11" fill="#111111">d</text></g>' +
        '<text x="100" y="9" font-size="10" text-anchor="end" fill="#111111">e</text>',
    );
    const boxes = textBoxes(svg);
    expect(words(boxes)).toEqual(['a&b', 'c', 'e']);
    expect(boxes[0]).toMatchObject({ left: 11, top: 22 - 7.2, bottom: 24, halo: undefined });
    expect(boxes[1]).toMatchObject({ halo: '#FFFFFF' });
    expect(boxes[2]!.right).toBe(100);
  });

  it('are seen to touch, to reach over an edge and to be cut by a frame', () => {
    const text = (x: number, y: number, content: string): string =>
      `<text x="${x}" y="${y}" font-size="11" fill="#111111">${content}</text>`;
    const svg = figure(
      `${text(2, 12, 'one')}${text(12, 14, 'two')}${text(2, 40, 'three')}${text(90, 40, 'four')}` +
        '<clipPath id="frame"><rect x="40" y="0" width="20" height="50"/></clipPath>' +
        `<g clip-path="url(#frame)">${text(45, 40, 'm')}${text(55, 25, 'five')}</g>`,
    );
    const boxes = textBoxes(svg);
    expect(overlaps(boxes).map(words)).toEqual([['one', 'two']]);
    expect(words(cutTexts(svg, boxes))).toEqual(['four', 'five']);
  });

  it('are measured against what is under them', () => {
    const text = (y: number, fill: string): string =>
      `<text x="60" y="${y}" font-size="11" fill="${fill}">word</text>`;
    const svg = figure(
      `<rect x="55" y="0" width="45" height="25" fill="#767676"/>${text(15, '#FFFFFF')}${text(45, '#767676')}` +
        `${text(15, '#767676')}`,
    );
    const contrasts = textContrasts(svg, textBoxes(svg));
    expect(contrasts[0]).toBeCloseTo(4.54, 2);
    expect(contrasts[1]).toBeCloseTo(4.54, 2);
    expect(contrasts[2]).toBeCloseTo(1, 6);
  });
});
