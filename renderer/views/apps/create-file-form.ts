import { createSignal, type Accessor } from 'solid-js';
import type { AppError } from '../../../shared/errors.ts';
import type { DestinationFormat } from '../../../shared/model/destination.ts';
import type { AppTokenId } from '../../../shared/model/ids.ts';
import { appsText } from '../../../shared/words/app-tokens.ts';
import { createAction } from '../../state/create-action.ts';
import { useUsher } from '../../state/use-usher.ts';
import { knownFileOf } from './known-apps.ts';

export interface FileForm {
  /** Begins anew, with what is known of the program. */
  readonly begin: (name: string) => void;
  readonly format: Accessor<DestinationFormat>;
  readonly setFormat: (format: DestinationFormat) => void;
  readonly key: Accessor<string>;
  readonly setKey: (key: string) => void;
  readonly keyError: Accessor<string | null>;
  /** Has main ask for the file; `onAdded` is not called where the person thought better of it. */
  readonly choose: (appTokenId: AppTokenId, name: string) => void;
  readonly isBusy: Accessor<boolean>;
  readonly error: Accessor<AppError | null>;
}

/** Where a program reads its token, but for the file itself, which main alone asks for. */
export function createFileForm(onAdded: () => void): FileForm {
  const usher = useUsher();
  const add = createAction('appToken.addDestination');
  const [format, setFormat] = createSignal<DestinationFormat>('env');
  const [key, setKey] = createSignal('');
  const [isMissing, setIsMissing] = createSignal(false);
  const choose = async (appTokenId: AppTokenId, name: string): Promise<void> => {
    const present = format() === 'file' ? null : key().trim();
    setIsMissing(present === '');
    if (present === '') return;
    const added = await add.run({ appTokenId, format: format(), key: present });
    if (!added.ok || added.value === null) return;
    onAdded();
    usher.tell({ title: appsText().where.added(name) });
  };
  const change = (): void => {
    setIsMissing(false);
    add.clearError();
  };
  return {
    begin: (name) => {
      const known = knownFileOf(name);
      setFormat(known?.format ?? 'env');
      setKey(known?.key ?? '');
      change();
    },
    format,
    setFormat: (next) => {
      change();
      setFormat(next);
    },
    key,
    setKey: (next) => {
      change();
      setKey(next);
    },
    keyError: () => (isMissing() ? appsText().where.keyMissing : null),
    choose: (appTokenId, name) => {
      if (!add.isBusy()) void choose(appTokenId, name);
    },
    isBusy: add.isBusy,
    error: () => (add.error()?.code === 'question.declined' ? null : add.error()),
  };
}
