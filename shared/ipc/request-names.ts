import type { RequestName } from './requests.ts';

// A record and not a list, so that a request without its name here does not compile.
const names: Record<RequestName, true> = {
  'app.snapshot': true,
  'vault.check': true,
  'vault.useSessionOnly': true,
  'vault.cancelWaiting': true,
  'doctor.run': true,
  'signIn.startBrowser': true,
  'signIn.openBrowserAgain': true,
  'signIn.startCode': true,
  'signIn.submitPassword': true,
  'signIn.addOther': true,
  'signIn.discardOther': true,
  'signIn.cancel': true,
  'account.load': true,
  'account.setNote': true,
  'account.signOut': true,
  'account.removeLocally': true,
  'servers.refresh': true,
  'server.tryConnections': true,
  'server.mint': true,
  'server.askSource': true,
  'token.forget': true,
  'secret.copy': true,
  'secret.reveal': true,
  'clipboard.keep': true,
  'clipboard.clear': true,
  'settings.update': true,
  'activity.list': true,
  'activity.export': true,
  'activity.clear': true,
  'notice.dismiss': true,
  'link.open': true,
  'text.copy': true,
};

export const requestNames = Object.keys(names) as readonly RequestName[];
