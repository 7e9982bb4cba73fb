import Check from 'lucide-solid/icons/check';
import ChevronDown from 'lucide-solid/icons/chevron-down';
import { Show, type JSX } from 'solid-js';
import { tokenForms, type SecretRef, type TokenForm } from '../../shared/model/token.ts';
import { createCopy } from '../state/create-copy.ts';
import { useUsher } from '../state/use-usher.ts';
import { tokenFormText } from '../../shared/words/tokens.ts';
import { CopyButton } from './copy-button.tsx';
import styles from './copy-secret.module.css';
import { Menu } from './menu.tsx';

interface CopySecretProps {
  readonly secret: SecretRef;
  /** What is copied, in words for readers: "token of Attic". */
  readonly name: string;
}

/** Copies a token in the form of the settings; the menu beside it has the others, each for once. */
export function CopySecret(props: CopySecretProps): JSX.Element {
  const usher = useUsher();
  const copy = createCopy();
  const form = () => usher.state.settings.tokenForm;
  const nameAs = (as: TokenForm): string => tokenFormText().nameAs(props.name, as);

  return (
    <span class={styles.copy}>
      <CopyButton
        name={nameAs(form())}
        what={{ secret: props.secret, form: form() }}
        copy={copy}
        label={tokenFormText().copyAs(form())}
      />
      <Menu
        size="small"
        label={tokenFormText().menu(props.name)}
        icon={<ChevronDown size={14} aria-hidden="true" />}
        items={tokenForms.map((each) => ({
          label: tokenFormText().label(each),
          detail: tokenFormText().detail(each, usher.state.app.platform),
          // Always there, so that the words stand in one line below another.
          icon: (
            <span class={styles.mark}>
              <Show when={each === form()}>
                <Check size={14} aria-hidden="true" />
              </Show>
            </span>
          ),
          onSelect: () => void copy.run({ secret: props.secret, form: each }, nameAs(each)),
        }))}
      />
    </span>
  );
}
