/** Who a client says it is, by its `X-Plex-…` headers. */
export interface ClientIdentity {
  readonly clientIdentifier: string;
  readonly product: string;
  readonly version: string;
  readonly platform: string;
  readonly platformVersion: string;
  readonly device: string;
  readonly deviceName: string;
  readonly model: string;
  readonly vendor: string;
  readonly provides: string;
  readonly screenResolution: string;
}
