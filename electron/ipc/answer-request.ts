import * as v from 'valibot';
import type { Requests, RequestTable } from '../../shared/contract.ts';
import { noteMaxLength } from '../../shared/model/account.ts';
import { commands } from '../../shared/model/command.ts';
import { destinationFormats } from '../../shared/model/destination.ts';
import type {
  AccountId,
  AppTokenId,
  DestinationId,
  TokenUseId,
  DeviceId,
  FoundTokenId,
  NoticeId,
  ServerId,
  SourceTokenId,
  TransientTokenId,
} from '../../shared/model/ids.ts';
import {
  activityTimes,
  clipboardTimes,
  desktopPlaces,
  starts,
  themes,
} from '../../shared/model/state.ts';
import { shortcutPattern } from '../../shared/model/shortcut.ts';
import { tokenForms } from '../../shared/model/token.ts';
import type { QuickRequests } from '../../shared/quick-access.ts';
import { err, type Result } from '../../shared/result.ts';
import { keptViewSchema } from '../core/kept-view-schema.ts';
import { noteBug } from '../core/note-bug.ts';
import type { Log } from '../ports.ts';
import type { Handlers } from './request-handlers.ts';
import { withMarkedDirections } from './shown-text.ts';

/**
 * The one way from a payload to an answer: parsed, run, answered. A handler that throws is a bug: it is logged under
 * a reference, and only the reference crosses to the page.
 */
export async function answerRequest<Table extends RequestTable<Table>, Name extends keyof Table>(
  deps: {
    readonly handlers: Handlers<Table>;
    readonly schemas: Schemas<Table>;
    readonly log: Log;
  },
  name: Name,
  payload: unknown,
): Promise<Result<Table[Name]['output']>> {
  // SECURITY: the validator takes a list, a map or a date without entries of its own for an empty object.
  if (!isPlainObject(payload)) return err({ code: 'request.invalid' });
  const input = v.safeParse(deps.schemas[name], payload, { abortEarly: true });
  // SECURITY: the validator's text describes the schema, so none of it crosses.
  if (!input.success) return err({ code: 'request.invalid' });
  try {
    return withMarkedDirections(await deps.handlers[name](input.output));
  } catch (thrown) {
    return err(noteBug(deps.log, 'request.bug', { name: String(name), thrown }));
  }
}

const isPlainObject = (payload: unknown): boolean =>
  typeof payload === 'object' &&
  payload !== null &&
  Object.getPrototypeOf(payload) === Object.prototype;

// Types vanish at run time, so each payload is parsed here once, before anything else sees it.

const shortText = (maxLength: number) => v.pipe(v.string(), v.minLength(1), v.maxLength(maxLength));

const idOf = <Id extends string>() =>
  v.pipe(
    shortText(200),
    v.transform((text) => text as Id),
  );

const accountId = idOf<AccountId>();
const serverId = idOf<ServerId>();
const tokenId = idOf<TransientTokenId>();
const sourceTokenId = idOf<SourceTokenId>();
const foundTokenId = idOf<FoundTokenId>();
const appTokenId = idOf<AppTokenId>();
const destinationRef = { appTokenId, destinationId: idOf<DestinationId>() };
// Longer than what is looked at, so that a text which is too long is told so.
const longText = v.pipe(v.string(), v.maxLength(2_000_000));

const deviceId = v.pipe(
  v.string(),
  v.regex(/^\d{1,20}$/),
  v.transform((text) => text as DeviceId),
);

const nothing = v.strictObject({});
const server = { accountId, serverId };
const signIn = { forAccountId: v.optional(accountId) };

const tokenForm = v.picklist(tokenForms);

const secret = v.variant('kind', [
  v.strictObject({ kind: v.literal('account'), accountId }),
  v.strictObject({ kind: v.literal('transient'), tokenId }),
  v.strictObject({ kind: v.literal('source'), tokenId: sourceTokenId }),
  v.strictObject({ kind: v.literal('app'), appTokenId }),
]);

const token = v.variant('kind', [
  v.strictObject({ kind: v.literal('account'), accountId }),
  v.strictObject({ kind: v.literal('access'), ...server }),
  v.strictObject({ kind: v.literal('transient'), tokenId }),
  v.strictObject({ kind: v.literal('app'), appTokenId }),
]);

type Schemas<Table extends RequestTable<Table>> = {
  readonly [Name in keyof Table]: v.GenericSchema<unknown, Table[Name]['input']>;
};

const copyToken = v.strictObject({
  ...server,
  mode: v.picklist(['reuse', 'new']),
  form: v.exactOptional(tokenForm),
});

export const quickRequestSchemas: Schemas<QuickRequests> = {
  'quick.list': nothing,
  'server.copyToken': copyToken,
  'quick.open': v.strictObject({ view: v.nullable(keptViewSchema) }),
};

