/**
 * The ground of every view (`--color-ground` in `renderer/styles/tokens.css`, which `build/theme.test.ts` holds to these).
 * The window has it before there is a page, so that nothing flashes.
 */
export const groundColors = {
  light: '#f3f5f6',
  dark: '#12161a',
  lightWithMoreContrast: '#ffffff',
  darkWithMoreContrast: '#000000',
} as const;

/** The text of every view (`--color-text`), which Windows draws the window's buttons in. */
export const textColors = {
  light: '#161b20',
  dark: '#e9edf0',
  lightWithMoreContrast: '#000000',
  darkWithMoreContrast: '#ffffff',
} as const;
