import { escapeMarkup } from '../http/escape-markup.ts';
import type { World } from '../state/world.ts';

/** The list of demo users to sign in as. Managed Home users are not in it: they cannot sign in by themselves. */
export function userChoice(world: World): string {
  const rows = world.users
    .filter(({ username }) => username !== '')
    .map(({ name, title, uuid }, index) => {
      const known = title === '' || title === name;
      const shown = known ? name : `${name}: <bdi>${escapeMarkup(title)}</bdi>`;
      return `<label class="user"><input type="radio" name="user" value="${escapeMarkup(name)}"${index === 0 ? ' checked' : ''}>
<img src="/users/${uuid}/avatar" alt=""><span>${shown}</span></label>`;
    });
  return `<fieldset><legend>Sign in as</legend>\n${rows.join('\n')}\n</fieldset>`;
}
