/** How long ago a device was signed in, and last seen. */
export interface DeviceAges {
  readonly createdDaysAgo: number;
  readonly seenDaysAgo: number;
}
