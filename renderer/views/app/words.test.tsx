import { fireEvent } from '@solidjs/testing-library';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { activityKinds, activitySubjects } from '../../../shared/model/activity.ts';
import type { DestinationState } from '../../../shared/model/app-token.ts';
import type { DoctorFinding } from '../../../shared/model/doctor-report.ts';
import type { FoundToken, TokenFinding } from '../../../shared/model/identification.ts';
import type { ActivityId, FoundTokenId } from '../../../shared/model/ids.ts';
import type { ConnectionSummary } from '../../../shared/model/server.ts';
import type { SignInState } from '../../../shared/model/sign-in.ts';
import type { Notice, State } from '../../../shared/model/state.ts';
import { err, ok } from '../../../shared/result.ts';
import { doctorTestReport } from '../../../shared/words/testing/doctor-report.ts';
import { textsIn, unworded } from '../../../shared/words/testing/made-up-language.ts';
import type { TestBridge } from '../../bridge/create-test-bridge.ts';
import { renderWithUsher } from '../../bridge/render-with-usher.tsx';
import { testData } from '../../bridge/test-data.ts';
import type { Route } from '../../state/route.ts';
import { testDetails, testPeriod } from '../account/test-details.ts';
import { knownApps } from '../apps/known-apps.ts';
import { loadView } from './main-view.tsx';
import { Shell } from './shell.tsx';

vi.mock('../../../shared/words/language.ts', async (importReal) => {
  const { madeUpLanguage } = await import('../../../shared/words/testing/made-up-language.ts');
  return madeUpLanguage(await importReal());
});

beforeAll(() => loadView());

const { now } = testData;
const accountId = testData.accountId('account-1');
const serverId = testData.serverId('server-1');
const rejected = { kind: 'rejected', rejectedAt: now } as const;
const maja = testData.account({
  note: 'For the attic',
  tokenEnd: { at: now + 86_400_000, remainingMs: 86_400_000 },
});
const juno = testData.account({
  id: testData.accountId('account-2'),
  title: 'Juno',
  username: 'juno',
  verdict: rejected,
  storage: 'session',
  homeOf: maja.id,
});
const connection = (change: Partial<ConnectionSummary>): ConnectionSummary => ({
  uri: 'https://192-0-2-5.abc.plex.direct:32400',
  address: '192.0.2.5',
  port: 32400,
  kind: 'local',
  isSecure: true,
  isExposed: false,
  isIPv6: true,
  isAdded: true,
  certificate: 'AB:CD',
  state: { kind: 'untried' },
  ...change,
});
const servers = [
  testData.server({
    routeUri: 'https://192-0-2-5.abc.plex.direct:32400',
    hasDnsRebindingProtection: true,
    connections: [
      connection({
        state: { kind: 'proved', elapsedMs: 1_200, provedAt: now, isFoundByName: true },
      }),
      connection({
        uri: 'http://192.0.2.6:32400',
        kind: 'remote',
        isSecure: false,
        isExposed: true,
        state: { kind: 'failed', reason: 'network.timeout', elapsedMs: 900, failedAt: now },
      }),
      connection({ uri: 'https://192-0-2-7.abc.plex.direct:1', kind: 'relay' }),
    ],
  }),
  testData.server({
    id: testData.serverId('server-2'),
    name: 'Cabin',
    ownership: 'shared',
    ownerName: 'Sam Berg',
    isOnline: false,
    accessToken: null,
    verdict: rejected,
  }),
];
const tokens = [
  testData.token(),
  testData.token({
    id: testData.tokenId('token-2'),
    verdict: { kind: 'rejected', rejectedAt: now, because: 'serverRestarted' },
  }),
  testData.token({ id: testData.tokenId('token-3'), remainingMs: 0, storage: 'session' }),
];
const devices = (['here', 'usher', 'server', 'other'] as const).map((kind, index) =>
  testData.device({
    id: testData.deviceId(String(index + 1)),
    kind,
    name: kind === 'usher' ? null : 'Living room',
    lastSeenAt: kind === 'server' ? null : now,
  }),
);
const destinationStates: readonly DestinationState[] = [
  { kind: 'upToDate' },
  { kind: 'notWritten', reason: 'question.declined' },
  { kind: 'notChecked', reason: 'internal' },
  { kind: 'changed', at: now, found: { kind: 'classic', lastFour: '77aa' } },
  { kind: 'changed', at: now, found: null },
];
const appTokens = [
  testData.appToken({
    account: { id: accountId, title: maja.title },
    server: { id: serverId, name: 'Attic' },
    destinations: destinationStates.map((state, index) =>
      testData.destination({
        id: testData.destinationId(String(index)),
        state,
        isReadableByOthers: true,
      }),
    ),
  }),
  testData.appToken({ id: testData.appTokenId('app-2'), name: 'Backup', verdict: rejected }),
  testData.appToken({
    id: testData.appTokenId('app-3'),
    name: 'Tautulli',
    work: { kind: 'rotationStopped', newToken: { kind: 'classic', lastFour: '77aa' } },
  }),
  testData.appToken({
    id: testData.appTokenId('app-4'),
    name: 'Seerr',
    work: { kind: 'rotating' },
  }),
];
const ref = { id: testData.deviceId('1'), name: 'Living room' };
const everything: Partial<State> = {
  accounts: [maja, juno],
  servers: [{ accountId, servers, refreshedAt: now, isRefreshing: false, error: null }],
  devices: [testData.deviceList(devices, { unreadableCount: 1 })],
  tokens,
  appTokens,
};

