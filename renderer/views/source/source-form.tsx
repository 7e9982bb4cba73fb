import Ellipsis from 'lucide-solid/icons/ellipsis';
import ServerIcon from 'lucide-solid/icons/server';
import { createMemo, createSignal, Show, type JSX } from 'solid-js';
import type { TransientTokenId } from '../../../shared/model/ids.ts';
import type { ServerSummary } from '../../../shared/model/server.ts';
import type { TransientTokenSummary } from '../../../shared/model/token.ts';
import { sourceText } from '../../../shared/words/sources.ts';
import { Button } from '../../ui/button.tsx';
import { Combobox } from '../../ui/combobox.tsx';
import { LinkButton } from '../../ui/inline-error.tsx';
import { Menu } from '../../ui/menu.tsx';
import type { MenuEntry } from '../../ui/whole-menu.tsx';
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
  const suggestion = () => {
    const present = check();
    return isChecked() && present.kind === 'noScheme' ? present.suggestion : null;
  };
  // The access token again once the chosen one is gone or no longer valid.
  const token = () => props.tokens.find(({ id }) => id === chosenToken()) ?? null;
  const options = createMemo(() =>
    knownSources(props.known).map(({ value, label }) => ({
      value,
      label,
      icon: <ServerIcon size={16} aria-hidden="true" />,
    })),
  );
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
        transientTokenId: token()?.id ?? null,
      });
    } else form?.querySelector('input')?.focus();
  };

  const askWith = (): readonly MenuEntry[] =>
    props.tokens.length === 0
      ? []
      : [
          {
            choice: sourceText().askWith,
            value: token()?.id ?? '',
            options: [
              { value: '', label: sourceText().withAccessToken },
              ...props.tokens.map(({ id, token: { lastFour } }) => ({
                value: id,
                label: sourceText().withTransientToken(lastFour),
              })),
            ],
            onChoose: setChosenToken,
          },
          'line',
        ];
  const menu = (): readonly MenuEntry[] => [
    ...askWith(),
    {
      choice: sourceText().cache,
      value: isRefresh() ? 'skip' : 'use',
      options: [
        { value: 'use', label: sourceText().useCache },
        { value: 'skip', label: sourceText().skipCache },
      ],
      onChoose: (value) => void setIsRefresh(value === 'skip'),
    },
  ];
  /** What was chosen in the menu and is not as usual: nobody should have to open it to know. */
  const hint = () => {
    const present = token();
    const parts = [
      ...(present === null ? [] : [sourceText().withTransientToken(present.token.lastFour)]),
      ...(isRefresh() ? [sourceText().skipCache] : []),
    ];
    return parts.length === 0 ? undefined : sourceText().chosen(parts);
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
      <div class={styles.field}>
        <Combobox
          label={sourceText().field}
          isLabelHidden
          isMono
          value={source()}
          placeholder={sourceText().fieldHint}
          options={options()}
          onInput={change}
          onChoose={({ value }) => change(value)}
          typedLabel={sourceText().useTyped}
          onUseTyped={change}
          hint={hint()}
          error={isChecked() ? errorOf(check()) : null}
          errorAction={
            <Show when={suggestion()}>
              {(text) => (
                <LinkButton onClick={() => change(text())}>{sourceText().useSuggestion}</LinkButton>
              )}
            </Show>
          }
        />
      </div>
      <Button type="submit" isBusy={props.isBusy} labels={[sourceText().ask, sourceText().asking]}>
        {props.isBusy ? sourceText().asking : sourceText().ask}
      </Button>
      <Menu
        label={sourceText().more}
        icon={<Ellipsis size={16} aria-hidden="true" />}
        items={menu()}
      />
    </form>
  );
}
