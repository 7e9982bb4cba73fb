import { describe, expect, it, test } from 'vitest';
import type { AppError, AppErrorCode } from '../errors.ts';
import { errorText, startErrorText } from './errors.ts';

// A record, so that a code without a sample here does not compile.
const samples: { readonly [Code in AppErrorCode]: Extract<AppError, { code: Code }> } = {
  'network.offline': { code: 'network.offline' },
  'network.timeout': { code: 'network.timeout', limitMs: 15_000 },
  'network.untrusted': { code: 'network.untrusted' },
  'network.otherCertificate': { code: 'network.otherCertificate' },
  'network.intercepted': { code: 'network.intercepted' },
  'plex.badCredentials': { code: 'plex.badCredentials' },
  'plex.codeRequired': { code: 'plex.codeRequired' },
  'plex.codeWrong': { code: 'plex.codeWrong' },
  'plex.emailRequired': { code: 'plex.emailRequired' },
  'plex.addressBlocked': { code: 'plex.addressBlocked' },
  'plex.browserRequired': { code: 'plex.browserRequired' },
  'plex.rateLimited': { code: 'plex.rateLimited', retryAfterSeconds: 90 },
  'plex.pinExpired': { code: 'plex.pinExpired' },
  'plex.pinRequired': { code: 'plex.pinRequired' },
  'plex.pinWrong': { code: 'plex.pinWrong' },
  'plex.refused': { code: 'plex.refused', status: 418, plexCode: 1234 },
  'plex.unavailable': { code: 'plex.unavailable', status: 503 },
  'plex.malformed': { code: 'plex.malformed' },
  'plex.tooLarge': { code: 'plex.tooLarge', limitBytes: 10_000_000 },
  'token.rejected': { code: 'token.rejected' },
  'token.stillAccepted': { code: 'token.stillAccepted' },
  'token.expired': { code: 'token.expired' },
  'token.dead': { code: 'token.dead', because: 'serverRestarted' },
  'token.ofServer': { code: 'token.ofServer' },
  'token.notFound': { code: 'token.notFound' },
  'appToken.notFound': { code: 'appToken.notFound' },
  'appToken.nameTaken': { code: 'appToken.nameTaken' },
  'appToken.nameMalformed': { code: 'appToken.nameMalformed' },
  'appToken.homeUser': { code: 'appToken.homeUser' },
  'appToken.sharedServer': { code: 'appToken.sharedServer' },
  'appToken.needsKeychain': { code: 'appToken.needsKeychain' },
  'appToken.otherUser': { code: 'appToken.otherUser' },
  'appToken.busy': { code: 'appToken.busy' },
  'appToken.notEverywhere': { code: 'appToken.notEverywhere', count: 2 },
  'appToken.tooMany': { code: 'appToken.tooMany', minutesLeft: 3 },
  'destination.malformed': { code: 'destination.malformed', trouble: 'key' },
  'destination.noFile': { code: 'destination.noFile' },
  'destination.noKey': { code: 'destination.noKey' },
  'destination.ambiguous': { code: 'destination.ambiguous' },
  'destination.notReplaceable': { code: 'destination.notReplaceable' },
  'destination.unparsable': { code: 'destination.unparsable', line: 7 },
  'destination.notAlone': { code: 'destination.notAlone' },
  'destination.notRegular': { code: 'destination.notRegular' },
  'destination.foreignOwner': { code: 'destination.foreignOwner' },
  'destination.unreadable': { code: 'destination.unreadable' },
  'destination.unwritable': { code: 'destination.unwritable' },
  'destination.tooLarge': { code: 'destination.tooLarge' },
  'destination.notText': { code: 'destination.notText' },
  'destination.changed': { code: 'destination.changed' },
  'destination.full': { code: 'destination.full' },
  'destination.notWritten': { code: 'destination.notWritten' },
  'destination.notFound': { code: 'destination.notFound' },
  'destination.taken': { code: 'destination.taken' },
  'account.notFound': { code: 'account.notFound' },
  'device.busy': { code: 'device.busy' },
  'server.notFound': { code: 'server.notFound' },
  'server.unreachable': { code: 'server.unreachable', triedCount: 3, untrustedCount: 0 },
  'server.rejected': { code: 'server.rejected' },
  'server.jwtRefused': { code: 'server.jwtRefused' },
  'server.noTransientToken': { code: 'server.noTransientToken' },
  'server.noAccessToken': { code: 'server.noAccessToken' },
  'server.refused': { code: 'server.refused', status: 400 },
  'server.insecure': { code: 'server.insecure', uri: 'http://192.0.2.5:32400' },
  'server.notOwner': { code: 'server.notOwner' },
  'server.tooOld': { code: 'server.tooOld', version: '1.14.0', neededVersion: '1.15.4' },
  'address.malformed': { code: 'address.malformed', trouble: 'noAddress' },
  'address.noAnswer': {
    code: 'address.noAnswer',
    host: '192.0.2.5:32400',
    origins: ['https://192.0.2.5:32400', 'http://192.0.2.5:32400'],
  },
  'address.notPlex': { code: 'address.notPlex', host: '192.0.2.5:32400' },
  'address.noTls': { code: 'address.noTls', host: '192.0.2.5:32400' },
  'address.unknownServer': { code: 'address.unknownServer', host: '192.0.2.5:32400' },
  'address.httpsRequired': { code: 'address.httpsRequired', host: '192.0.2.5:32400' },
  'address.accountToken': { code: 'address.accountToken', host: '192.0.2.5:32400' },
  'address.declined': { code: 'address.declined', host: '192.0.2.5:32400' },
  'address.busy': { code: 'address.busy' },
  'address.notFound': { code: 'address.notFound' },
  'question.declined': { code: 'question.declined' },
  'question.paused': { code: 'question.paused', minutesLeft: 10 },
  'question.busy': { code: 'question.busy' },
  'identify.nothingFound': { code: 'identify.nothingFound' },
  'identify.tooLong': { code: 'identify.tooLong', limitCharacters: 1_000_000 },
  'identify.forgotten': { code: 'identify.forgotten' },
  'identify.noAccountToken': { code: 'identify.noAccountToken' },
  'source.malformed': { code: 'source.malformed' },
  'source.notFound': { code: 'source.notFound' },
  'source.transientRefused': { code: 'source.transientRefused' },
  'home.pinMalformed': { code: 'home.pinMalformed' },
  'home.memberNotFound': { code: 'home.memberNotFound' },
  'home.ownAccount': { code: 'home.ownAccount' },
  'home.switchOnly': { code: 'home.switchOnly' },
  'link.codeMalformed': { code: 'link.codeMalformed', trouble: 'tooShort' },
  'link.codeUnknown': { code: 'link.codeUnknown' },
  'vault.locked': { code: 'vault.locked' },
  'vault.unavailable': { code: 'vault.unavailable', reason: 'noService' },
  'vault.timeout': { code: 'vault.timeout' },
  'vault.denied': { code: 'vault.denied' },
  'vault.tooLong': { code: 'vault.tooLong', limitBytes: 2560 },
  'vault.failed': { code: 'vault.failed' },
  'vault.missing': { code: 'vault.missing' },
  'vault.changed': { code: 'vault.changed' },
  'profile.readOnly': { code: 'profile.readOnly' },
  'profile.full': { code: 'profile.full' },
  'profile.failed': { code: 'profile.failed' },
  'profile.busy': { code: 'profile.busy' },
  'profile.watched': { code: 'profile.watched' },
  'profile.notLocked': { code: 'profile.notLocked' },
  'profile.noLocks': { code: 'profile.noLocks' },
  'start.switchRefused': { code: 'start.switchRefused', names: ['load-extension'] },
  'signIn.cancelled': { code: 'signIn.cancelled' },
  'signIn.notWaiting': { code: 'signIn.notWaiting' },
  'browser.notOpened': { code: 'browser.notOpened' },
  'clipboard.failed': { code: 'clipboard.failed' },
  'clipboard.notCleared': { code: 'clipboard.notCleared' },
  'file.notSaved': { code: 'file.notSaved' },
  'desktop.failed': { code: 'desktop.failed' },
  'request.invalid': { code: 'request.invalid' },
  internal: { code: 'internal', reference: '7f3a' },
};