const details = testDetails({
  identity: {
    ...testDetails().identity,
    username: 'maja',
    title: 'Maja Lind',
    email: 'maja@example.org',
    isEmailConfirmed: true,
    joinedAt: now,
    country: 'NZ',
    isAnonymous: false,
  },
  security: {
    hasPassword: true,
    twoFactorEnabled: false,
    backupCodesCreated: true,
    emailOnlyAuth: false,
    rememberExpiresAt: now,
  },
  plexPass: {
    active: true,
    status: 'Canceled',
    plan: 'lifetime',
    subscribedAt: now,
    paymentService: 'Braintree',
    description: 'As Plex has it',
    features: ['sync', 'trailers'],
  },
  subscriptions: [
    testPeriod({
      type: 'plexpass',
      state: 'active',
      mode: 'monthly',
      isActive: true,
      subscribedAt: now,
      renewsAt: now,
      endsAt: now,
      isCanceled: true,
      isInGracePeriod: true,
      isOnHold: true,
      canReactivate: true,
      canUpgrade: true,
      canDowngrade: true,
      canConvert: true,
      transfer: 'pending',
      paymentService: 'Braintree',
      billing: { paymentMethodId: '31', hasInternalPaymentMethod: true },
      features: ['sync'],
    }),
  ],
  pastSubscriptions: { at: now - 86_400_000, list: [] },
  home: {
    isMember: true,
    isAdmin: true,
    isGuest: false,
    isRestricted: false,
    isProtected: true,
    restrictionProfile: null,
    size: 2,
    maxSize: 15,
  },
  services: [
    {
      identifier: 'epg',
      endpoint: 'https://epg.example.org',
      status: 'online',
      hasToken: true,
      hasSecret: true,
    },
  ],
  profile: {
    autoSelectAudio: true,
    audioLanguages: ['ja'],
    audioAccessibility: 0,
    autoSelectSubtitle: 1,
    subtitleLanguages: ['de'],
    subtitleAccessibility: 2,
    subtitleForced: 3,
    watchedIndicator: 1,
    mediaReviewsVisibility: 1,
    mediaReviewsLanguages: [],
  },
});

const device = {
  name: 'Bedroom',
  product: 'Plex for LG',
  platform: 'webOS',
  lastSeenAt: now,
  isServer: false,
  isHere: false,
};
const findings: readonly TokenFinding[] = [
  { kind: 'waiting' },
  { kind: 'asking' },
  { kind: 'claimCode' },
  { kind: 'localToken' },
  { kind: 'notFromPlex' },
  {
    kind: 'account',
    provedAt: now,
    account: {
      uuid: 'u-u-i-d',
      title: 'Robin',
      username: 'robin',
      email: 'robin@example.org',
      hasPlexPass: true,
      isRestricted: false,
      here: null,
    },
    servers: [
      { id: testData.serverId('cabin'), name: 'Cabin', isOwned: false, ownerName: 'Sam Berg' },
    ],
    device,
  },
];
const identification: State['identification'] = {
  tokens: findings.map((finding, index): FoundToken => ({
    id: `found-${index}` as FoundTokenId,
    token: { kind: 'classic', lastFour: 'x7Qd' },
    place: { field: 'X-Plex-Token', label: 'Attic', host: 'example.org' },
    jwt: null,
    finding,
    mintedAs: null,
    appToken: null,
  })),
  isCutOff: true,
  remainingMs: 600_000,
};

