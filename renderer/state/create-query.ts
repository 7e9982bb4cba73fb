import { createEffect, createSignal, on, onCleanup, untrack, type Accessor } from 'solid-js';
import type { AppError } from '../../shared/errors.ts';
import type { RequestInput, RequestName, RequestOutput } from '../../shared/contract.ts';
import { useUsher } from './use-usher.ts';

export interface Query<Name extends RequestName> {
  /** The last good answer to the present input; kept while it is asked again and when that fails. */
  readonly value: Accessor<RequestOutput<Name> | null>;
  readonly error: Accessor<AppError | null>;
  readonly isLoading: Accessor<boolean>;
  readonly reload: () => void;
}

/**
 * What a view shows: asked at once and whenever `input` changes, and on reload with `again` in its place; only the newest
 * answer counts.
 */
export function createQuery<Name extends RequestName>(
  name: Name,
  input: Accessor<RequestInput<Name>>,
  again = input,
): Query<Name> {
  const usher = useUsher();
  const [value, setValue] = createSignal<RequestOutput<Name> | null>(null);
  const [error, setError] = createSignal<AppError | null>(null);
  const [isLoading, setIsLoading] = createSignal(false);
  let lastAsked = 0;

  const ask = async (asked: RequestInput<Name>): Promise<void> => {
    const thisAsked = ++lastAsked;
    setIsLoading(true);
    const result = await usher.request(name, asked);
    if (thisAsked !== lastAsked) return;
    setIsLoading(false);
    if (result.ok) {
      setValue(() => result.value);
      setError(null);
    } else {
      setError(result.error);
    }
  };

  createEffect(
    on(input, (asked) => {
      setValue(null);
      setError(null);
      void ask(asked);
    }),
  );
  onCleanup(() => lastAsked++);

  return { value, error, isLoading, reload: () => void ask(untrack(again)) };
}
