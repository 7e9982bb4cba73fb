import { createSignal, type Accessor, type Component, type JSX } from 'solid-js';
import type { SettingsChange } from '../../../shared/contract.ts';
import type { AppError } from '../../../shared/errors.ts';
import {
  activityTimes,
  clipboardTimes,
  starts,
  themes,
  type Settings,
} from '../../../shared/model/state.ts';
import { tokenForms, type TokenForm } from '../../../shared/model/token.ts';
import { keychainStateText } from '../../../shared/words/app.ts';
import { settingsText, type SettingId } from '../../../shared/words/settings.ts';
import { tokenFormText } from '../../../shared/words/tokens.ts';
import { createAction } from '../../state/create-action.ts';
import { createQuery } from '../../state/create-query.ts';
import { useUsher } from '../../state/use-usher.ts';
import { Button } from '../../ui/button.tsx';
import { Switch } from '../../ui/checkbox.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Segments } from '../../ui/segments.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { keychainState } from '../app/sidebar-keychain.tsx';
import { QuickShortcutRow } from './quick-shortcut-row.tsx';
import { SettingRow } from './setting-row.tsx';
import styles from './settings-view.module.css';
import { UnencryptedServers } from './unencrypted-servers.tsx';

interface RowProps {
  readonly isStart: boolean;
}

interface SettingsRows {
  readonly rows: Readonly<Record<SettingId, Component<RowProps>>>;
  /** Why the last choice was not kept. */
  readonly error: Accessor<AppError | null>;
}

