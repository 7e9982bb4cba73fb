import { nativeTheme } from 'electron';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { themes } from '../../shared/model/state.ts';
import type { Usher } from '../core/usher.ts';

const chosen = v.object({ data: v.object({ theme: v.picklist(themes) }) });

/**
 * Takes the theme from the settings' file before there is a window: the profile itself is opened while the first one is
 * made, which would show the other theme until then. What can't be read is left to whoever opens the profile.
 */
export function beginWithTheme(profileFolder: string): void {
  try {
    const text = readFileSync(join(profileFolder, 'settings.json'), 'utf8');
    const read = v.safeParse(chosen, JSON.parse(text));
    if (read.success) nativeTheme.themeSource = read.output.data.theme;
  } catch {
    // A first start has none.
  }
}

/** Windows, dialogs and the page, which goes by the media query, all follow from there. */
export function followTheme({ events, services }: Pick<Usher, 'events' | 'services'>): void {
  const follow = (): void => {
    const { theme } = services.settings.value();
    if (nativeTheme.themeSource !== theme) nativeTheme.themeSource = theme;
  };
  follow();
  events.subscribe(({ settings }) => {
    if (settings !== undefined) follow();
  });
}
