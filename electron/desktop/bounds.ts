import { z } from 'zod';

/** Where the window was, in device-independent pixels. */
export const windowPlace = z.strictObject({ x: z.int(), y: z.int(), width: z.int().min(1), height: z.int().min(1), maximized: z.boolean() });
export type WindowPlace = z.infer<typeof windowPlace>;
export interface Area { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

export const smallestWindow = { width: 720, height: 480 };
const usualWindow = { width: 1360, height: 880 };

/** Where to open the window: where it was, if a piece of it that can be grabbed is still on a display; else the usual size, placed by the system. */
export function openingPlace(saved: WindowPlace | null, displays: readonly Area[]): Partial<Area> & { width: number; height: number } {
  if (saved === null) return usualWindow;
  const overlap = (from: number, length: number, otherFrom: number, otherLength: number) => Math.min(from + length, otherFrom + otherLength) - Math.max(from, otherFrom);
  // The title bar's strip: a window whose foot alone is visible cannot be moved.
  const grabbed = displays.some((display) => overlap(saved.x, saved.width, display.x, display.width) >= 120 && overlap(saved.y, 40, display.y, display.height) >= 30);
  const size = { width: Math.max(saved.width, smallestWindow.width), height: Math.max(saved.height, smallestWindow.height) };
  return grabbed ? { x: saved.x, y: saved.y, ...size } : size;
}
