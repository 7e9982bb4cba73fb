import Check from 'lucide-solid/icons/check';
import { Show, type JSX } from 'solid-js';
import { tokenForms, type SecretRef, type TokenForm } from '../../shared/model/token.ts';
import { uiText } from '../../shared/words/app.ts';
import { tokenFormText } from '../../shared/words/tokens.ts';
import { createCopy } from '../state/create-copy.ts';
import { useUsher } from '../state/use-usher.ts';
import { ButtonError } from './button-error.tsx';
import { CopyWarning } from './copy-button.tsx';
import styles from './copy-secret.module.css';
import { SplitButton } from './split-button.tsx';

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
  const copyAs = (as: TokenForm): void =>
    void copy.run({ secret: props.secret, form: as }, tokenFormText().nameAs(props.name, as));

  return (
    <span class={styles.copy}>
      <SplitButton
        size="field"
        label={uiText().copy}
        name={uiText().copyLabel(tokenFormText().nameAs(props.name, form()))}
        busyLabel={uiText().copy}
        doneLabel={uiText().copied}
        isBusy={copy.isBusy()}
        isDone={copy.isCopied()}
        onPress={() => copyAs(form())}
        menuLabel={tokenFormText().menu(props.name)}
        menu={tokenForms.map((each) => ({
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
          onSelect: () => copyAs(each),
        }))}
      />
      <CopyWarning copy={copy} />
      <ButtonError error={copy.error()} />
    </span>
  );
}
