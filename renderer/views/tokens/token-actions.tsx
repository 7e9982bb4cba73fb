import Braces from 'lucide-solid/icons/braces';
import Ellipsis from 'lucide-solid/icons/ellipsis';
import Eye from 'lucide-solid/icons/eye';
import EyeOff from 'lucide-solid/icons/eye-off';
import ShieldQuestion from 'lucide-solid/icons/shield-question-mark';
import TicketPlus from 'lucide-solid/icons/ticket-plus';
import Trash from 'lucide-solid/icons/trash';
import { Match, Switch, type Accessor, type JSX } from 'solid-js';
import type { AppError } from '../../../shared/errors.ts';
import type { TokenForm, TransientTokenSummary } from '../../../shared/model/token.ts';
import { uiText } from '../../../shared/words/app.ts';
import { tokenFormText, tokenListText, tokenText } from '../../../shared/words/tokens.ts';
import { createAction } from '../../state/create-action.ts';
import type { Copy } from '../../state/create-copy.ts';
import { useUsher } from '../../state/use-usher.ts';
import { Button } from '../../ui/button.tsx';
import { createSettled } from '../../ui/create-settled.ts';
import { Menu } from '../../ui/menu.tsx';
import { SplitButton } from '../../ui/split-button.tsx';
import { tokenFormEntries } from '../../ui/token-form-entries.ts';
import type { MenuEntry, MenuSummons } from '../../ui/whole-menu.tsx';
import styles from './token-row.module.css';

interface TokenActionsProps {
  readonly entry: TransientTokenSummary;
  readonly life: 'live' | 'ended' | 'expired';
  /** In words for readers: "token of Attic". */
  readonly name: string;
  readonly copy: Copy;
  readonly minting: Minting;
  readonly isRevealed: boolean;
  /** Opens the menu where the row was asked for it. */
  readonly summons: MenuSummons | null;
  readonly onToggle: () => void;
  readonly onCheck: () => void;
  readonly onForget: () => void;
}

/** The one thing that is mostly wanted of a token as it is now, and a menu with the others. */
export function TokenActions(props: TokenActionsProps): JSX.Element {
  const usher = useUsher();
  const isSettled = createSettled(() => props.life);
  /** A press meant for the button that stood there a moment ago does nothing. */
  const press = (act: () => void) => () => {
    if (isSettled()) act();
  };
  const copyAs = (form: TokenForm): void =>
    void props.copy.run(
      { secret: { kind: 'transient', tokenId: props.entry.id }, form },
      tokenFormText().nameAs(props.name, form),
    );
  const forms = () => tokenFormEntries(props.entry.token.lastFour, copyAs);
  const forget = (): MenuEntry => ({
    label: tokenListText().forgetAsking,
    icon: <Trash size={16} aria-hidden="true" />,
    isDangerous: true,
    onSelect: props.onForget,
  });
  const more = (): readonly MenuEntry[] =>
    props.life === 'live'
      ? [
          {
            label: props.isRevealed ? tokenText().hide : tokenText().reveal,
            icon: props.isRevealed ? (
              <EyeOff size={16} aria-hidden="true" />
            ) : (
              <Eye size={16} aria-hidden="true" />
            ),
            onSelect: props.onToggle,
          },
          {
            label: tokenListText().copyAs,
            icon: <Braces size={16} aria-hidden="true" />,
            items: forms(),
          },
          {
            label: tokenListText().check,
            icon: <ShieldQuestion size={16} aria-hidden="true" />,
            onSelect: props.onCheck,
          },
          'line',
          forget(),
        ]
      : [
          {
            label: tokenListText().mintNew,
            icon: <TicketPlus size={16} aria-hidden="true" />,
            onSelect: () => props.minting.run(),
          },
          forget(),
        ];

  return (
    <>
      <span class={styles.action}>
        <Switch>
          <Match when={props.life === 'live'}>
            <SplitButton
              size="copy"
              label={uiText().copy}
              name={uiText().copyLabel(props.name)}
              busyLabel={uiText().copy}
              doneLabel={uiText().copied}
              menuLabel={tokenFormText().menu(props.name)}
              menu={forms()}
              isBusy={props.copy.isBusy()}
              isDone={props.copy.isCopied()}
              onPress={press(() => copyAs(usher.state.settings.tokenForm))}
            />
          </Match>
          <Match when={props.life === 'ended' || props.minting.isBusy()}>
            <Button
              size="small"
              isBusy={props.minting.isBusy()}
              labels={[tokenListText().mintNew, tokenListText().minting]}
              aria-label={
                props.minting.isBusy()
                  ? undefined
                  : tokenListText().mintNewLabel(props.entry.serverName)
              }
              onClick={press(() => props.minting.run())}
            >
              {props.minting.isBusy() ? tokenListText().minting : tokenListText().mintNew}
            </Button>
          </Match>
          <Match when={props.life === 'expired'}>
            <Button
              size="small"
              kind="plain"
              aria-label={tokenListText().forgetLabel(
                props.entry.serverName,
                props.entry.token.lastFour,
              )}
              onClick={press(props.onForget)}
            >
              {tokenListText().forget}
            </Button>
          </Match>
        </Switch>
      </span>
      <span class={styles.more}>
        <Menu
          size="tiny"
          label={tokenListText().more(props.entry.serverName, props.entry.token.lastFour)}
          icon={<Ellipsis size={16} aria-hidden="true" />}
          items={more()}
          summons={props.summons}
        />
      </span>
    </>
  );
}

export interface Minting {
  readonly run: () => void;
  readonly isBusy: Accessor<boolean>;
  readonly error: Accessor<AppError | null>;
}

/** A new token in the place of one that is of no use any more; main puts it on the clipboard. */
export function createMinting(entry: Accessor<TransientTokenSummary>): Minting {
  const usher = useUsher();
  const mint = createAction('token.mintAnew');
  const run = async (): Promise<void> => {
    const { id, serverName } = entry();
    const minted = await mint.run({ tokenId: id });
    if (minted.ok) usher.announce(tokenListText().mintedNew(serverName));
  };
  return { run: () => void run(), isBusy: mint.isBusy, error: mint.error };
}
