import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeBody } from '../http/decode-body.ts';
import { anyText } from '../testing/answering.ts';
import { sampleAccount } from '../testing/sample-account.ts';
import { readAccount, tellsAllShown, type PlexAccount } from './account.ts';

const asked = { askedAt: Date.UTC(2026, 0, 2), answerTo: 'user' } as const;

const read = (body: unknown): PlexAccount => {
  const answer = readAccount(body, asked);
  if (answer === null) throw new Error('This is no account.');
  return answer.account;
};

const sampleXml = `<?xml version="1.0" encoding="UTF-8"?>
<user id="4100001" uuid="00aa11bb22cc33dd" username="pat" title="Pat" email="pat@example.invalid" friendlyName="" locale=""
 thumb="https://plex.tv/users/00aa11bb22cc33dd/avatar?c=1"
 confirmed="1" joinedAt="1500000000" emailOnlyAuth="0" hasPassword="1" protected="0" authToken="zzFAKEzzACCOUNTzz001"
 mailingListStatus="unsubscribed" mailingListActive="0" scrobbleTypes="movie,episode" country="NZ" restricted="0" anonymous=""
 home="1" guest="0" homeSize="2" homeAdmin="1" maxHomeSize="15" rememberExpiresAt="1790000000" adsConsent="" adsConsentSetAt=""
 adsConsentReminderAt="" experimentalFeatures="0" twoFactorEnabled="1" backupCodesCreated="1" subscriptionDescription="">
 <subscription active="1" subscribedAt="2020-02-03 04:05:06 UTC" status="Active" paymentService="" plan="lifetime">
  <features><feature id="home"/><feature id="sync"/></features>
 </subscription>
 <profile autoSelectAudio="1" defaultAudioLanguage="en" defaultAudioLanguages="en,mi" autoSelectSubtitle="1"
  defaultAudioAccessibility="0" defaultSubtitleLanguage="" defaultSubtitleAccessibility="2" defaultSubtitleForced="3"
  watchedIndicator="1" mediaReviewsVisibility="0"/>
 <entitlements><entitlement id="all"/></entitlements>
 <roles><role id="plexpass"/></roles>
 <subscriptions><subscription id="x" mode="monthly" active="1" subscribedAt="2020-02-03 04:05:06 UTC" renewsAt="1800000000" endsAt="" type="plexpass" state="active" paymentService="braintree"><features><feature id="home"/></features></subscription></subscriptions>
 <pastSubscriptions><pastSubscription mode="" endsAt="1550000000" canceled="0" gracePeriod="0" onHold="0" canReactivate="1" canUpgrade="0" canDowngrade="0" canConvert="0" type="plexpass" transfer="pending" state="ended">
  <billing paymentMethodId="31"><internalPaymentMethod last4="4242" token="zzFAKEpaymentToken"/></billing></pastSubscription></pastSubscriptions>
 <trials/>
 <services>
  <service identifier="metadata" endpoint="https://metadata.example.invalid/?t=zzFAKEservice" token="zzFAKEservice" secret="zzFAKEserviceSecret" status="online"/>
  <service identifier="bare"/>
 </services>
 <settings><setting id="experience" type="json" value="{&quot;authToken&quot;:&quot;zzFAKEzzSETTINGzz&quot;}" hidden="0"/></settings>
</user>`;

const sampleDetails: Omit<PlexAccount, 'record'> = {
  ...asked,
  thumbUrl: 'https://plex.tv/users/00aa11bb22cc33dd/avatar?c=1',
  identity: {
    id: '4100001',
    uuid: '00aa11bb22cc33dd',
    username: 'pat',
    title: 'Pat',
    email: 'pat@example.invalid',
    friendlyName: null,
    isEmailConfirmed: true,
    joinedAt: 1_500_000_000_000,
    country: 'NZ',
    locale: null,
    isAnonymous: null,
    attributionPartner: null,
  },
  security: {
    hasPassword: true,
    twoFactorEnabled: true,
    backupCodesCreated: true,
    emailOnlyAuth: false,
    rememberExpiresAt: 1_790_000_000_000,
  },
  plexPass: {
    active: true,
    status: 'Active',
    plan: 'lifetime',
    subscribedAt: Date.UTC(2020, 1, 3, 4, 5, 6),
    paymentService: null,
    description: null,
    features: ['home', 'sync'],
  },
  subscriptions: [
    {
      type: 'plexpass',
      state: 'active',
      mode: 'monthly',
      isActive: true,
      subscribedAt: Date.UTC(2020, 1, 3, 4, 5, 6),
      renewsAt: 1_800_000_000_000,
      endsAt: null,
      isCanceled: null,
      isInGracePeriod: null,
      isOnHold: null,
      canReactivate: null,
      canUpgrade: null,
      canDowngrade: null,
      canConvert: null,
      transfer: null,
      paymentService: 'braintree',
      billing: null,
      features: ['home'],
    },
  ],
  pastSubscriptions: [
    {
      type: 'plexpass',
      state: 'ended',
      mode: null,
      isActive: null,
      subscribedAt: null,
      renewsAt: null,
      endsAt: 1_550_000_000_000,
      isCanceled: false,
      isInGracePeriod: false,
      isOnHold: false,
      canReactivate: true,
      canUpgrade: false,
      canDowngrade: false,
      canConvert: false,
      transfer: 'pending',
      paymentService: null,
      billing: { paymentMethodId: '31', hasInternalPaymentMethod: true },
      features: [],
    },
  ],
  trials: [{ id: 'trial-1', token: '[redacted]' }],
  home: {
    isMember: true,
    isAdmin: true,
    isGuest: false,
    isRestricted: false,
    isProtected: false,
    restrictionProfile: null,
    size: 2,
    maxSize: 15,
  },
  roles: ['plexpass'],
  entitlements: ['all'],
  services: [
    {
      identifier: 'metadata',
      endpoint: 'https://metadata.example.invalid/?t=[redacted]',
      status: 'online',
      hasToken: true,
      hasSecret: true,
    },
    { identifier: 'bare', endpoint: null, status: null, hasToken: false, hasSecret: false },
  ],
  profile: {
    autoSelectAudio: true,
    audioLanguages: ['en', 'mi'],
    audioAccessibility: 0,
    autoSelectSubtitle: 1,
    subtitleLanguages: [],
    subtitleAccessibility: 2,
    subtitleForced: 3,
    watchedIndicator: 1,
    mediaReviewsVisibility: 0,
    mediaReviewsLanguages: [],
  },
  preferences: {
    mailingListActive: false,
    mailingListStatus: 'unsubscribed',
    scrobbleTypes: ['movie', 'episode'],
    experimentalFeatures: false,
    adsConsent: null,
    adsConsentSetAt: null,
    adsConsentReminderAt: null,
  },
};