const notices = [
  { kind: 'profileRebuilt', from: 'nothing', keptAs: 'index.bad.json' },
  { kind: 'mintedAnew', serverName: 'Attic', because: 'expired' },
  { kind: 'signOutFinished', title: 'Juno', isProved: true },
  { kind: 'newTokenLeft', title: null },
  { kind: 'leftoversRemoved', count: 2 },
  { kind: 'bug', reference: 'ab12' },
] as const;
const allNotices = notices.map((notice, index): Notice => ({
  ...notice,
  id: testData.noticeId(`notice-${index}`),
  at: now,
}));

const attemptId = testData.attemptId('attempt-1');
const attempts: { readonly [Name in string]: SignInState } = {
  'in the browser': {
    kind: 'browser',
    attemptId,
    phase: 'waiting',
    remainingMs: 300_000,
    trouble: { code: 'network.offline' },
    authUrl: 'https://app.plex.tv/auth',
    browserOpened: true,
  },
  'with a code': {
    kind: 'code',
    attemptId,
    phase: 'waiting',
    remainingMs: 300_000,
    trouble: null,
    code: 'QX7D',
    linkUrl: 'https://plex.tv/link',
    prefilledUrl: 'https://plex.tv/link/?pin=QX7D',
    qr: [[true]],
    renewalCount: 1,
  },
  'with a wrong code': {
    kind: 'password',
    attemptId,
    phase: 'codeRequired',
    error: { code: 'plex.codeWrong' },
  },
  'too often': {
    kind: 'password',
    attemptId,
    phase: 'failed',
    error: { code: 'plex.rateLimited', retryAfterSeconds: 60 },
  },
};

interface Scene {
  readonly route: Route;
  readonly state?: Partial<State>;
}
const doctorFindings: readonly DoctorFinding[] = ['collectionLocked', 'secretsMissing'];
const scenes: { readonly [Name in string]: Scene } = {
  'the account': { route: { view: 'account', accountId } },
  'a Home user whose token is rejected': { route: { view: 'account', accountId: juno.id } },
  'the Home': { route: { view: 'home', accountId } },
  'the servers': { route: { view: 'servers', accountId } },
  'a server': { route: { view: 'server', accountId, serverId } },
  'the devices': { route: { view: 'devices', accountId } },
  'devices that were revoked': {
    route: { view: 'devices', accountId },
    state: {
      revocations: [
        testData.report({
          gone: [ref],
          stillThere: [ref],
          refused: [{ device: ref, error: { code: 'plex.refused', status: 400, plexCode: null } }],
        }),
      ],
    },
  },
  'the transient tokens': { route: { view: 'tokens' } },
  'the apps': { route: { view: 'apps' } },
  'an app to be added': { route: { view: 'apps', isAdding: true } },
  'no apps': { route: { view: 'apps' }, state: { appTokens: [] } },
  'the overview': { route: { view: 'overview' } },
  'pasted tokens': { route: { view: 'identify' }, state: { identification } },
  'the activity list': { route: { view: 'activity' } },
  'the settings': { route: { view: 'settings' } },
  'the keychain doctor': { route: { view: 'doctor' } },
  'accounts to repair': {
    route: { view: 'repair' },
    state: { repair: { accountIds: [juno.id], skippedIds: [], apps: [] } },
  },
  'no account': { route: { view: 'signIn' }, state: { accounts: [] } },
  'somebody else signed in': {
    route: { view: 'signIn', forAccountId: juno.id },
    state: {
      signIn: {
        kind: 'otherUser',
        attemptId,
        forAccountId: juno.id,
        user: { title: 'Robin', username: 'robin', email: 'robin@example.org', isHere: false },
        phase: 'asking',
        error: null,
      },
    },
  },
  ...Object.fromEntries(
    Object.entries(attempts).map(([name, signIn]) => [
      `signing in ${name}`,
      { route: { view: 'signIn' }, state: { signIn } } satisfies Scene,
    ]),
  ),
  'a keychain that is locked': {
    route: { view: 'signIn' },
    state: { vault: { kind: 'unusable', error: { code: 'vault.locked' } } },
  },
  'all that can stand around a view': {
    route: { view: 'settings' },
    state: {
      notices: allNotices,
      vaultActivity: { isWaiting: true },
      app: { ...testData.snapshot().app, isDemo: true },
      clipboard: {
        kind: 'holding',
        label: 'Attic',
        what: 'transientToken',
        tokenId: null,
        form: 'url',
        remainingMs: 30_000,
        totalMs: 60_000,
        failure: 'clipboard.failed',
        isKeptFromHistory: true,
      },
      signOuts: [
        {
          accountId: testData.accountId('account-3'),
          title: 'Nils',
          storage: 'keychain',
          askedAt: now,
          isPutOff: true,
          phase: 'waiting',
          ticks: {
            revoked: { state: 'failed', error: { code: 'network.offline' } },
            rejected: { state: 'pending' },
            removed: { state: 'done' },
          },
        },
      ],
    },
  },
};

