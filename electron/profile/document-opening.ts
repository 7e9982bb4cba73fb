/** How a document was found when it was opened. `keptAs` names what was set aside for the person to look at. */
export type DocumentOpening =
  /** There was no file yet. */
  | { readonly how: 'fresh' }
  | { readonly how: 'read' }
  /** The file was missing or could not be understood; the backup was good. */
  | { readonly how: 'backup'; readonly keptAs: string | null }
  /** Neither the file nor a backup could be understood: started empty. */
  | { readonly how: 'rebuilt'; readonly keptAs: string }
  /** Written by a newer Usher: read as far as it is understood, and never written. */
  | { readonly how: 'tooNew'; readonly version: number };
