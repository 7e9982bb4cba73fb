import Braces from 'lucide-solid/icons/braces';
import CopyIcon from 'lucide-solid/icons/copy';
import Lock from 'lucide-solid/icons/lock';
import LockOpen from 'lucide-solid/icons/lock-open';
import PinIcon from 'lucide-solid/icons/pin';
import ServerIcon from 'lucide-solid/icons/server';
import TicketPlus from 'lucide-solid/icons/ticket-plus';
import { createMemo, type JSX } from 'solid-js';
import type { ServerSummary } from '../../../shared/model/server.ts';
import { copyTokenText } from '../../../shared/words/servers.ts';
import { useUsher } from '../../state/use-usher.ts';
import type { MenuEntry, MenuSummons } from '../../ui/whole-menu.tsx';
import { SplitButton } from '../../ui/split-button.tsx';
import { tokenFormEntries } from '../../ui/token-form-entries.ts';
import type { Pin } from './create-pin.ts';
import type { ServerCopy } from './create-server-copy.ts';

interface CopyTokenButtonProps {
  readonly server: ServerSummary;
  readonly copy: ServerCopy;
  readonly pin: Pin;
  /** In its row, or in the header of the server's own page, which its menu does not open. */
  readonly place: 'row' | 'header';
  /** Whether Enter does what it says: it is filled then, and shows the key. */
  readonly isOnEnter: boolean;
  /** Opens its menu elsewhere than at it. */
  readonly summons?: MenuSummons | null;
}

/** The one verb for a server: a token that lives is copied, else one is minted. Why it failed is said where `copy` is shown. */
export function CopyTokenButton(props: CopyTokenButtonProps): JSX.Element {
  const text = () => copyTokenText();
  const label = () => (props.copy.token() === null ? text().mintAndCopy : text().copy);
  const menu = createMenu(props);
  const kind = () => (props.isOnEnter ? 'filled' : props.server.isOnline ? 'secondary' : 'plain');
  return (
    <SplitButton
      size={props.place}
      kind={kind()}
      label={label()}
      name={text().name(label(), props.server.name)}
      busyLabel={props.copy.isMinting() ? text().minting : text().copying}
      doneLabel={text().done}
      menuLabel={text().menu(props.server.name)}
      menu={menu()}
      summons={props.summons}
      isOnEnter={props.isOnEnter}
      isBusy={props.copy.isBusy()}
      isDone={props.copy.isDone()}
      onPress={() => props.copy.copy()}
    />
  );
}

function createMenu(props: CopyTokenButtonProps): () => readonly MenuEntry[] {
  const usher = useUsher();
  const text = () => copyTokenText();
  const isMac = () => usher.state.app.platform === 'darwin';
  const isAllowed = () => usher.state.settings.insecureServerIds.includes(props.server.id);
  const mayBeAllowed = () =>
    !props.server.isHttpsRequired && props.server.connections.some(({ isExposed }) => isExposed);
  const ref = () => ({ accountId: props.server.accountId, serverId: props.server.id });

  const encryption = (): readonly MenuEntry[] => {
    if (!isAllowed() && !mayBeAllowed()) return [];
    const Icon = isAllowed() ? Lock : LockOpen;
    return [
      {
        label: isAllowed() ? text().requireEncryption : text().allowUnencrypted,
        icon: <Icon size={16} aria-hidden="true" />,
        onSelect: () => props.copy.allowUnencrypted(!isAllowed()),
      },
    ];
  };

  return createMemo((): readonly MenuEntry[] => [
    {
      label: props.copy.token() === null ? text().mintAndCopy : text().copy,
      icon: <CopyIcon size={16} aria-hidden="true" />,
      shortcut: [text().keys.enter],
      onSelect: () => props.copy.copy(),
    },
    {
      label: text().mintNew,
      icon: <TicketPlus size={16} aria-hidden="true" />,
      shortcut: [isMac() ? text().keys.option : text().keys.alt, text().keys.enter],
      onSelect: () => props.copy.mint(),
    },
    {
      label: text().copyAs,
      icon: <Braces size={16} aria-hidden="true" />,
      items: tokenFormEntries(props.copy.token()?.token.lastFour ?? null, (form) =>
        props.copy.copy(form),
      ),
    },
    'line',
    ...encryption(),
    {
      label: props.pin.isPinned() ? text().unpin : text().pin,
      icon: <PinIcon size={16} aria-hidden="true" />,
      shortcut: [text().keys.pin],
      onSelect: () => props.pin.toggle(),
    },
    ...(props.place === 'header'
      ? []
      : [
          {
            label: text().open,
            icon: <ServerIcon size={16} aria-hidden="true" />,
            shortcut: [isMac() ? text().keys.command : text().keys.control, text().keys.enter],
            onSelect: () => usher.navigate({ view: 'server', ...ref() }),
          },
        ]),
  ]);
}