const answers = {
  revealed: { secret: 'zzSecret', visibleMs: 30_000 },
  source: {
    accountId,
    serverId,
    source: 'provider://tv.plex.provider.epg',
    askedAt: now,
    devices: [
      {
        name: 'Cellar',
        clientIdentifier: 'cellar-1',
        token: {
          id: testData.sourceTokenId('token-1'),
          kind: 'transient' as const,
          lastFour: '195a',
        },
        connections: [],
      },
    ],
  },
  home: {
    accountId,
    askedAt: now,
    name: 'A Home',
    members: (['admin', 'managed', 'guest'] as const).map((kind) => ({
      uuid: `uuid-${kind}`,
      title: `Robin ${kind}`,
      username: '',
      avatarPath: null,
      kind,
      restrictionProfile: 'older_kid',
      isProtected: true,
      isSelf: false,
    })),
  },
  activity: activityKinds.flatMap((kind) =>
    activitySubjects.map((what) => ({
      id: `${kind}-${what}` as ActivityId,
      at: now,
      kind,
      what,
      account: { id: accountId, name: 'Robin' },
      server: { id: serverId, name: 'Attic' },
    })),
  ),
};

function prepare(bridge: TestBridge): void {
  bridge.answer('account.load', () => ok(details));
  bridge.answer('home.load', () => ok(answers.home));
  bridge.answer('activity.list', () => ok(answers.activity));
  bridge.answer('doctor.run', () => ok(doctorTestReport({ findings: doctorFindings })));
  bridge.answer('vault.check', () => ok({ kind: 'ready' }));
  bridge.answer('server.copyToken', () =>
    err({ code: 'server.insecure', uri: 'http://192.0.2.6' }),
  );
  bridge.answer('server.askSource', () => ok(answers.source));
  bridge.answer('secret.reveal', () => ok(answers.revealed));
  bridge.answer('signIn.cancel', () => ok(null));
  bridge.answer('appToken.refresh', () => ok(null));
  bridge.answer('appToken.add', () => ok({ appTokenId: testData.appTokenId('app-1') }));
}

const shownNames = ['aria-label', 'title', 'placeholder', 'alt', 'aria-valuetext'];

/** Every text on the page, and every name of what has none. */
function* textsOnPage(): Generator<string> {
  const nodes = document.createTreeWalker(
    document.body,
    NodeFilter.SHOW_TEXT + NodeFilter.SHOW_ELEMENT,
  );
  while (nodes.nextNode() !== null) {
    const node = nodes.currentNode;
    if (node instanceof Element) {
      for (const name of shownNames) yield node.getAttribute(name) ?? '';
    } else if (node.parentElement?.closest('[translate=no]') === null) yield node.nodeValue ?? '';
  }
}

const settle = () => new Promise((resolve) => setTimeout(resolve));

/** The letters of an avatar and of a code, each by itself. */
const isInitials = (text: string): boolean => /^[A-Z]{1,2}$/.test(text);

async function show({ route, state }: Scene) {
  const shown = { ...everything, ...state };
  const { unmount, announced } = renderWithUsher(() => <Shell />, shown, { route, prepare });
  await settle();
  const data = textsIn([shown, testData.snapshot(), answers, details, doctorTestReport()]);
  // An address as it is typed, the names that Plex gives the fields of its record, and those of programs.
  for (const text of ['plex.tv/link', 'uuid', 'id', ...knownApps.map(({ name }) => name)]) {
    data.add(text);
  }
  const english = (): readonly string[] =>
    [...textsOnPage(), ...announced]
      .map((text) => unworded(text, data))
      .filter((left) => left !== null)
      .filter((left) => !isInitials(left));
  return { unmount, english };
}

/** One of each kind: what they do differs by the words on them. */
function buttons(): readonly Element[] {
  const all = document.querySelectorAll('main button, main [role=tab], section button');
  return [...new Map([...all].map((button) => [button.textContent, button])).values()];
}

describe('in another language', () => {
  it.each(Object.entries(scenes))('%s has no word of English', async (_name, scene) => {
    const { unmount, english } = await show(scene);
    const found = new Set(english());
    const count = buttons().length;
    unmount();
    for (let index = 0; index < count; index += 1) {
      const again = await show(scene);
      const button = buttons()[index];
      if (button !== undefined) fireEvent.click(button);
      await settle();
      for (const text of again.english()) found.add(text);
      again.unmount();
    }
    expect([...found]).toEqual([]);
  });
});
