/** How a program's file is written: which of it is replaced depends on that. */
export const destinationFormats = ['env', 'yaml', 'ini', 'json', 'file'] as const;
export type DestinationFormat = (typeof destinationFormats)[number];

/** Where a program reads its token. */
export interface Destination {
  readonly format: DestinationFormat;
  /** Absolute. */
  readonly path: string;
  /** Which value of the file; null of `file`, whose whole content is the token. */
  readonly key: string | null;
}
