import { tokenForms, type TokenForm } from '../../shared/model/token.ts';
import { tokenFormText } from '../../shared/words/tokens.ts';
import type { MenuAction } from './whole-menu.tsx';

/** The forms that a token can be copied in, for once. `lastFour` is null where there is none yet. */
export const tokenFormEntries = (
  lastFour: string | null,
  copyAs: (form: TokenForm) => void,
): readonly MenuAction[] =>
  tokenForms.map((form) => ({
    label: tokenFormText().label(form),
    preview: tokenFormText().preview(form, lastFour),
    onSelect: () => copyAs(form),
  }));
