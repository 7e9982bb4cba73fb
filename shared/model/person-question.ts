import type { MaskedToken } from './token.ts';

/** What only the person can decide, asked where no page can answer. */
export type PersonQuestion = AddressQuestion | PlainHttpQuestion | DestinationQuestion;

/** Whether a program's token is to be written into a file, in place of what stands there. */
export interface DestinationQuestion {
  readonly kind: 'destination';
  readonly appName: string;
  readonly path: string;
  /** Null where the token is the whole file. */
  readonly key: string | null;
  /** What stands there; null for nothing. */
  readonly found: MaskedToken | null;
  /** What is written; null while it is not made yet. */
  readonly next: MaskedToken | null;
  /** The address of the server, and where in the file it goes; null when it is not written. */
  readonly url: { readonly key: string; readonly next: string } | null;
}

/** Whether an address that nothing proves is to be used for a server. */
export interface AddressQuestion {
  readonly kind: 'address';
  /** Host and port. */
  readonly host: string;
  /** Which server it says it is; null when it was not asked yet. */
  readonly serverName: string | null;
  /** Who can read a token that is sent there. */
  readonly readers:
    'network' | 'networkIfUnencrypted' | 'thisComputer' | 'host' | 'certificateHolder';
  /** The SHA-256 of the certificate it showed, as `AB:CD:…`, where that proves nothing and is to be the only one from now on. */
  readonly certificate: string | null;
}

/** Whether tokens may go to a server over plain http where nothing else leads there. */
export interface PlainHttpQuestion {
  readonly kind: 'plainHttp';
  readonly serverName: string;
  /** Hosts and ports where what is sent could be read on the way. */
  readonly hosts: readonly string[];
}
