import type { KnownLink, Requests, RequestTable } from '../../shared/contract.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { activityExport } from '../core/activity.ts';
import type { RequestServices } from '../core/usher.ts';
import type { Desktop, FilePicker, PlexEndpoints } from '../ports.ts';

/** Ties each request of the contract to the service that answers it. */
export function createRequestHandlers(
  services: RequestServices,
  desktop: Desktop,
): Handlers<Requests> {
  const { vaultStatus, signIn, accounts, signOut, devices, servers, tokens, secrets, guard } =
    services;
  const { identifier, adopter, appTokens } = services;
  let isPicking = false;
  /** SECURITY: a page can't cover the screen with dialogs. */
  const pick: FilePicker['pick'] = async (what) => {
    if (isPicking) return err({ code: 'question.busy' });
    isPicking = true;
    return services.filePicker.pick(what).finally(() => {
      isPicking = false;
    });
  };

  return {
    'app.snapshot': () => answer(services.snapshot()),

    'vault.check': async () => {
      const state = await vaultStatus.check();
      if (state.kind === 'ready') {
        await signIn.storeHeld();
        // Not waited for: it may have to ask Plex.
        void services.finishInterrupted();
      }
      return ok(state);
    },
    'vault.useSessionOnly': async () => {
      const state = vaultStatus.useSessionOnly();
      await signIn.storeHeld();
      return ok(state);
    },
    'vault.cancelWaiting': () => done(() => services.vault.cancelWaiting()),

    'doctor.run': async () => ok(await services.doctor.run()),

    'signIn.startBrowser': ({ forAccountId }) => atOnce(signIn.startBrowser(forAccountId)),
    'signIn.openBrowserAgain': () => signIn.openBrowserAgain(),
    'signIn.startCode': ({ forAccountId }) => atOnce(signIn.startCode(forAccountId)),
    'signIn.submitPassword': ({ forAccountId, ...form }) =>
      atOnce(signIn.submitPassword(form, forAccountId)),
    'signIn.addOther': () => signIn.addOther(),
    'signIn.discardOther': () => signIn.discardOther(),
    'signIn.cancel': () => done(() => signIn.cancel()),

    'repair.start': () => done(() => services.repairs.start()),
    'repair.skip': ({ accountId }) => done(() => services.repairs.skip(accountId)),
    'repair.takeUp': ({ accountId }) => done(() => services.repairs.takeUp(accountId)),
    'repair.replaceApps': async () => {
      await services.repairs.replaceApps({ kind: 'page' });
      return ok(null);
    },
    'repair.end': () => done(() => services.repairs.end()),

    'account.load': ({ accountId, ...options }) => accounts.load(accountId, options),
    'account.setNote': ({ accountId, note }) => accounts.setNote(accountId, note),
    'account.signOut': ({ accountId }) => signOut.signOut(accountId),
    'account.signOutLater': ({ accountId }) => signOut.signOutLater(accountId),
    'account.removeLocally': ({ accountId }) => signOut.removeLocally(accountId),

    'devices.refresh': ({ accountId }) => devices.refresh(accountId),
    'devices.revoke': async ({ accountId, deviceIds }) => {
      const report = await devices.revoke(accountId, deviceIds);
      return report.ok ? ok(null) : report;
    },
    'devices.endRevocation': ({ accountId }) => done(() => devices.endRevocation(accountId)),

    'home.load': ({ accountId }) => services.home.load(accountId),
    'home.switch': ({ accountId, memberUuid, pin }) =>
      services.home.switchTo(accountId, { uuid: memberUuid, pin }),
    'device.link': ({ accountId, code }) => services.link.approve(accountId, code),

    'servers.refresh': ({ accountId }) => servers.refresh(accountId),
    'server.tryConnections': ({ accountId, serverId }) =>
      servers.tryConnections(accountId, serverId),
    'server.allowPlainHttp': ({ accountId, serverId, isAllowed }) =>
      isAllowed
        ? services.plainHttp.allow(accountId, serverId, { kind: 'page' })
        : services.plainHttp.disallow(serverId),
    'server.addAddress': ({ accountId, address }) =>
      services.addedAddresses.add(accountId, address, { kind: 'page' }),
    'server.removeAddress': ({ accountId, serverId, uri }) =>
      services.addedAddresses.remove(accountId, serverId, uri),
    'server.copyToken': ({ mode, form, ...server }) => secrets.copyOfServer(server, { mode, form }),
    'server.pin': ({ isPinned, ...server }) =>
      isPinned ? services.pins.pin(server) : services.pins.unpin(server),
    'server.askSource': (question) => services.sources.ask(question),

    'identify.ask': ({ text }) => Promise.resolve(identifier.ask(text)),
    'identify.askClipboard': () => identifier.askClipboard(),
    'identify.askFile': async ({ appTokenId, destinationId }) => {
      const found = await appTokens.valueIn(appTokenId, destinationId);
      return found.ok ? identifier.ask(found.value) : found;
    },
    'adoption.scan': async ({ what }) => {
      const picked = await pick(what);
      if (picked.ok && picked.value.length > 0) await adopter.look(picked.value);
      return picked.ok ? ok(null) : picked;
    },
    'adoption.adopt': async ({ useId, accountId }) => {
      const adopted = await adopter.adopt(useId, accountId, { kind: 'page' });
      return adopted.ok ? ok(null) : adopted;
    },
    'adoption.forget': () => done(() => adopter.forget()),
    'identify.askAgain': ({ foundTokenId }) => Promise.resolve(identifier.askAgain(foundTokenId)),
    'identify.forget': ({ foundTokenId }) => done(() => identifier.forget(foundTokenId)),
    'identify.keep': ({ foundTokenId }) => identifier.keep(foundTokenId),

    'verdicts.check': async ({ tokens: refs, isAsked }) => {
      await services.verdicts.check(refs, { isAsked });
      return ok(null);
    },

    'token.mintAnew': ({ tokenId }) => secrets.mintAnew(tokenId),
    'token.forget': ({ tokenId }) => tokens.forget(tokenId),

    'appToken.add': async (wanted) => {
      const added = await appTokens.add({ ...wanted, destinations: [] }, { kind: 'page' });
      return added.ok ? ok({ appTokenId: added.value.id }) : added;
    },
    'appToken.addDestination': async ({ appTokenId, format, key }) => {
      // SECURITY: the path is the person's, out of a dialog of the system: a page that could name one could ask for any.
      const app = appTokens.find(appTokenId);
      if (!app.ok) return app;
      const picked = await pick('file');
      if (!picked.ok) return picked;
      const [path] = picked.value;
      if (path === undefined) return ok(null);
      const destination = { format, path, key };
      const added = await appTokens.addDestination(appTokenId, destination, { kind: 'page' });
      return added.ok ? ok({ destinationId: added.value }) : added;
    },
    'appToken.write': ({ appTokenId, destinationId }) =>
      appTokens.write(appTokenId, destinationId, { kind: 'page' }),
    'appToken.restrict': ({ appTokenId, destinationId }) =>
      appTokens.restrict(appTokenId, destinationId),
    'appToken.removeDestination': ({ appTokenId, destinationId }) =>
      appTokens.removeDestination(appTokenId, destinationId),
    'appToken.rotate': ({ appTokenId }) => appTokens.rotate(appTokenId, { kind: 'page' }),
    'appToken.remove': async ({ appTokenId, isClearing }) => {
      const removed = await appTokens.remove(appTokenId, { isClearing });
      return removed.ok ? ok(null) : removed;
    },
    'appToken.refresh': async () => {
      await appTokens.refresh();
      return ok(null);
    },

    'secret.copy': ({ secret, form }) => secrets.copy(secret, form),
    'secret.reveal': ({ secret }) => secrets.reveal(secret),

    'clipboard.keep': () => done(() => guard.keep()),
    'clipboard.clear': () => guard.clear(),

    'command.use': ({ command }) => services.settings.noteCommand(command),
    'settings.update': (change) =>
      services.settings.update((settings) => ({ ...settings, ...change })),
    'settings.reset': () => services.settings.reset(),
    'desktop.read': async () => {
      const opensAtLogin = await desktop.opensAtLogin();
      return opensAtLogin.ok
        ? ok({
            opensAtLogin: opensAtLogin.value,
            profileFolder: desktop.profileFolder,
            hasNotices: desktop.hasNotices(),
          })
        : opensAtLogin;
    },
    'desktop.setOpensAtLogin': ({ opensAtLogin }) => desktop.setOpensAtLogin(opensAtLogin),
    'desktop.open': ({ what }) => desktop.open(what),
    'view.note': ({ view }) => services.lastView.note(view),

    'activity.list': () => answer(services.activity.list()),
    'activity.export': ({ format }) => {
      const { name, text } = activityExport(services.activity.list(), format);
      return services.fileSaver.save(name, text);
    },
    'activity.clear': () => services.activity.clear(),

    'notice.dismiss': ({ noticeId }) => done(() => services.notices.dismiss(noticeId)),
    'link.open': ({ link }) => services.browser.open(addressOf(link, services.endpoints)),
    'text.copy': ({ text }) =>
      text === ''
        ? Promise.resolve(err({ code: 'request.invalid' }))
        : services.clipboard.write(text),
  };
}

function addressOf(link: KnownLink, endpoints: PlexEndpoints): string {
  switch (link) {
    case 'plexLink':
      return endpoints.linkPage;
    case 'plexAuthorizedDevices':
      return 'https://app.plex.tv/desktop/#!/settings/devices/all';
    case 'plexForgotPassword':
      return 'https://app.plex.tv/auth#?resetPassword';
    case 'plexServerDownload':
      return 'https://www.plex.tv/media-server-downloads/';
    case 'plexSharing':
      return 'https://support.plex.tv/articles/201105738-creating-and-managing-server-shares/';
    case 'CVE-2025-69414':
    case 'CVE-2025-34158':
      return `https://nvd.nist.gov/vuln/detail/${link}`;
  }
}

const answer = <T>(value: T): Promise<Result<T>> => Promise.resolve(ok(value));

const atOnce = <T>(result: Result<T>): Promise<Result<T>> => Promise.resolve(result);

const done = (act: () => void): Promise<Result<null>> => {
  act();
  return answer(null);
};

/** One handler a request; a request without one does not compile. */
export type Handlers<Table extends RequestTable<Table>> = {
  readonly [Name in keyof Table]: (
    input: Table[Name]['input'],
  ) => Promise<Result<Table[Name]['output']>>;
};
