/** A Plex Home, by the names of its users. */
export interface FakeHome {
  readonly id: number;
  readonly name: string;
  readonly admin: string;
  readonly guest: string | null;
  readonly members: readonly string[];
}
