import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DeviceId } from '../../shared/model/ids.ts';
import { createPlexClient } from './plex-client.ts';
import { createTestDeps } from './testing/test-deps.ts';
import { sampleAccount } from './testing/sample-account.ts';

const { signal } = new AbortController();

const form = { login: 'pat', password: 'a word', verificationCode: null, rememberMe: true };

test('no answer of any status and content makes an operation throw', async () => {
  let next: Response = new Response();
  const deps = createTestDeps('http://plex.invalid', {
    fetch: () => Promise.resolve(next.clone()),
  });
  const plex = createPlexClient(deps);
  const body = fc.oneof(fc.json(), fc.string(), fc.constant(JSON.stringify(sampleAccount)));
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 200, max: 599 }), body, async (status, text) => {
      next = new Response([204, 205, 304].includes(status) ? null : text, { status });
      const route = { uri: 'http://server.invalid', kind: 'local', version: null } as const;
      const answers = await Promise.all([
        plex.signIn(form, signal),
        plex.getAccount('zzFAKEzz'),
        plex.createPin(true, signal),
        plex.checkPin(1, signal),
        plex.listResources('zzFAKEzz'),
        plex.listDevices('zzFAKEzz'),
        plex.revokeDevice('zzFAKEzz', '1' as DeviceId),
        plex.findTokenDevice('zzFAKEzz'),
        plex.signOut('zzFAKEzz'),
        plex.listHomeUsers('zzFAKEzz'),
        plex.switchHomeUser('zzFAKEzz', { uuid: 'a', pin: '1357' }),
        plex.linkPin('zzFAKEzz', 'ABCD'),
        plex.getAvatar('https://plex.invalid/a'),
        plex.mintTransientToken(route, 'zzFAKEzz'),
        plex.checkServerToken(route, 'zzFAKEzz'),
        plex.askSource(route, 'zzFAKEzz', 'server://a', false),
      ]);
      await plex.askIdentity(route, signal);
      expect(answers.every((answer) => typeof answer.ok === 'boolean')).toBe(true);
    }),
  );
});
