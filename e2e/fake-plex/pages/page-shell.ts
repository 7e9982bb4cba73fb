import { escapeMarkup } from '../http/escape-markup.ts';

const STYLE = `
  :root { color-scheme: light dark; --line: #8886; --accent: #b35c00; --on-accent: #fff; }
  @media (prefers-color-scheme: dark) { :root { --accent: #ffb454; --on-accent: #1b1300; } }
  * { box-sizing: border-box; }
  body { margin: 0; min-height: 100vh; display: grid; place-items: center; grid-template-columns: minmax(0, 1fr); padding: 1rem;
    font: 16px/1.5 system-ui, sans-serif; }
  main { width: min(30rem, 100%); border: 1px solid var(--line); border-radius: 12px; padding: 1.5rem; }
  .demo { margin: -1.5rem -1.5rem 1.25rem; padding: .5rem 1.5rem; border-radius: 11px 11px 0 0;
    background: var(--accent); color: var(--on-accent); font-size: .875rem; font-weight: 600; }
  h1 { margin: 0 0 .5rem; font-size: 1.375rem; line-height: 1.25; }
  p { margin: 0 0 1rem; overflow-wrap: anywhere; }
  fieldset { min-width: 0; margin: 0 0 1rem; border: 1px solid var(--line); border-radius: 8px; padding: .5rem .75rem; }
  legend { padding: 0 .25rem; font-weight: 600; }
  .user { display: flex; gap: .6rem; align-items: center; padding: .3rem 0; cursor: pointer; }
  .user img { width: 28px; height: 28px; border-radius: 50%; }
  .user span { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  label.code { display: block; margin-bottom: 1rem; font-weight: 600; }
  input[name=code] { display: block; width: 100%; margin-top: .25rem; padding: .5rem; border: 1px solid var(--line);
    border-radius: 8px; font: 600 1.75rem/1.2 ui-monospace, monospace; letter-spacing: .3em; text-align: center;
    text-transform: uppercase; background: transparent; color: inherit; }
  dl { display: grid; grid-template-columns: auto 1fr; gap: .25rem 1rem; margin: 0 0 1rem; }
  dt { opacity: .75; } dd { margin: 0; font-weight: 600; overflow-wrap: anywhere; }
  button { font: inherit; font-weight: 600; padding: .55rem 1.25rem; border-radius: 8px; border: 1px solid var(--line);
    cursor: pointer; background: transparent; color: inherit; }
  button.main { background: var(--accent); color: var(--on-accent); border-color: var(--accent); }
  :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
  .row { display: flex; gap: .75rem; flex-wrap: wrap; }
  [role=status]:not(:empty) { margin: 1rem 0 0; font-weight: 600; }
`;

/** The frame of both pages: it says at the top that this is a demo and stands in for what. */
export function pageShell(title: string, standsInFor: string, content: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>${escapeMarkup(title)} (demo of ${escapeMarkup(standsInFor)})</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<div class="demo">Demo stand-in for ${escapeMarkup(standsInFor)}. Nothing here is real.</div>
${content}
</main>
</body>
</html>
`;
}
