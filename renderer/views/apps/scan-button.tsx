import { type JSX } from 'solid-js';
import { adoptionText } from '../../../shared/words/adoption.ts';
import { createAction } from '../../state/create-action.ts';
import { ButtonError } from '../../ui/button-error.tsx';
import { SplitButton } from '../../ui/split-button.tsx';

/** Has main ask for files or a folder of programs, and look for tokens in them. The page names none. */
export function ScanButton(): JSX.Element {
  const scan = createAction('adoption.scan');
  const text = () => adoptionText();
  return (
    <>
      <SplitButton
        size="header"
        label={text().scanFiles}
        name={text().scanFiles}
        busyLabel={text().scanning}
        doneLabel={text().scanFiles}
        isBusy={scan.isBusy()}
        onPress={() => void scan.run({ what: 'files' })}
        menuLabel={text().scanMore}
        menu={[{ label: text().scanFolder, onSelect: () => void scan.run({ what: 'folder' }) }]}
      />
      <ButtonError error={scan.error()} />
    </>
  );
}
