import { randomInt } from 'node:crypto';
import type { FakeClock } from './fake-clock.ts';
import type { ClientIdentity } from './identity.ts';
import type { SessionBook } from './session-book.ts';
import type { Settings } from './settings.ts';
import type { FakeUser } from './users.ts';

/** Without the letters and digits that are read as each other. */
const WEAK_ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const STRONG_ALPHABET = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** The PINs asked for so far. Code lengths and lifetimes are those seen in captures of plex.tv. */
export class PinBook {
  readonly #clock: FakeClock;
  readonly #sessions: SessionBook;
  readonly #settings: Settings;
  readonly #pins = new Map<number, FakePin>();
  #lastId = 555_000_000;

  constructor(clock: FakeClock, sessions: SessionBook, settings: Settings) {
    this.#clock = clock;
    this.#sessions = sessions;
    this.#settings = settings;
  }

  /** Goes on with one that another fake has made where its `code` is given. */
  create(
    identity: ClientIdentity,
    strong: boolean,
    code: string = this.#freshCode(strong),
  ): FakePin {
    this.#lastId += 1;
    const now = this.#clock.now();
    const seconds = strong ? this.#settings.strongPinSeconds : this.#settings.weakPinSeconds;
    const pin: FakePin = {
      id: this.#lastId,
      code,
      strong,
      identity,
      createdAt: now,
      expiresAt: now + seconds * 1000,
      authToken: null,
    };
    this.#pins.set(pin.id, pin);
    return pin;
  }

  byId(id: number): FakePin | undefined {
    return this.#pins.get(id);
  }

  /** The PIN that has this code and can still be approved. A person may type the code in small letters. */
  openByCode(code: string): FakePin | undefined {
    return this.list().find(
      (pin) =>
        pin.code.toLowerCase() === code.trim().toLowerCase() &&
        pin.authToken === null &&
        !this.isExpired(pin),
    );
  }

  isExpired(pin: FakePin): boolean {
    return this.#clock.now() >= pin.expiresAt;
  }

  /** A user approves: the client that asked gets a token of that user. False when the PIN is gone. */
  approve(code: string, user: FakeUser): boolean {
    const pin = this.openByCode(code);
    if (pin === undefined) return false;
    const { token } = this.#sessions.grant(user, pin.identity);
    this.#pins.set(pin.id, { ...pin, authToken: token });
    return true;
  }

  list(): readonly FakePin[] {
    return [...this.#pins.values()];
  }

  #freshCode(strong: boolean): string {
    const code = strong ? randomCode(STRONG_ALPHABET, 25) : randomCode(WEAK_ALPHABET, 4);
    return this.openByCode(code) === undefined ? code : this.#freshCode(strong);
  }
}

function randomCode(alphabet: string, length: number): string {
  return Array.from({ length }, () => alphabet.charAt(randomInt(alphabet.length))).join('');
}

/** A PIN waiting to be claimed, or claimed. */
export interface FakePin {
  readonly id: number;
  readonly code: string;
  readonly strong: boolean;
  readonly identity: ClientIdentity;
  readonly createdAt: number;
  readonly expiresAt: number;
  /** Null until somebody has approved it. */
  readonly authToken: string | null;
}