/** The row of each setting. Each choice is kept at once. */
export function createSettingsRows(): SettingsRows {
  const usher = useUsher();
  const update = createAction('settings.update');
  const reset = createAction('settings.reset');
  const desktop = createQuery('desktop.read', () => ({}));
  const setOpensAtLogin = createAction('desktop.setOpensAtLogin');
  const openFolder = createAction('desktop.open');
  const settings = (): Settings => usher.state.settings;
  const text = () => settingsText();
  const choose = (change: SettingsChange) => update.run(change);
  const trayKind = () =>
    !usher.state.hasTray ? 'noTray' : usher.state.app.platform === 'darwin' ? 'menuBar' : 'tray';
  const label = (id: SettingId): string => text().settings[id].label;

  const opensAtLogin = async (isWanted: boolean) => {
    const set = await setOpensAtLogin.run({ opensAtLogin: isWanted });
    desktop.reload();
    return set;
  };

  const resetAll = async (): Promise<void> => {
    const done = await reset.run({});
    if (desktop.value()?.opensAtLogin === true) await opensAtLogin(false);
    if (done.ok) usher.announce(text().wasReset);
  };

  const toggle =
    (id: 'isMintingAnew' | 'isKeepAliveOn' | 'isNotifying' | 'isHidingAfterCopy') =>
    (props: RowProps): JSX.Element => (
      <SettingRow id={id} isWhole isStart={props.isStart}>
        <Switch
          label={label(id)}
          hint={text().settings[id].hint}
          isChecked={settings()[id]}
          onChange={(isOn) => choose({ [id]: isOn })}
        />
      </SettingRow>
    );

  /** A choice among many, which is named by its row for everyone who sees. */
  const select =
    <Value extends string | number>(
      id: SettingId,
      value: () => Value,
      options: readonly Value[],
      words: {
        readonly of: (value: Value) => string;
        readonly change: (value: Value) => SettingsChange;
      },
    ) =>
    (props: RowProps): JSX.Element => (
      <SettingRow id={id} isStart={props.isStart}>
        <div class={styles.select}>
          <SelectField
            isCompact
            label={label(id)}
            value={String(value())}
            options={options.map((one) => ({ value: String(one), label: words.of(one) }))}
            onChange={(chosen) => {
              const found = options.find((one) => String(one) === chosen);
              return found === undefined ? undefined : choose(words.change(found));
            }}
          />
        </div>
      </SettingRow>
    );

  return {
    error: () =>
      update.error() ??
      reset.error() ??
      setOpensAtLogin.error() ??
      openFolder.error() ??
      desktop.error(),
    rows: {
      opensAtLogin: (props) => (
        <SettingRow id="opensAtLogin" isWhole isStart={props.isStart}>
          <Switch
            label={label('opensAtLogin')}
            isChecked={desktop.value()?.opensAtLogin === true}
            isDisabled={desktop.value() === null}
            onChange={opensAtLogin}
          />
        </SettingRow>
      ),
      isInBackground: (props) => (
        <SettingRow id="isInBackground" isWhole isStart={props.isStart}>
          <Switch
            label={label('isInBackground')}
            hint={text().background[trayKind()]}
            isChecked={settings().isInBackground}
            // What was chosen where there is a tray can be taken back without one.
            isDisabled={!usher.state.hasTray && !settings().isInBackground}
            onChange={(isInBackground) => choose({ isInBackground })}
          />
        </SettingRow>
      ),
      startWith: select('startWith', () => settings().startWith, starts, {
        of: (start) => text().starts[start],
        change: (startWith) => ({ startWith }),
      }),
      theme: (props) => (
        <SettingRow id="theme" isStart={props.isStart}>
          <Segments
            label={label('theme')}
            value={settings().theme}
            options={themes.map((value) => ({ value, label: text().themes[value] }))}
            onChange={(chosen) => {
              const theme = themes.find((one) => one === chosen);
              if (theme !== undefined) void choose({ theme });
            }}
          />
        </SettingRow>
      ),
      quickShortcut: (props) => (
        <QuickShortcutRow
          isStart={props.isStart}
          onChange={(quickShortcut) => choose({ quickShortcut }).then(({ ok }) => ok)}
        />
      ),
      isHidingAfterCopy: toggle('isHidingAfterCopy'),
      tokenForm: select<TokenForm>('tokenForm', () => settings().tokenForm, tokenForms, {
        of: (form) =>
          form === 'raw'
            ? tokenFormText().detail(form, usher.state.app.platform)
            : tokenFormText().label(form),
        change: (tokenForm) => ({ tokenForm }),
      }),
      isReusing: (props) => (
        <SettingRow id="isReusing" isStart={props.isStart}>
          <Segments
            label={label('isReusing')}
            value={settings().isReusing ? 'reuse' : 'new'}
            options={[
              { value: 'reuse', label: text().reuse },
              { value: 'new', label: text().mintNew },
            ]}
            onChange={(chosen) => void choose({ isReusing: chosen === 'reuse' })}
          />
        </SettingRow>
      ),
      isMintingAnew: toggle('isMintingAnew'),
      isKeepAliveOn: toggle('isKeepAliveOn'),
      clipboardSeconds: select(
        'clipboardSeconds',
        () => settings().clipboardSeconds,
        clipboardTimes,
        {
          of: (seconds) => text().clipboardTime(seconds),
          change: (clipboardSeconds) => ({ clipboardSeconds }),
        },
      ),
      isNotifying: toggle('isNotifying'),
      insecureServers: (props) => <UnencryptedServers isStart={props.isStart} />,
      profileFolder: (props) => (
        <SettingRow
          id="profileFolder"
          isStart={props.isStart}
          hint={
            <code class={styles.path} dir="ltr">
              {desktop.value()?.profileFolder}
            </code>
          }
        >
          <Button
            size="small"
            title={text().openFolderLabel}
            onClick={() => void openFolder.run({ what: 'profile' })}
          >
            {text().openFolder}
          </Button>
          <Button
            size="small"
            title={text().openLogsLabel}
            onClick={() => void openFolder.run({ what: 'logs' })}
          >
            {text().openLogs}
          </Button>
        </SettingRow>
      ),
      keychain: (props) => (
        <SettingRow
          id="keychain"
          isStart={props.isStart}
          hint={keychainStateText()[keychainState(usher.state)]}
        >
          <Button
            size="small"
            title={text().runCheckLabel}
            onClick={() => usher.navigate({ view: 'doctor' })}
          >
            {text().runCheck}
          </Button>
        </SettingRow>
      ),
      activityDays: select('activityDays', () => settings().activityDays, activityTimes, {
        of: (days) => text().activityTime(days),
        change: (activityDays) => ({ activityDays }),
      }),
      reset: (props) => (
        <SettingRow id="reset" isStart={props.isStart}>
          <ResetButton isBusy={reset.isBusy()} onReset={resetAll} />
        </SettingRow>
      ),
    },
  };
}

function ResetButton(props: {
  readonly isBusy: boolean;
  readonly onReset: () => Promise<void>;
}): JSX.Element {
  const [isAsking, setIsAsking] = createSignal(false);
  return (
    <>
      <Button size="small" kind="danger" onClick={() => setIsAsking(true)}>
        {settingsText().resetAsking}
      </Button>
      <ConfirmDialog
        isOpen={isAsking()}
        title={settingsText().resetTitle}
        description={<p>{settingsText().resetQuestion}</p>}
        confirmLabel={settingsText().resetAction}
        isDangerous
        isBusy={props.isBusy}
        onConfirm={() => void props.onReset().then(() => setIsAsking(false))}
        onClose={() => setIsAsking(false)}
      />
    </>
  );
}
