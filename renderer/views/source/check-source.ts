import { sourceForm } from '../../../shared/model/source.ts';

export type SourceCheck =
  | { readonly kind: 'ready'; readonly source: string }
  | { readonly kind: 'empty' }
  /** It looks like a bare identifier: `server://` in front may be all that is missing. */
  | { readonly kind: 'noScheme'; readonly suggestion: string }
  | { readonly kind: 'malformed' };

const bareServerId = /^[0-9a-f]{40}$/iu;
const bareProviderId = /^tv\.plex\.[\w.-]+$/iu;

const suggestionFor = (text: string): string | null =>
  bareServerId.test(text)
    ? `server://${text}`
    : bareProviderId.test(text)
      ? `provider://${text}`
      : null;

/** What is wrong with a typed source before anything is asked; spaces around it are forgiven. */
export const checkSource = (typed: string): SourceCheck => {
  const text = typed.trim();
  if (text === '') return { kind: 'empty' };
  if (sourceForm.test(text)) return { kind: 'ready', source: text };
  const suggestion = suggestionFor(text);
  return suggestion === null ? { kind: 'malformed' } : { kind: 'noScheme', suggestion };
};
