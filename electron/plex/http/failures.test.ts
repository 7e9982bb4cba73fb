import { describe, expect, test } from 'vitest';
import { abortError, networkFailure } from './failures.ts';
import { NoHttpError } from './to-response.ts';

const nodeFailure = (code: string): TypeError =>
  new TypeError('fetch failed', { cause: Object.assign(new Error('inner'), { code }) });

describe('why a fetch was rejected', () => {
  test.each([
    'CERT_HAS_EXPIRED',
    'CERT_NOT_YET_VALID',
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    'SELF_SIGNED_CERT_IN_CHAIN',
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
    'ERR_TLS_CERT_ALTNAME_INVALID',
    'ERR_SSL_WRONG_VERSION_NUMBER',
    'HOSTNAME_MISMATCH',
    'EPROTO',
  ])('Node: %s is untrusted', (code) => {
    expect(networkFailure(nodeFailure(code), 1)).toEqual({ code: 'network.untrusted' });
  });

  test.each([
    'net::ERR_CERT_DATE_INVALID',
    'net::ERR_CERT_AUTHORITY_INVALID',
    'net::ERR_CERT_COMMON_NAME_INVALID',
    'net::ERR_SSL_PROTOCOL_ERROR',
  ])('Electron: %s is untrusted', (message) => {
    expect(networkFailure(new Error(message), 1)).toEqual({ code: 'network.untrusted' });
  });

  test.each([
    new TypeError('fetch failed', { cause: new Error('unexpected redirect') }),
    new Error('Redirect was cancelled'),
    new Error("Attempted to redirect, but redirect policy was 'error'"),
  ])('a forbidden redirect is an interception: %s', (failure) => {
    expect(networkFailure(failure, 1)).toEqual({ code: 'network.intercepted' });
  });

  test.each([
    nodeFailure('UND_ERR_CONNECT_TIMEOUT'),
    nodeFailure('ETIMEDOUT'),
    new Error('net::ERR_TIMED_OUT'),
    new Error('net::ERR_CONNECTION_TIMED_OUT'),
  ])('a time-out of the network itself: %s', (failure) => {
    expect(networkFailure(failure, 15_000)).toEqual({ code: 'network.timeout', limitMs: 15_000 });
  });

  test.each([
    new NoHttpError('The status was 999.'),
    nodeFailure('ERR_ASSERTION'),
    new TypeError('fetch failed', {
      cause: new Error('Response does not match the HTTP/1.1 protocol (Expected HTTP/)'),
    }),
    new Error('net::ERR_INVALID_HTTP_RESPONSE'),
  ])('an answer that is not HTTP can not be understood: %s', (failure) => {
    expect(networkFailure(failure, 1)).toEqual({ code: 'plex.malformed' });
  });

  test.each([
    nodeFailure('ENOTFOUND'),
    nodeFailure('ECONNREFUSED'),
    nodeFailure('ECONNRESET'),
    new Error('net::ERR_INTERNET_DISCONNECTED'),
    new Error('net::ERR_NAME_NOT_RESOLVED'),
    new TypeError('terminated'),
    'thrown text',
    undefined,
  ])('everything else is offline: %s', (failure) => {
    expect(networkFailure(failure, 1)).toEqual({ code: 'network.offline' });
  });

  test('looks into the attempts at several addresses, and into a loop of causes only so far', () => {
    const expired = Object.assign(new Error('x'), { code: 'CERT_HAS_EXPIRED' });
    const several = new TypeError('fetch failed', { cause: new AggregateError([expired]) });
    expect(networkFailure(several, 1)).toEqual({ code: 'network.untrusted' });
    const loop = new Error('loop');
    loop.cause = loop;
    expect(networkFailure(loop, 1)).toEqual({ code: 'network.offline' });
  });
});

describe('why an operation was aborted', () => {
  test('is what its caller said', () => {
    expect(abortError(AbortSignal.abort({ code: 'account.notFound' }))).toEqual({
      code: 'account.notFound',
    });
  });

  test.each([
    undefined,
    'text',
    null,
    { code: 20 },
    Object.assign(new Error('aborted'), { code: 'ABORT_ERR' }),
  ])('counts as a cancelled sign-in when the caller said %s', (reason) => {
    expect(abortError(AbortSignal.abort(reason))).toEqual({ code: 'signIn.cancelled' });
  });
});
