import type { FakeUser } from '../state/fake-user.ts';
import type { SecretLedger } from '../state/secret-ledger.ts';
import { ada } from './ada.ts';
import { edith } from './edith.ts';
import { flock } from './flock.ts';
import { juno } from './juno.ts';
import { noor } from './noor.ts';
import { robin } from './robin.ts';
import { sam } from './sam.ts';
import { visitor } from './visitor.ts';
import { wren } from './wren.ts';

/** Everybody in the fake. All of them are invented. */
export function demoUsers(secrets: SecretLedger): readonly FakeUser[] {
  return [
    robin(secrets),
    sam(secrets),
    edith(secrets),
    noor(),
    juno(secrets),
    visitor(),
    wren(secrets),
    ada(secrets),
    ...flock(),
  ];
}
