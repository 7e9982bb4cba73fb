import Braces from 'lucide-solid/icons/braces';
import Copy from 'lucide-solid/icons/copy';
import Ellipsis from 'lucide-solid/icons/ellipsis';
import Eye from 'lucide-solid/icons/eye';
import EyeOff from 'lucide-solid/icons/eye-off';
import FilePlus from 'lucide-solid/icons/file-plus';
import FileX from 'lucide-solid/icons/file-x';
import LogOut from 'lucide-solid/icons/log-out';
import type { JSX } from 'solid-js';
import type { AppTokenSummary, DestinationSummary } from '../../../shared/model/app-token.ts';
import type { TokenForm } from '../../../shared/model/token.ts';
import { appsText } from '../../../shared/words/app-tokens.ts';
import { tokenFormText, tokenText } from '../../../shared/words/tokens.ts';
import type { Copy as CopyState } from '../../state/create-copy.ts';
import { useUsher } from '../../state/use-usher.ts';
import { Menu } from '../../ui/menu.tsx';
import { tokenFormEntries } from '../../ui/token-form-entries.ts';
import type { MenuEntry, MenuSummons } from '../../ui/whole-menu.tsx';

interface AppMenuProps {
  readonly app: AppTokenSummary;
  readonly copy: CopyState;
  readonly isRevealed: boolean;
  /** Opens the menu where the card was asked for it. */
  readonly summons: MenuSummons | null;
  readonly onToggle: () => void;
  readonly onAddFile: () => void;
  readonly onRemoveFile: (destination: DestinationSummary) => void;
  readonly onRevoke: () => void;
}

/** What else there is to do with a program's token. */
export function AppMenu(props: AppMenuProps): JSX.Element {
  const usher = useUsher();
  const name = () => appsText().nameOf(props.app.name);
  const copyAs = (form: TokenForm): void =>
    void props.copy.run(
      { secret: { kind: 'app', appTokenId: props.app.id }, form },
      tokenFormText().nameAs(name(), form),
    );
  /** Of no use where Plex rejects the token. */
  const uses = (): readonly MenuEntry[] => [
    {
      label: appsText().copyToken,
      icon: <Copy size={16} aria-hidden="true" />,
      onSelect: () => copyAs(usher.state.settings.tokenForm),
    },
    {
      label: appsText().copyAs,
      icon: <Braces size={16} aria-hidden="true" />,
      items: tokenFormEntries(props.app.token.lastFour, copyAs),
    },
    {
      label: props.isRevealed ? tokenText().hide : tokenText().reveal,
      icon: props.isRevealed ? (
        <EyeOff size={16} aria-hidden="true" />
      ) : (
        <Eye size={16} aria-hidden="true" />
      ),
      onSelect: () => props.onToggle(),
    },
    'line',
  ];
  const files = (): readonly MenuEntry[] => [
    {
      label: appsText().addFile,
      icon: <FilePlus size={16} aria-hidden="true" />,
      onSelect: () => props.onAddFile(),
    },
    ...(props.app.destinations.length === 0
      ? []
      : [
          {
            label: appsText().removeFile,
            icon: <FileX size={16} aria-hidden="true" />,
            items: props.app.destinations.map((destination) => ({
              label: destination.path,
              onSelect: () => props.onRemoveFile(destination),
            })),
          },
        ]),
  ];
  return (
    <Menu
      size="small"
      label={appsText().more(props.app.name)}
      icon={<Ellipsis size={16} aria-hidden="true" />}
      items={[
        ...(props.app.verdict.kind === 'rejected' ? [] : uses()),
        ...files(),
        'line',
        {
          label: appsText().revokeAsking,
          icon: <LogOut size={16} aria-hidden="true" />,
          isDangerous: true,
          onSelect: () => props.onRevoke(),
        },
      ]}
      summons={props.summons}
    />
  );
}