const all = Object.values(samples);

describe('the words for a failure', () => {
  it.each(all)('$code has a title, a detail and a next step', (error) => {
    const { title, detail, nextStep } = errorText(error);
    expect(title).toMatch(/^[A-Z].{5,60}[A-Za-z]$/);
    expect(detail).toMatch(/^[A-Z].+\.$/s);
    expect(nextStep).toMatch(/^[A-Z].+\.$/s);
  });

  it.each(all)('$code is told calmly and without inner names', (error) => {
    const text = Object.values(errorText(error)).join(' ');
    expect(text).not.toMatch(/!|undefined|null|NaN|\[object/);
    expect(text).not.toContain(error.code === 'internal' ? 'internal' : error.code);
  });

  it('differ from code to code', () => {
    const titles = all.map((error) => errorText(error).title);
    expect(new Set(titles).size).toBe(titles.length);
  });

  it('say how long Plex asks to wait, or that it did not say', () => {
    expect(errorText(samples['plex.rateLimited']).detail).toContain('1 min 30 s');
    const unsaid = errorText({ code: 'plex.rateLimited', retryAfterSeconds: null });
    expect(unsaid.detail).toContain('Plex or the server is limiting requests.');
  });

  it.each(['empty', 'tooShort', 'tooLong', 'characters', 'claimCode', 'token'] as const)(
    'say of a code that can be none (%s) that it was not sent',
    (trouble) => {
      const { title, detail } = errorText({ code: 'link.codeMalformed', trouble });
      expect(title).toMatch(/^[A-Z].{5,60}[A-Za-z]$/);
      expect(detail).toMatch(/didn’t send|Nothing was sent/);
    },
  );

  it.each(['empty', 'otherScheme', 'userName', 'website', 'noAddress'] as const)(
    'say of a text that is no address of a server (%s) what one looks like',
    (trouble) => {
      const { title, nextStep } = errorText({ code: 'address.malformed', trouble });
      expect(title).toMatch(/^[A-Z].{5,60}[A-Za-z]$/);
      expect(nextStep).toContain('192.168.1.20:32400');
    },
  );

  it.each([
    [['https://attic.home:32400', 'http://attic.home:32400'], null],
    [['https://attic.home:443'], 'https://attic.home:32400'],
    [['http://attic.home:80'], 'http://attic.home:32400'],
    [['https://[fd00::1]:443'], 'https://[fd00::1]:32400'],
  ])('name what was tried of an address (%j), and the port that may be meant', (origins, meant) => {
    const error = { code: 'address.noAnswer', host: 'attic.home', origins } as const;
    const { detail, nextStep } = errorText(error);
    for (const origin of origins) expect(detail).toContain(origin);
    expect(/try (http\S+)\. /.exec(nextStep)?.[1] ?? null).toBe(meant);
  });

  it('say that being offline changes nothing', () => {
    expect(errorText(samples['network.offline']).detail).toContain('still signed in');
  });

  it.each(['noBus', 'noService', 'noCollection', 'notSupported'] as const)(
    'offer this session only where there is no keychain (%s)',
    (reason) => {
      expect(errorText({ code: 'vault.unavailable', reason }).nextStep).toMatch(
        /continue without saving/i,
      );
    },
  );

  it.each([
    [1, 0, 'Usher tried its one address and got no response.'],
    [1, 1, 'The certificates couldn’t be verified'],
    [3, 3, 'The certificates couldn’t be verified'],
    [3, 1, 'At 1 of them the certificate couldn’t be verified'],
  ])('of %i addresses, %i with a certificate that proves nothing: %s', (tried, untrusted, says) => {
    const error = {
      code: 'server.unreachable',
      triedCount: tried,
      untrustedCount: untrusted,
    } as const;
    const { detail, nextStep } = errorText(error);
    expect(detail).toContain(says);
    expect(nextStep.includes('certificate')).toBe(tried === untrusted);
    expect(nextStep.includes('“Add an address”')).toBe(tried !== untrusted);
  });
});

test.each([
  [{ code: 'profile.busy' }, /using \/home\/robin\/Usher\. Quit it/],
  [{ code: 'profile.readOnly' }, /in \/home\/robin\/Usher and couldn’t .*belongs to you/],
  [{ code: 'profile.full' }, /disk isn’t full/],
  [{ code: 'profile.failed' }, /it’s a folder/],
  [{ code: 'profile.notLocked' }, /lock a file in \/home\/robin\/Usher.*disk of this computer/],
  [{ code: 'profile.noLocks' }, /Linux with glibc, macOS, or Windows/],
  [
    { code: 'start.switchRefused', names: ['load-extension', 'proxy-server'] },
    /start with --load-extension, --proxy-server\. .*Start Usher without it/,
  ],
  [{ code: 'internal', reference: '0a1b2c3d' }, /reference 0a1b2c3d in logs\/usher\.log/],
  [{ code: 'internal', reference: 'none' }, /couldn’t be written to the log/],
] as const)('a start that ends with %o is told what to do', (error, words) => {
  expect(startErrorText(error, '/home/robin/Usher').detail).toMatch(words);
});
