import { For, Show, type JSX } from 'solid-js';
import { tokenForms, type TokenForm } from '../../../shared/model/token.ts';
import { createAction } from '../../state/create-action.ts';
import { useUsher } from '../../state/use-usher.ts';
import { settingsText } from '../../../shared/words/app.ts';
import { tokenFormText } from '../../../shared/words/tokens.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Section } from '../../ui/section.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import styles from './settings-view.module.css';

const tokenChoices = ['isKeepAliveOn', 'isMintingAnew'] as const;

/** What a person can choose. Each choice is kept at once. */
export function SettingsView(): JSX.Element {
  const usher = useUsher();
  const update = createAction('settings.update');
  const settings = () => usher.state.settings;

  return (
    <div class={styles.view}>
      <PageHeader title={settingsText().title} description={settingsText().files} />
      <Show when={update.error()}>{(error) => <ErrorState error={error()} isInline />}</Show>
      <Section title={settingsText().tokens}>
        <div class={styles.choices}>
          <For each={tokenChoices}>
            {(choice) => (
              <Checkbox
                label={settingsText()[choice].label}
                hint={settingsText()[choice].hint}
                isChecked={settings()[choice]}
                onChange={(isChecked) => update.run({ [choice]: isChecked })}
              />
            )}
          </For>
          <SelectField
            label={settingsText().tokenForm}
            value={settings().tokenForm}
            options={tokenForms.map((form) => ({
              value: form,
              label: tokenFormText().label(form),
            }))}
            onChange={(value) => update.run({ tokenForm: value as TokenForm })}
          />
        </div>
      </Section>
      <Section title={settingsText().notifications}>
        <Checkbox
          label={settingsText().isNotifying.label}
          hint={settingsText().isNotifying.hint}
          isChecked={settings().isNotifying}
          onChange={(isNotifying) => update.run({ isNotifying })}
        />
      </Section>
    </div>
  );
}
