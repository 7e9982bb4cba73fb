import { Dialog as KobalteDialog } from '@kobalte/core/dialog';
import type { JSX } from 'solid-js';
import { paletteText } from '../../../shared/words/palette.ts';
import { createOpener } from '../../ui/create-opener.ts';
import type { FrameCommand } from './create-choices.ts';
import { listAtFirst, listEntries, type PaletteScope } from './list-entries.ts';
import { PaletteBody } from './palette-body.tsx';
import styles from './palette.module.css';

/** Everything there is. */
const wholePalette: PaletteScope = {
  field: () => paletteText().field,
  entries: listEntries,
  atFirst: (entries, { recent, pinned }) => listAtFirst(entries, recent, pinned),
  hasAct: () => true,
  hasNumbers: false,
  footer: () => ({ copy: paletteText().footer.copy, close: paletteText().footer.close, more: [] }),
};

interface PaletteProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onCommand: (command: FrameCommand) => void;
}

/** Leads to everything there is by a few letters of its name, and does what is done most often on the way. */
export function Palette(props: PaletteProps): JSX.Element {
  const giveBackFocus = createOpener(() => props.isOpen);
  // What leads elsewhere takes the focus there, once nothing holds it here.
  let after: (() => void) | undefined;
  const close = (then?: () => void): void => {
    after = then;
    props.onClose();
  };
  return (
    <KobalteDialog
      open={props.isOpen}
      onOpenChange={(isOpen) => {
        if (!isOpen) close();
      }}
    >
      <KobalteDialog.Portal>
        <KobalteDialog.Overlay class={styles.overlay} />
        <div class={styles.place}>
          <KobalteDialog.Content
            class={styles.palette}
            aria-label={paletteText().title}
            onCloseAutoFocus={(event) => {
              event.preventDefault();
              giveBackFocus();
              after?.();
              after = undefined;
            }}
          >
            <PaletteBody
              scope={wholePalette}
              onClose={close}
              onCommand={(command) => props.onCommand(command)}
            />
          </KobalteDialog.Content>
        </div>
      </KobalteDialog.Portal>
    </KobalteDialog>
  );
}