const sampleRecord = {
  ...sampleAccount,
  authToken: '[redacted]',
  pin: '[redacted]',
  queueEmail: '[redacted]',
  queueUid: '[redacted]',
  settings: [
    {
      id: 'experience',
      type: 'json',
      value: '{"screens":[1],"authToken":"[redacted]","url":"/x?X-Plex-Token=[redacted]"}',
      hidden: false,
      updatedAt: 1700000000,
    },
  ],
  services: [
    {
      identifier: 'metadata',
      endpoint: 'https://metadata.example.invalid/?t=[redacted]',
      token: '[redacted]',
      secret: '[redacted]',
      status: 'online',
    },
    { identifier: 'bare' },
  ],
  pastSubscriptions: sampleAccount.pastSubscriptions.map((past) => ({
    ...past,
    billing: {
      internalPaymentMethod: { last4: '4242', token: '[redacted]' },
      paymentMethodId: 31,
    },
  })),
  trials: [{ id: 'trial-1', token: '[redacted]' }],
};

const fromXml = (xml: string): unknown => {
  const body = decodeBody('application/xml', xml);
  return body.kind === 'data' ? body.value : body.kind;
};

describe('the details of an account', () => {
  test('are read whole from JSON', () => {
    expect(read(sampleAccount)).toEqual({ ...sampleDetails, record: sampleRecord });
  });

  test('are the same from XML', () => {
    expect(read(fromXml(sampleXml))).toMatchObject({ ...sampleDetails, trials: [] });
    expect(read(fromXml('<user id="1" uuid="u"><pastSubscriptions/></user>'))).toMatchObject({
      pastSubscriptions: [],
      trials: null,
    });
  });

  test('hold no secret, from either form, not even inside settings and addresses', () => {
    for (const body of [sampleAccount, fromXml(sampleXml)]) {
      const text = JSON.stringify(read(body));
      expect(text).not.toMatch(/zzFAKE|fakehash|zzfakequeue/);
      expect(text).toContain('[redacted]');
    }
  });

  test('of an answer with nothing but id and uuid are nulls, and empty lists but where it may not have told', () => {
    const details = read({ id: 1, uuid: 'u' });
    expect(details.identity).toMatchObject({ id: '1', uuid: 'u', username: null, joinedAt: null });
    expect(details.plexPass).toEqual({
      active: null,
      status: null,
      plan: null,
      subscribedAt: null,
      paymentService: null,
      description: null,
      features: [],
    });
    expect(details.services).toEqual([]);
    expect([details.pastSubscriptions, details.trials]).toEqual([null, null]);
    expect(details.profile.audioLanguages).toEqual([]);
  });

  test('survive null in every field', () => {
    const nulls = Object.fromEntries(Object.keys(sampleAccount).map((name) => [name, null]));
    expect(read({ ...nulls, id: 1, uuid: 'u' })).toEqual({
      ...read({ id: 1, uuid: 'u' }),
      record: { ...nulls, id: 1, uuid: 'u' },
    });
  });

  test('of a managed user: no name, no e-mail, no end of remembering', () => {
    const details = read({
      ...sampleAccount,
      username: '',
      email: '',
      rememberExpiresAt: null,
      restricted: true,
      restrictionProfile: 'little_kid',
    });
    expect(details.identity).toMatchObject({ username: null, email: null });
    expect(details.security.rememberExpiresAt).toBeNull();
    expect(details.home).toMatchObject({ isRestricted: true, restrictionProfile: 'little_kid' });
  });

  test('take a subscription in the shape of the documents for a period', () => {
    const { subscriptions } = read({
      ...sampleAccount,
      subscriptions: [{ active: true, status: 'Active', plan: 'lifetime', features: [] }],
    });
    expect(subscriptions).toMatchObject([{ type: 'lifetime', state: 'Active', renewsAt: null }]);
  });

  test.each([
    [{}, null],
    [{ billing: null }, null],
    [
      { billing: { paymentMethodId: null } },
      { paymentMethodId: null, hasInternalPaymentMethod: null },
    ],
    [
      { billing: { paymentMethodId: null, internalPaymentMethod: {} } },
      { paymentMethodId: null, hasInternalPaymentMethod: false },
    ],
    [
      { billing: { internalPaymentMethod: { card: 'zz4242' }, other: 'zz1' } },
      { paymentMethodId: null, hasInternalPaymentMethod: true },
    ],
  ])(
    'tell of the billing of %j that there is one, and nothing of what it holds',
    (past, billing) => {
      const { pastSubscriptions } = read({ ...sampleAccount, pastSubscriptions: [past] });
      expect(pastSubscriptions).toMatchObject([{ billing }]);
      expect(JSON.stringify(pastSubscriptions)).not.toContain('zz');
    },
  );

  test('tell of a transfer only what is text', () => {
    const { pastSubscriptions, record } = read({
      ...sampleAccount,
      pastSubscriptions: [{ transfer: { to: 'zzFAKEother', token: 'zzFAKEother' } }],
    });
    expect(pastSubscriptions).toMatchObject([{ transfer: null }]);
    expect(JSON.stringify(record)).not.toContain('zzFAKE');
  });

  test('take v1 for v2: its wrapper, its names, its lists', () => {
    const body = {
      user: {
        id: 5,
        uuid: 'u',
        joined_at: '2020-02-03 04:05:06 UTC',
        authentication_token: 'zzFAKEzz',
        roles: { roles: ['plexpass'] },
        entitlements: { entitlements: ['all'] },
      },
    };
    const details = read(body);
    expect(details.identity.joinedAt).toBe(Date.UTC(2020, 1, 3, 4, 5, 6));
    expect(details.roles).toEqual(['plexpass']);
    expect(details.entitlements).toEqual(['all']);
    expect(readAccount(body, asked)).toMatchObject({ token: 'zzFAKEzz' });
  });

  test('of an account with thousands of features and services are still read', () => {
    const many = Array.from({ length: 5_000 }, (_item, index) => `name-${index}`);
    const details = read({
      ...sampleAccount,
      subscription: { features: many },
      services: many.map((identifier) => ({ identifier, token: `zzFAKE${identifier}` })),
    });
    expect(details.plexPass.features).toHaveLength(5_000);
    expect(details.services).toHaveLength(5_000);
    expect(JSON.stringify(details)).not.toContain('zzFAKE');
  });

  test.each([
    null,
    [],
    'text',
    {},
    { id: 1 },
    { uuid: 'u' },
    { id: null, uuid: 'u' },
    { id: '', uuid: '' },
  ])('are refused without id and uuid: %j', (body) => {
    expect(readAccount(body, asked)).toBeNull();
  });

  test('come out for any type in any field, and only the token itself is secret', () => {
    const field = fc.oneof(fc.anything(), anyText(20));
    fc.assert(
      fc.property(
        fc.record(Object.fromEntries(Object.keys(sampleAccount).map((name) => [name, field])), {
          requiredKeys: [],
        }),
        (body) => {
          const details = read({
            ...body,
            id: 1,
            uuid: 'u',
            authToken: 'zzFAKEzzACCOUNTzz001',
            extra: { nested: [{ accessToken: 'zzFAKEzzOTHERzz' }] },
          });
          expect(JSON.stringify(details)).not.toMatch(/zzFAKE/);
        },
      ),
    );
  });
});

describe('the answer to a sign-in', () => {
  const without = (...names: readonly string[]) =>
    Object.fromEntries(Object.entries(sampleAccount).filter(([name]) => !names.includes(name)));
  const signedIn = without('settings');
  const lapsed = { subscription: { active: false } };
  const tells = (body: unknown, answerTo: PlexAccount['answerTo'] = 'signIn'): boolean => {
    const answer = readAccount(body, { ...asked, answerTo });
    return answer !== null && tellsAllShown(answer.account);
  };

  test.each([
    ['with all that is shown', signedIn, true],
    ['without roles, of an account with a Plex Pass', without('roles'), false],
    ['without roles, of one without', { ...without('roles'), ...lapsed }, true],
    ['without services', { ...without('services'), ...lapsed }, false],
    ['with nothing but who it is', { id: 1, uuid: 'u' }, false],
  ])('%s tells all: %#', (_what, body, isAll) => {
    expect(tells(body)).toBe(isAll);
  });

  test('is not gone by where it is that to another question', () => {
    expect(tells({ id: 1, uuid: 'u' }, 'user')).toBe(true);
    expect(tells(signedIn, 'homeSwitch')).toBe(false);
  });
});
