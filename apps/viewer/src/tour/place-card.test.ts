import { describe, expect, it } from 'vitest';
import { placeCard } from './place-card.ts';

const DESKTOP = { width: 1480, height: 956 };
const PHONE = { width: 390, height: 844 };
const CARD = { width: 340, height: 200 };

describe('the card of the tour', () => {
  it('stands beside what it explains', () => {
    const panel = { left: 0, top: 60, width: 430, height: 896 };
    expect(placeCard(panel, CARD, DESKTOP)).toEqual({ left: 446, top: 60 });
    const sheet = { left: 1136, top: 76, width: 328, height: 864 };
    expect(placeCard(sheet, CARD, DESKTOP)).toEqual({ left: 780, top: 76 });
    const bar = { left: 4, top: 4, width: 1472, height: 60 };
    expect(placeCard(bar, CARD, DESKTOP)).toEqual({ left: 16, top: 80 });
  });

  it('never leaves the window', () => {
    const low = { left: 0, top: 860, width: 430, height: 96 };
    expect(placeCard(low, CARD, DESKTOP)).toEqual({ left: 446, top: 740 });
  });

  it('lies at the bottom of a narrow window, at the top where the part is at the bottom', () => {
    const card = { width: 358, height: 220 };
    expect(placeCard({ left: 0, top: 0, width: 390, height: 420 }, card, PHONE)).toEqual({
      left: 16,
      top: 608,
    });
    expect(placeCard({ left: 0, top: 700, width: 390, height: 144 }, card, PHONE)).toEqual({
      left: 16,
      top: 16,
    });
  });
});
