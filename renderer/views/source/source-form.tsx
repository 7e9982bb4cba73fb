import { createSignal, Show, type JSX } from 'solid-js';
import type { ServerSummary } from '../../../shared/model/server.ts';
import { sourceText } from '../../../shared/words/sources.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Field } from '../../ui/field.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { checkSource, type SourceCheck } from './check-source.ts';
import { knownSources } from './known-sources.ts';
import styles from './source-view.module.css';

interface SourceFormProps {
  readonly known: readonly ServerSummary[];
  readonly isBusy: boolean;
  readonly onAsk: (source: string, refresh: boolean) => void;
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
  const [isChecked, setIsChecked] = createSignal(false);
  const check = () => checkSource(source());
  const options = () => knownSources(props.known);
  const chosen = () => options().find((option) => option.value === source().trim())?.value ?? '';
  const suggestion = () => {
    const present = check();
    return isChecked() && present.kind === 'noScheme' ? present.suggestion : null;
  };
  let form: HTMLFormElement | undefined;

  const change = (text: string): void => {
    setSource(text);
    // Not while it is being typed: half of a source is always malformed.
    setIsChecked(false);
  };
  const submit = (): void => {
    const present = check();
    setIsChecked(true);
    if (present.kind === 'ready') props.onAsk(present.source, isRefresh());
    else form?.querySelector<HTMLInputElement>('input:not([type="checkbox"])')?.focus();
  };

  return (
    <Card>
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
        <Checkbox
          label={sourceText().refresh}
          hint={sourceText().refreshHint}
          isChecked={isRefresh()}
          onChange={(isChecked) => void setIsRefresh(isChecked)}
        />
        <div>
          <Button type="submit" variant="primary" isBusy={props.isBusy}>
            {props.isBusy ? sourceText().asking : sourceText().ask}
          </Button>
        </div>
      </form>
    </Card>
  );
}
