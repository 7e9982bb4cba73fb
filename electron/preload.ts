import { contextBridge, ipcRenderer, webFrame } from 'electron';
import { windowDoor, type Bridge, type Door, type RequestTable } from '../shared/contract.ts';
import { quickAccessArgument, quickDoor } from '../shared/quick-access.ts';
import { couldBeRequest, createGate } from './ipc/page-guards.ts';

const refused = { ok: false, error: { code: 'request.invalid' } } as const;

// SECURITY: whatever a page sends, and however much at once, main has time for the person.
const gate = createGate(64);

// SECURITY: two functions, limited to the known names. `ipcRenderer` itself, and its events, never reach the page.
const bridgeTo = <Table extends RequestTable<Table>, Change>(
  door: Door<keyof Table & string>,
): Bridge<Table, Change> => ({
  request: (name, input) => {
    const known = door.names.find((one) => one === name);
    return known === undefined || !couldBeRequest(input)
      ? Promise.resolve(refused)
      : // SECURITY: what cannot be sent fails with Electron's words, which name channels and types.
        gate(() => ipcRenderer.invoke(door.requestChannel(known), input)).catch(() => refused);
  },
  subscribe: (listener) => {
    const forward = (_event: unknown, change: Change): void => listener(change);
    ipcRenderer.on(door.changeChannel, forward);
    return () => ipcRenderer.off(door.changeChannel, forward);
  },
});

// SECURITY: what WebRTC sends meets neither the page's policy nor the session's rules. It goes before a script of the page runs.
void webFrame.executeJavaScript(
  'delete window.RTCPeerConnection; delete window.webkitRTCPeerConnection; undefined',
);

// SECURITY: which door it is, main said when it made the window; and main looks at who knocks.
if (process.argv.includes(quickAccessArgument)) {
  contextBridge.exposeInMainWorld('usherQuickAccess', bridgeTo(quickDoor));
} else {
  contextBridge.exposeInMainWorld('usher', bridgeTo(windowDoor));
}
