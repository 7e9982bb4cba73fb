/** What `/identity` of a media server answers. */
export const identityOf = (machineIdentifier: string): unknown => ({
  MediaContainer: { size: 0, claimed: true, machineIdentifier, version: '1.43.0.1-abc' },
});
