import { createMemo, type JSX } from 'solid-js';
import { appText } from '../../../shared/words/app.ts';
import { useUsher } from '../../state/use-usher.ts';
import { ToastPlace, type Toast } from '../../ui/toast.tsx';

/** What a page says was done, for a moment in place of what is on the clipboard. */
export function ToldToast(): JSX.Element {
  const usher = useUsher();
  const toast = createMemo((): Toast | null => {
    const told = usher.told();
    return told === null ? null : { tone: 'ok', ...told };
  });
  return <ToastPlace label={appText().done} toast={toast()} onOver={() => usher.tell(null)} />;
}
