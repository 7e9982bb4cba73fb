import type { BrowserWindow, Rectangle } from 'electron';
import { readFileSync, writeFileSync } from 'node:fs';

/** Where a window stood, and whether it was maximized over that. */
export interface WindowPlace {
  /** Null where nothing is known of it, or its screen is gone: the middle of the screen then. */
  readonly position: { readonly x: number; readonly y: number } | null;
  readonly width: number;
  readonly height: number;
  readonly isMaximized: boolean;
}

export const smallestWindow = { width: 320, height: 480 } as const;

const firstPlace: WindowPlace = { position: null, width: 1080, height: 720, isMaximized: false };

/** As much of a window's upper edge as it takes to drag it somewhere else. */
const handle = { width: 96, height: 32 } as const;

/**
 * The place for the next window, from what was kept of the last one and the work areas of the screens there are now, the
 * main one first. What can't be read is no place: it is not worth a word to anybody.
 */
export function placeFor(kept: string | null, workAreas: readonly Rectangle[]): WindowPlace {
  const was = readPlace(kept);
  if (was === null) return firstPlace;
  const { x, y, width, height, isMaximized } = was;
  const screen = workAreas.find((area) => canBeDragged(was, area));
  const area = screen ?? workAreas[0];
  return {
    position: screen === undefined ? null : { x, y },
    width: Math.max(smallestWindow.width, Math.min(width, area?.width ?? width)),
    height: Math.max(smallestWindow.height, Math.min(height, area?.height ?? height)),
    isMaximized,
  };
}

/** Reads it at once: a window can't be moved after it was seen, and the file is a line. */
export function readKeptPlace(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

/** Keeps the place of a window when it closes. A folder that can't be written to costs the place alone. */
export function keepPlace(window: BrowserWindow, path: string): void {
  window.on('close', () => {
    const place = { ...window.getNormalBounds(), isMaximized: window.isMaximized() };
    try {
      writeFileSync(path, JSON.stringify(place), { mode: 0o600 });
    } catch {
      // Nothing of the person's is lost, and the window is about to go.
    }
  });
}

const readPlace = (kept: string | null): (Rectangle & { readonly isMaximized: boolean }) | null => {
  try {
    const read = JSON.parse(kept ?? '') as Partial<Record<string, unknown>> | null;
    const numbers = [read?.['x'], read?.['y'], read?.['width'], read?.['height']];
    if (!numbers.every((one) => Number.isSafeInteger(one))) return null;
    const [x = 0, y = 0, width = 0, height = 0] = numbers as readonly number[];
    return { x, y, width, height, isMaximized: read?.['isMaximized'] === true };
  } catch {
    return null;
  }
};

const canBeDragged = ({ x, y, width }: Rectangle, area: Rectangle): boolean => {
  const seen = Math.min(x + width, area.x + area.width) - Math.max(x, area.x);
  return seen >= handle.width && y >= area.y && y + handle.height <= area.y + area.height;
};
