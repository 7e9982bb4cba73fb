import type { JSX } from 'solid-js';
import type { AppError } from '../../shared/errors.ts';
import { commonText } from '../../shared/words/app.ts';
import { errorText } from '../../shared/words/errors.ts';
import { InlineError } from './inline-error.tsx';

/** What went wrong with one thing and what to do about it, in a line. */
export function ErrorLine(props: { readonly error: AppError }): JSX.Element {
  const text = () => errorText(props.error);
  return <InlineError>{commonText().withNext(text().title, text().nextStep)}</InlineError>;
}
