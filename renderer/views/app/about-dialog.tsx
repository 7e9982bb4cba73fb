import type { JSX } from 'solid-js';
import { useUsher } from '../../state/use-usher.ts';
import { aboutText } from '../../../shared/words/app.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { KeyValue } from '../../ui/key-value.tsx';
import { KeyValueList } from '../../ui/key-value-list.tsx';

interface AboutDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function AboutDialog(props: AboutDialogProps): JSX.Element {
  const usher = useUsher();
  return (
    <Dialog
      isOpen={props.isOpen}
      onClose={() => props.onClose()}
      title={aboutText().title}
      description={<p>{aboutText().purpose}</p>}
    >
      <KeyValueList>
        <KeyValue label={aboutText().version}>{usher.state.app.version}</KeyValue>
        <KeyValue label={aboutText().deviceName}>{usher.state.app.deviceName}</KeyValue>
        <KeyValue label={aboutText().storedWhere}>
          {usher.state.vault.kind === 'sessionOnly'
            ? aboutText().sessionOnly
            : aboutText().keychain}
        </KeyValue>
      </KeyValueList>
      <p>{aboutText().notAffiliated}</p>
    </Dialog>
  );
}
