import Plus from 'lucide-solid/icons/plus';
import Server from 'lucide-solid/icons/server';
import { createSignal, For, Show, type JSX } from 'solid-js';
import { testData } from '../bridge/test-data.ts';
import { Button, type ButtonProps } from '../ui/button.tsx';
import { Checkbox, Switch } from '../ui/checkbox.tsx';
import { CodeCells } from '../ui/code-cells.tsx';
import { Combobox } from '../ui/combobox.tsx';
import { Field } from '../ui/field.tsx';
import { MaskedSecret } from '../ui/masked-secret.tsx';
import { SearchField } from '../ui/search-field.tsx';
import { Segments } from '../ui/segments.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { SplitButton } from '../ui/split-button.tsx';
import { SelectionBar, Table, TableRow } from '../ui/table.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { WaitButton } from '../ui/wait-button.tsx';
import { Panel, Row, Sheet, State, type Forced } from './sheet.tsx';
import styles from './sheet.module.css';

const nothing = (): undefined => undefined;
const forms = [
  { value: 'raw', label: 'Just the token', preview: '••••d6e3' },
  { value: 'header', label: 'Header', preview: 'X-Plex-Token: …' },
  { value: 'curl', label: 'curl command', preview: 'curl -H …' },
  { value: 'url', label: 'URL with token', preview: 'https://…' },
] as const;

/** What can be pressed, chosen, switched and filled in. */
export function ControlsPage(): JSX.Element {
  return (
    <Sheet
      title="Controls"
      left={
        <>
          <Panel title="Buttons">
            <Kinds />
            <Splits />
          </Panel>
          <div class={styles.pair}>
            <Panel title="Select" isTall>
              <div class={styles.narrow}>
                <FormSelect />
              </div>
            </Panel>
            <Panel title="Combobox" isTall>
              <ServerChoice />
            </Panel>
          </div>
          <Panel title="Table">
            <Devices />
          </Panel>
        </>
      }
      right={
        <>
          <Panel title="Switch, checkbox">
            <Toggles />
          </Panel>
          <Panel title="Segments, tabs">
            <Views />
          </Panel>
          <Panel title="Masked secret">
            <MaskedSecret
              secret={{ kind: 'transient', tokenId: testData.tokenId('token-1') }}
              token={{ kind: 'transient', lastFour: 'd6e3' }}
              name="token of Attic"
              hasCopy={false}
              hasKind={false}
            />
          </Panel>
          <Panel title="Fields" isTall>
            <Fields />
          </Panel>
        </>
      }
    />
  );
}

function Kinds(): JSX.Element {
  const kinds: readonly (readonly [string, NonNullable<ButtonProps['kind']>, string])[] = [
    ['Primary', 'filled', 'Add app'],
    ['Secondary', 'secondary', 'Add app'],
    ['Quiet', 'quiet', 'Clear'],
    ['Plain', 'plain', 'Forget'],
    ['Danger', 'danger', 'Revoke'],
    ['Danger fill', 'dangerFill', 'Revoke'],
  ];
  const states: readonly (Forced | undefined)[] = [undefined, 'hover', 'pressed', 'focus'];
  return (
    <div class={styles.kinds}>
      <span />
      <For each={['Rest', 'Hover', 'Pressed', 'Focus', 'Disabled']}>
        {(name) => <span class={styles.caption}>{name}</span>}
      </For>
      <For each={kinds}>
        {([name, kind, label]) => (
          <>
            <span>{name}</span>
            <For each={states}>
              {(forced) => (
                <State {...(forced === undefined ? {} : { forced })}>
                  <Button kind={kind} icon={iconOf(label)}>
                    {label}
                  </Button>
                </State>
              )}
            </For>
            <Button kind={kind} icon={iconOf(label)} disabledReason="Sign in first.">
              {label}
            </Button>
          </>
        )}
      </For>
    </div>
  );
}

const iconOf = (label: string): JSX.Element => (
  <Show when={label === 'Add app'}>
    <Plus size={16} aria-hidden="true" />
  </Show>
);

function Splits(): JSX.Element {
  const [form, setForm] = createSignal('raw');
  const [isPinned, setIsPinned] = createSignal(false);
  const common = {
    busyLabel: 'Minting…',
    doneLabel: 'Copied',
    get menu() {
      return [
        { label: 'Mint a new one', shortcut: ['Alt', '↵'], onSelect: nothing },
        {
          label: 'Copy as',
          items: [{ choice: 'Form', value: form(), options: forms, onChoose: setForm }],
        },
        {
          label: isPinned() ? 'Unpin' : 'Pin',
          onSelect: () => void setIsPinned((is) => !is),
        },
        'line' as const,
        { label: 'Open Attic', shortcut: ['Ctrl', '↵'], onSelect: nothing },
      ];
    },
    onPress: nothing,
  };
  const named = (label: string) => ({
    label,
    name: `${label}: Attic`,
    menuLabel: `More: ${label}`,
  });
  return (
    <div class={styles.splits}>
      <span>Split</span>
      <SplitButton {...common} {...named('Copy token')} kind="filled" isOnEnter />
      <SplitButton {...common} {...named('Mint & copy')} />
      <SplitButton {...common} {...named('Mint & copy')} kind="plain" />
      <span />
      <span>Busy, done</span>
      <SplitButton {...common} {...named('Mint & copy')} isBusy />
      <SplitButton {...common} {...named('Copy token')} isDone />
      <WaitButton remainingMs={44_000} waitLabel={(left) => `Try again in ${left}`}>
        Try again
      </WaitButton>
      <span />
      <span>Sizes</span>
      <SplitButton {...common} {...named('Copy token')} size="header" kind="filled" />
      <SplitButton {...common} {...named('Copy')} size="copy" />
      <Row>
        <Button size="large" kind="filled">
          Next
        </Button>
        <Button isBusy>Save</Button>
        <Button size="small" isBusy icon={<Plus size={14} aria-hidden="true" />}>
          Add
        </Button>
      </Row>
    </div>
  );
}

