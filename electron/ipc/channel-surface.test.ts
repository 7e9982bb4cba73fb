import { expect, test } from 'vitest';
import { windowDoor, type Door } from '../../shared/contract.ts';
import { quickDoor } from '../../shared/quick-access.ts';
import { quickRequestSchemas, requestSchemas } from './answer-request.ts';

const channelsOf = <Name extends string>(door: Door<Name>): readonly string[] => [
  ...door.names.map((name) => door.requestChannel(name)),
  door.changeChannel,
];

test('every door between page and main is listed here, so that a new one shows in a diff', () => {
  expect(channelsOf(quickDoor)).toEqual([
    'usher:quick:quick.list',
    'usher:quick:server.copyToken',
    'usher:quick:quick.open',
    'usher:quick.changed',
  ]);
  expect(channelsOf(windowDoor)).toMatchInlineSnapshot(`
    [
      "usher:request:app.snapshot",
      "usher:request:vault.check",
      "usher:request:vault.useSessionOnly",
      "usher:request:vault.cancelWaiting",
      "usher:request:doctor.run",
      "usher:request:signIn.startBrowser",
      "usher:request:signIn.openBrowserAgain",
      "usher:request:signIn.startCode",
      "usher:request:signIn.submitPassword",
      "usher:request:signIn.addOther",
      "usher:request:signIn.discardOther",
      "usher:request:signIn.cancel",
      "usher:request:repair.start",
      "usher:request:repair.skip",
      "usher:request:repair.takeUp",
      "usher:request:repair.replaceApps",
      "usher:request:repair.end",
      "usher:request:account.load",
      "usher:request:account.setNote",
      "usher:request:account.signOut",
      "usher:request:account.signOutLater",
      "usher:request:account.removeLocally",
      "usher:request:devices.refresh",
      "usher:request:devices.revoke",
      "usher:request:devices.endRevocation",
      "usher:request:home.load",
      "usher:request:home.switch",
      "usher:request:device.link",
      "usher:request:servers.refresh",
      "usher:request:server.tryConnections",
      "usher:request:server.allowPlainHttp",
      "usher:request:server.addAddress",
      "usher:request:server.removeAddress",
      "usher:request:server.copyToken",
      "usher:request:server.pin",
      "usher:request:server.askSource",
      "usher:request:identify.ask",
      "usher:request:identify.askClipboard",
      "usher:request:identify.askFile",
      "usher:request:adoption.scan",
      "usher:request:adoption.adopt",
      "usher:request:adoption.forget",
      "usher:request:identify.askAgain",
      "usher:request:identify.forget",
      "usher:request:identify.keep",
      "usher:request:verdicts.check",
      "usher:request:token.mintAnew",
      "usher:request:token.forget",
      "usher:request:appToken.add",
      "usher:request:appToken.addDestination",
      "usher:request:appToken.write",
      "usher:request:appToken.restrict",
      "usher:request:appToken.removeDestination",
      "usher:request:appToken.rotate",
      "usher:request:appToken.remove",
      "usher:request:appToken.refresh",
      "usher:request:secret.copy",
      "usher:request:secret.reveal",
      "usher:request:clipboard.keep",
      "usher:request:clipboard.clear",
      "usher:request:command.use",
      "usher:request:settings.update",
      "usher:request:settings.reset",
      "usher:request:desktop.read",
      "usher:request:desktop.setOpensAtLogin",
      "usher:request:desktop.open",
      "usher:request:view.note",
      "usher:request:activity.list",
      "usher:request:activity.export",
      "usher:request:activity.clear",
      "usher:request:notice.dismiss",
      "usher:request:link.open",
      "usher:request:text.copy",
      "usher:state.changed",
    ]
  `);
});

test('every request has a schema for its payload', () => {
  expect(Object.keys(requestSchemas).sort()).toEqual([...windowDoor.names].sort());
  expect(Object.keys(quickRequestSchemas).sort()).toEqual([...quickDoor.names].sort());
});
