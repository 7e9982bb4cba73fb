import { describe, expect, test } from 'vitest';
import { createPlexClient } from '../create-plex-client.ts';
import { createTestDeps } from '../testing/create-test-deps.ts';

describe('the pages of a sign-in', () => {
  const plex = createPlexClient(
    createTestDeps('https://plex.tv', {
      client: {
        product: 'Usher',
        version: '0.1.0',
        platform: 'Linux',
        platformVersion: '6.1',
        device: 'Linux PC',
        deviceName: 'Zoë’s [desk] & more',
      },
    }),
  );

  test('the page for the browser has everything in its fragment, brackets and spaces encoded', () => {
    const url = new URL(plex.authPageUrl({ code: 'zq0&fake' }));
    expect(`${url.origin}${url.pathname}${url.search}`).toBe('https://app.plex.tv/auth');
    expect(url.hash).toMatch(/^#\?clientID=7d0c0000-0000-4000-8000-000000000000&code=zq0%26fake&/);
    expect(url.hash).toContain('context%5Bdevice%5D%5Bproduct%5D=Usher');
    expect(url.hash).not.toMatch(/[+[\] ]/);
    expect(Object.fromEntries(new URLSearchParams(url.hash.slice(2)))).toEqual({
      clientID: '7d0c0000-0000-4000-8000-000000000000',
      code: 'zq0&fake',
      'context[device][product]': 'Usher',
      'context[device][version]': '0.1.0',
      'context[device][platform]': 'Linux',
      'context[device][platformVersion]': '6.1',
      'context[device][device]': 'Linux PC',
      'context[device][deviceName]': 'Zoë’s [desk] & more',
      'context[device][layout]': 'desktop',
    });
  });

  test('the page for a code can be read out, or comes with the code', () => {
    expect(plex.linkUrl).toBe('https://plex.tv/link');
    expect(plex.prefilledLinkUrl({ code: 'AB&D' })).toBe('https://plex.tv/link?pin=AB%26D');
  });
});
