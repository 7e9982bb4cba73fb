import { escapeMarkup } from '../http/escape-markup.ts';
import type { World } from '../state/world.ts';
import { pageShell } from './page-shell.ts';
import { userChoice } from './user-choice.ts';

/** The page where a person types the four characters an app shows. */
export function linkPage(world: World, code: string, problem = ''): string {
  return pageShell(
    'Link an app',
    'plex.tv/link',
    `<h1>Link an app</h1>
<p>Type the code the app shows, choose who you are, and press Link.</p>
<form method="post" action="/link">
<label class="code">Code
<input name="code" value="${escapeMarkup(code)}" maxlength="4" required autofocus autocomplete="off" autocapitalize="characters" spellcheck="false"></label>
${userChoice(world)}
<button class="main">Link</button>
<p role="status">${escapeMarkup(problem)}</p>
</form>`,
  );
}
