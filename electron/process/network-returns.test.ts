import { beforeEach, describe, expect, test } from 'vitest';
import { createNetworkReturns, type NetworkReturns } from './network-returns.ts';

describe('the network', () => {
  let isOnline: boolean;
  let returns: NetworkReturns;
  beforeEach(() => {
    isOnline = true;
    returns = createNetworkReturns(() => isOnline);
  });

  test('has not returned while it was there all the time', () => {
    expect([returns.look(), returns.look()]).toEqual([false, false]);
  });

  test('has returned once when it was away and is there again', () => {
    isOnline = false;
    expect([returns.look(), returns.look()]).toEqual([false, false]);
    isOnline = true;
    expect([returns.look(), returns.look()]).toEqual([true, false]);
  });

  test('has returned once after waking up, though it was seen before sleep and never away since', () => {
    returns.look();
    returns.wakeUp();
    expect([returns.look(), returns.look()]).toEqual([true, false]);
  });

  test('that is not there yet after waking up has returned when it is', () => {
    returns.wakeUp();
    isOnline = false;
    expect(returns.look()).toBe(false);
    isOnline = true;
    expect([returns.look(), returns.look()]).toEqual([true, false]);
  });
});
