import { Show, type JSX } from 'solid-js';
import type { DesktopPlace } from '../../../shared/model/state.ts';
import { aboutText } from '../../../shared/words/app.ts';
import { createAction } from '../../state/create-action.ts';
import { createQuery } from '../../state/create-query.ts';
import { useUsher } from '../../state/use-usher.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Mark } from '../../ui/mark.tsx';
import { KeyValue } from '../../ui/key-value.tsx';
import { KeyValueList } from '../../ui/key-value-list.tsx';
import styles from './about-dialog.module.css';

interface AboutDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** What this Usher is, where it keeps what, and whose work is in it. */
export function AboutDialog(props: AboutDialogProps): JSX.Element {
  return (
    <Dialog
      isOpen={props.isOpen}
      onClose={() => props.onClose()}
      title={aboutText().title}
      description={
        <div class={styles.purpose}>
          <Mark class={styles.mark} />
          <p>{aboutText().purpose}</p>
        </div>
      }
    >
      <Facts />
      <p class={styles.note}>{aboutText().notAffiliated}</p>
    </Dialog>
  );
}

function Facts(): JSX.Element {
  const usher = useUsher();
  const desktop = createQuery('desktop.read', () => ({}));
  const open = createAction('desktop.open');
  const opener = (what: DesktopPlace, label: string, name: string): JSX.Element => (
    <Button
      size="small"
      kind="quiet"
      class={styles.open}
      aria-label={name}
      onClick={() => void open.run({ what })}
    >
      {label}
    </Button>
  );
  return (
    <>
      <KeyValueList>
        <KeyValue label={aboutText().version}>{usher.state.app.version}</KeyValue>
        <KeyValue label={aboutText().deviceName}>{usher.state.app.deviceName}</KeyValue>
        <KeyValue label={aboutText().storedWhere}>
          {usher.state.vault.kind === 'sessionOnly'
            ? aboutText().sessionOnly
            : aboutText().keychain}
        </KeyValue>
        <KeyValue label={aboutText().dataFolder}>
          {opener('profile', aboutText().open, aboutText().openData)}
        </KeyValue>
        <KeyValue label={aboutText().logs}>
          {opener('logs', aboutText().open, aboutText().openLogs)}
        </KeyValue>
        <Show when={desktop.value()?.hasNotices === true}>
          <KeyValue label={aboutText().licenses}>
            {opener('notices', aboutText().show, aboutText().showLicenses)}
          </KeyValue>
        </Show>
      </KeyValueList>
      <Show when={open.error()}>{(error) => <ErrorState isInline error={error()} />}</Show>
    </>
  );
}
