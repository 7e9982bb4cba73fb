/** What only the person can decide, asked where no page can answer. */
export type PersonQuestion = AddressQuestion | PlainHttpQuestion;

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