function FormSelect(): JSX.Element {
  const [form, setForm] = createSignal('raw');
  return (
    <SelectField
      label="Copy tokens as"
      value={form()}
      options={forms}
      onChange={(value) => {
        setForm(value);
        return undefined;
      }}
    />
  );
}

function ServerChoice(): JSX.Element {
  const [text, setText] = createSignal('');
  const icon = () => <Server size={16} aria-hidden="true" />;
  return (
    <Combobox
      label="Server"
      value={text()}
      onInput={setText}
      options={[
        { value: '1', label: 'Attic', detail: 'robin', icon: icon() },
        { value: '2', label: 'Attic', detail: 'Juno', icon: icon() },
        { value: '3', label: 'Loft', detail: 'robin', icon: icon() },
      ]}
      onChoose={(option) => setText(option.label)}
      typedLabel={(typed) => `Use “${typed}” as typed`}
      onUseTyped={setText}
    />
  );
}

function Devices(): JSX.Element {
  const [chosen, setChosen] = createSignal<readonly string[]>(['Living room']);
  const devices = ['Living room', 'Work laptop', 'Old phone'];
  return (
    <>
      <SelectionBar
        count={`${chosen().length} selected`}
        onClear={() => setChosen([])}
        meaning="They’ll have to sign in again."
        actions={
          <Button size="small" kind="danger">
            Revoke
          </Button>
        }
      />
      <Table
        label="Devices"
        columns={[
          { label: 'Device', width: '45%' },
          { label: 'Last seen' },
          { label: 'Revoke', width: '6rem', isHidden: true },
        ]}
        all={{
          label: 'All devices',
          isChecked: chosen().length === devices.length,
          isMixed: chosen().length > 0 && chosen().length < devices.length,
          onChange: (isAll) => setChosen(isAll ? devices : []),
        }}
      >
        <For each={devices}>
          {(device) => (
            <TableRow
              chosen={{
                label: device,
                isChecked: chosen().includes(device),
                onChange: (is) =>
                  setChosen((now) => [
                    ...now.filter((each) => each !== device),
                    ...(is ? [device] : []),
                  ]),
              }}
              cells={[device, 'Today, 9:58 PM']}
              action={
                <Button size="small" kind="danger" aria-label={`Revoke ${device}`}>
                  Revoke
                </Button>
              }
            />
          )}
        </For>
      </Table>
    </>
  );
}

function Toggles(): JSX.Element {
  const toggles: readonly (readonly [string, boolean, Forced?])[] = [
    ['On', true],
    ['Off', false],
    ['Focus', true, 'focus'],
  ];
  return (
    <>
      <Row>
        <For each={toggles}>
          {([label, isChecked, forced]) => (
            <State {...(forced === undefined ? {} : { forced })}>
              <Switch label={label} isChecked={isChecked} onChange={nothing} />
            </State>
          )}
        </For>
        <Switch label="Disabled" isChecked={false} isDisabled onChange={nothing} />
      </Row>
      <Row>
        <For each={toggles}>
          {([label, isChecked, forced]) => (
            <State {...(forced === undefined ? {} : { forced })}>
              <Checkbox label={label} isChecked={isChecked} onChange={nothing} />
            </State>
          )}
        </For>
        <Checkbox label="Some" isChecked={false} isMixed onChange={nothing} />
      </Row>
      <Checkbox
        label="Remember for this server"
        hint="You’re asked again when its certificate changes."
        isChecked
        onChange={nothing}
      />
    </>
  );
}

function Views(): JSX.Element {
  const [shown, setShown] = createSignal('all');
  const tab = (label: string, count?: number) => ({
    value: label,
    label,
    ...(count === undefined ? {} : { count }),
    content: () => <span />,
  });
  return (
    <>
      <div>
        <Segments
          label="Show servers"
          value={shown()}
          onChange={setShown}
          options={[
            { value: 'all', label: 'All', count: 6 },
            { value: 'online', label: 'Online', count: 5 },
            { value: 'pinned', label: 'Pinned', count: 2 },
          ]}
        />
      </div>
      <Tabs label="Account" tabs={[tab('Profile'), tab('Servers', 5), tab('Devices', 10)]} />
    </>
  );
}

function Fields(): JSX.Element {
  const [password, setPassword] = createSignal('');
  const [filter, setFilter] = createSignal('');
  const [code, setCode] = createSignal('419');
  return (
    <>
      <div class={styles.two}>
        <Field
          label="Password"
          type="password"
          value={password()}
          onInput={setPassword}
          error={password() === '' ? 'Enter your password.' : null}
        />
        <Field label="Address" isMono value="192.168.1.20:32400" onInput={nothing} />
      </div>
      <SearchField
        label="Filter servers"
        placeholder="Filter servers"
        value={filter()}
        onInput={setFilter}
      />
      <CodeCells
        label="Verification code"
        length={6}
        value={code()}
        onInput={setCode}
        onComplete={nothing}
      />
    </>
  );
}
