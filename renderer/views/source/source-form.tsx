import { createSignal, Show, type JSX } from 'solid-js';
import type { TransientTokenId } from '../../../shared/model/ids.ts';
import type { ServerSummary } from '../../../shared/model/server.ts';
import type { TransientTokenSummary } from '../../../shared/model/token.ts';
import { sourceText } from '../../../shared/words/sources.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Field } from '../../ui/field.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { checkSource, type SourceCheck } from './check-source.ts';
import { knownSources } from './known-sources.ts';
import styles from './source-fold.module.css';

/** What is asked of a server, in the words of the request. */
export interface SourceQuestion {
  readonly source: string;
  readonly refresh: boolean;
  readonly transientTokenId: TransientTokenId | null;
}

interface SourceFormProps {
  readonly known: readonly ServerSummary[];
  /** Those the server may be asked with in place of the access token. */
  readonly tokens: readonly TransientTokenSummary[];
  readonly isBusy: boolean;
  readonly onAsk: (question: SourceQuestion) => void;
}

const errorOf = (check: SourceCheck): string | null => {
  switch (check.kind) {
    case 'ready':
      return null;
    case 'empty':
      return sourceText().fieldError.empty;
    case 'noScheme':
      return sourceText().fieldError.noScheme(check.suggestion);
    case 'malformed':
      return sourceText().fieldError.malformed;
  }
};

/** Which source: one of the known servers by name, or any typed. What is malformed is refused here, before the call. */
export function SourceForm(props: SourceFormProps): JSX.Element {
  const [source, setSource] = createSignal('');
  const [isRefresh, setIsRefresh] = createSignal(false);
  const [chosenToken, setChosenToken] = createSignal('');
  const [isChecked, setIsChecked] = createSignal(false);
  const check = () => checkSource(source());
  const options = () => knownSources(props.known);
  const chosen = () => options().find((option) => option.value === source().trim())?.value ?? '';
  const suggestion = () => {
    const present = check();
    return isChecked() && present.kind === 'noScheme' ? present.suggestion : null;
  };
  // The access token again once the chosen one is gone or no longer valid.
  const transientTokenId = () => props.tokens.find(({ id }) => id === chosenToken())?.id ?? null;
  let form: HTMLFormElement | undefined;

  const change = (text: string): void => {
    setSource(text);
    // Not while it is being typed: half of a source is always malformed.
    setIsChecked(false);
  };
  const submit = (): void => {
    const present = check();
    setIsChecked(true);
    if (present.kind === 'ready') {
      props.onAsk({
        source: present.source,
        refresh: isRefresh(),
        transientTokenId: transientTokenId(),
      });
    } else form?.querySelector<HTMLInputElement>('input:not([type="checkbox"])')?.focus();
  };

  return (
    <form
      ref={(element) => (form = element)}
      class={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <SelectField
        label={sourceText().known}
        noneLabel={sourceText().knownNone}
        value={chosen()}
        options={options()}
        onChange={(text) => {
          change(text);
        }}
      />
      <Field
        label={sourceText().field}
        isMono
        value={source()}
        placeholder={sourceText().fieldExample}
        hint={sourceText().fieldHint}
        error={isChecked() ? errorOf(check()) : null}
        onInput={change}
      />
      <Show when={suggestion()}>
        {(text) => (
          <div>
            <Button size="small" onClick={() => change(text())}>
              {sourceText().useSuggestion}
            </Button>
          </div>
        )}
      </Show>
      <Show when={props.tokens.length > 0}>
        <SelectField
          label={sourceText().askWith}
          noneLabel={sourceText().accessToken}
          value={transientTokenId() ?? ''}
          options={props.tokens.map(({ id, token }) => ({
            value: id,
            label: sourceText().transientToken(token.lastFour),
          }))}
          onChange={(id) => void setChosenToken(id)}
        />
      </Show>
      <Checkbox
        label={sourceText().refresh}
        isChecked={isRefresh()}
        onChange={(isChecked) => void setIsRefresh(isChecked)}
      />
      <div>
        <Button type="submit" isBusy={props.isBusy}>
          {props.isBusy ? sourceText().asking : sourceText().ask}
        </Button>
      </div>
    </form>
  );
}