export const requestSchemas: Schemas<Requests> = {
  'app.snapshot': nothing,
  'vault.check': nothing,
  'vault.useSessionOnly': nothing,
  'vault.cancelWaiting': nothing,
  'doctor.run': nothing,
  'signIn.startBrowser': v.strictObject(signIn),
  'signIn.openBrowserAgain': nothing,
  'signIn.startCode': v.strictObject(signIn),
  'signIn.submitPassword': v.strictObject({
    ...signIn,
    login: shortText(320),
    password: shortText(1024),
    verificationCode: v.nullable(shortText(64)),
    rememberMe: v.boolean(),
  }),
  'signIn.addOther': nothing,
  'signIn.discardOther': nothing,
  'signIn.cancel': nothing,
  'repair.start': nothing,
  'repair.skip': v.strictObject({ accountId }),
  'repair.takeUp': v.strictObject({ accountId }),
  'repair.replaceApps': nothing,
  'repair.end': nothing,
  'account.load': v.strictObject({ accountId, mayBeOfSignIn: v.optional(v.boolean()) }),
  'account.setNote': v.strictObject({
    accountId,
    note: v.pipe(v.string(), v.maxLength(noteMaxLength)),
  }),
  'account.signOut': v.strictObject({ accountId }),
  'account.signOutLater': v.strictObject({ accountId }),
  'account.removeLocally': v.strictObject({ accountId }),
  'devices.refresh': v.strictObject({ accountId }),
  'devices.revoke': v.strictObject({
    accountId,
    deviceIds: v.pipe(v.array(deviceId), v.minLength(1), v.maxLength(1000)),
  }),
  'devices.endRevocation': v.strictObject({ accountId }),
  'home.load': v.strictObject({ accountId }),
  'home.switch': v.strictObject({
    accountId,
    memberUuid: shortText(200),
    pin: v.nullable(shortText(64)),
  }),
  'device.link': v.strictObject({ accountId, code: v.pipe(v.string(), v.maxLength(10_000)) }),
  'servers.refresh': v.strictObject({ accountId }),
  'server.tryConnections': v.strictObject(server),
  'server.allowPlainHttp': v.strictObject({ ...server, isAllowed: v.boolean() }),
  'server.addAddress': v.strictObject({
    accountId,
    // Longer than any address, so that a text which is none is told so.
    address: v.pipe(v.string(), v.maxLength(10_000)),
  }),
  'server.removeAddress': v.strictObject({ ...server, uri: shortText(2_100) }),
  'server.copyToken': copyToken,
  'server.pin': v.strictObject({ ...server, isPinned: v.boolean() }),
  'server.askSource': v.strictObject({
    ...server,
    source: shortText(500),
    refresh: v.boolean(),
    transientTokenId: v.nullable(tokenId),
  }),
  'identify.ask': v.strictObject({ text: longText }),
  'identify.askClipboard': nothing,
  'identify.askFile': v.strictObject(destinationRef),
  'adoption.scan': v.strictObject({ what: v.picklist(['files', 'folder']) }),
  'adoption.adopt': v.strictObject({ useId: idOf<TokenUseId>(), accountId }),
  'adoption.forget': nothing,
  'identify.askAgain': v.strictObject({ foundTokenId }),
  'identify.forget': v.strictObject({ foundTokenId: v.nullable(foundTokenId) }),
  'identify.keep': v.strictObject({ foundTokenId }),
  'verdicts.check': v.strictObject({
    tokens: v.pipe(v.array(token), v.maxLength(5_000)),
    isAsked: v.boolean(),
  }),
  'token.mintAnew': v.strictObject({ tokenId }),
  'token.forget': v.strictObject({ tokenId }),
  'appToken.add': v.strictObject({
    accountId,
    name: v.pipe(v.string(), v.maxLength(1_000)),
    serverId: v.nullable(serverId),
  }),
  'appToken.addDestination': v.strictObject({
    appTokenId,
    format: v.picklist(destinationFormats),
    key: v.nullable(v.pipe(shortText(500), v.regex(/^\P{C}+$/u))),
  }),
  'appToken.write': v.strictObject(destinationRef),
  'appToken.restrict': v.strictObject(destinationRef),
  'appToken.removeDestination': v.strictObject(destinationRef),
  'appToken.rotate': v.strictObject({ appTokenId }),
  'appToken.remove': v.strictObject({ appTokenId, isClearing: v.boolean() }),
  'appToken.refresh': nothing,
  'secret.copy': v.strictObject({ secret, form: v.exactOptional(tokenForm) }),
  'secret.reveal': v.strictObject({ secret }),
  'clipboard.keep': nothing,
  'clipboard.clear': nothing,
  'command.use': v.strictObject({ command: v.picklist(commands) }),
  'settings.update': v.strictObject({
    isKeepAliveOn: v.exactOptional(v.boolean()),
    isNotifying: v.exactOptional(v.boolean()),
    isMintingAnew: v.exactOptional(v.boolean()),
    tokenForm: v.exactOptional(tokenForm),
    isReusing: v.exactOptional(v.boolean()),
    clipboardSeconds: v.exactOptional(v.picklist(clipboardTimes)),
    activityDays: v.exactOptional(v.picklist(activityTimes)),
    theme: v.exactOptional(v.picklist(themes)),
    startWith: v.exactOptional(v.picklist(starts)),
    isInBackground: v.exactOptional(v.boolean()),
    quickShortcut: v.exactOptional(v.nullable(v.pipe(v.string(), v.regex(shortcutPattern)))),
    isHidingAfterCopy: v.exactOptional(v.boolean()),
  }),
  'settings.reset': nothing,
  'desktop.read': nothing,
  'desktop.setOpensAtLogin': v.strictObject({ opensAtLogin: v.boolean() }),
  'desktop.open': v.strictObject({ what: v.picklist(desktopPlaces) }),
  'view.note': v.strictObject({ view: keptViewSchema }),
  'activity.list': nothing,
  'activity.export': v.strictObject({ format: v.picklist(['json', 'csv']) }),
  'activity.clear': nothing,
  'notice.dismiss': v.strictObject({ noticeId: idOf<NoticeId>() }),
  'link.open': v.strictObject({
    link: v.picklist([
      'plexLink',
      'plexAuthorizedDevices',
      'plexForgotPassword',
      'plexServerDownload',
      'plexSharing',
      'CVE-2025-69414',
      'CVE-2025-34158',
    ]),
  }),
  'text.copy': v.strictObject({ text: v.pipe(v.string(), v.maxLength(2_000_000)) }),
};
