import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openingPlace, smallestWindow, type Area } from '../../electron/desktop/bounds.ts';

describe('where the window opens', () => {
  const screens: Area[] = [{ x: 0, y: 0, width: 1920, height: 1080 }, { x: 1920, y: 0, width: 1280, height: 1024 }];
  const place = { x: 100, y: 80, width: 1200, height: 800, maximized: false };

  test('law: a place that is given back can be grabbed on some screen, and is never too small', () => {
    const coordinate = fc.integer({ min: -5000, max: 5000 });
    fc.assert(fc.property(fc.record({ x: coordinate, y: coordinate, width: fc.integer({ min: 1, max: 4000 }), height: fc.integer({ min: 1, max: 4000 }), maximized: fc.boolean() }), (saved) => {
      const { x, y, width, height } = openingPlace(saved, screens);
      expect(width).toBeGreaterThanOrEqual(smallestWindow.width);
      expect(height).toBeGreaterThanOrEqual(smallestWindow.height);
      if (x === undefined || y === undefined) return;
      expect(screens.some((screen) => x + width > screen.x && x < screen.x + screen.width && y + 40 > screen.y && y < screen.y + screen.height)).toBe(true);
    }));
  });
  test('where it was', () => { expect(openingPlace(place, screens)).toEqual({ x: 100, y: 80, width: 1200, height: 800 }); });
  test('elsewhere, when the screen it was on is gone', () => { expect(openingPlace({ ...place, x: 2500 }, screens.slice(0, 1))).toEqual({ width: 1200, height: 800 }); });
  test('at the usual size, the first time', () => { expect(openingPlace(null, screens)).toEqual({ width: 1360, height: 880 }); });
});
