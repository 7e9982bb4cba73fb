import type { BrowserWindowConstructorOptions, TitleBarOverlayOptions } from 'electron';
import { groundColors, textColors } from '../../shared/ground-colors.ts';

/** What of the system's choices the window's own colors go by, as in Electron's `nativeTheme`. */
export interface Scheme {
  readonly shouldUseDarkColors: boolean;
  readonly shouldUseHighContrastColors: boolean;
}

/** As the page's own media queries choose it. */
export const groundColorOf = (scheme: Scheme): string => groundColors[nameOf(scheme)];

/** The system's buttons over the upper end corner, which Windows draws in the window's colors. `height` is in pixels. */
export const overlayOf = (scheme: Scheme): TitleBarOverlayOptions => ({
  color: groundColorOf(scheme),
  symbolColor: textColors[nameOf(scheme)],
  height: 32,
});

/**
 * The title bar as each platform does it. What the page leaves free for it stands in `shell.module.css`. Linux has the
 * frame of its window manager.
 */
export function titleBarFor(
  platform: NodeJS.Platform,
  scheme: Scheme,
): Pick<BrowserWindowConstructorOptions, 'titleBarStyle' | 'titleBarOverlay'> {
  if (platform === 'darwin') return { titleBarStyle: 'hiddenInset' };
  if (platform === 'win32') return { titleBarStyle: 'hidden', titleBarOverlay: overlayOf(scheme) };
  return {};
}

function nameOf(scheme: Scheme): keyof typeof groundColors {
  const { shouldUseDarkColors: isDark, shouldUseHighContrastColors: hasMore } = scheme;
  if (isDark) return hasMore ? 'darkWithMoreContrast' : 'dark';
  return hasMore ? 'lightWithMoreContrast' : 'light';
}
