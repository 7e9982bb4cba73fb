import { contextBridge, ipcRenderer, webFrame } from 'electron';
import {
  requestChannel,
  requestNames,
  stateChannel,
  type UsherBridge,
} from '../shared/contract.ts';
import type { StateChange } from '../shared/model/state.ts';
import { couldBeRequest, createGate } from './ipc/page-guards.ts';

const refused = { ok: false, error: { code: 'request.invalid' } } as const;

// SECURITY: whatever a page sends, and however much at once, main has time for the person.
const gate = createGate(64);

// SECURITY: two functions, limited to the known names. `ipcRenderer` itself, and its events, never reach the page.
const bridge: UsherBridge = {
  request: (name, input) =>
    !requestNames.includes(name) || !couldBeRequest(input)
      ? Promise.resolve(refused)
      : // SECURITY: what cannot be sent fails with Electron's words, which name channels and types.
        gate(() => ipcRenderer.invoke(requestChannel(name), input)).catch(() => refused),
  subscribe: (listener) => {
    const forward = (_event: unknown, change: StateChange): void => listener(change);
    ipcRenderer.on(stateChannel, forward);
    return () => ipcRenderer.off(stateChannel, forward);
  },
};

// SECURITY: what WebRTC sends meets neither the page's policy nor the session's rules. It goes before a script of the page runs.
void webFrame.executeJavaScript(
  'delete window.RTCPeerConnection; delete window.webkitRTCPeerConnection; undefined',
);

contextBridge.exposeInMainWorld('usher', bridge);
