import { contextBridge, ipcRenderer, webFrame } from 'electron';
import { eventChannel, requestChannel } from '../shared/ipc/channels.ts';
import { eventNames } from '../shared/ipc/event-names.ts';
import { requestNames } from '../shared/ipc/request-names.ts';
import type { UsherBridge } from '../shared/ipc/usher-bridge.ts';

// SECURITY: two functions, limited to the known names. `ipcRenderer` itself, and its events, never reach the page.
const bridge: UsherBridge = {
  request: (name, input) =>
    requestNames.includes(name)
      ? ipcRenderer.invoke(requestChannel(name), input)
      : Promise.resolve({ ok: false, error: { code: 'request.invalid' } }),
  subscribe: (name, listener) => {
    if (!eventNames.includes(name)) return () => undefined;
    const forward = (_event: unknown, state: Parameters<typeof listener>[0]): void =>
      listener(state);
    ipcRenderer.on(eventChannel(name), forward);
    return () => ipcRenderer.off(eventChannel(name), forward);
  },
};

// SECURITY: what WebRTC sends meets neither the page's policy nor the session's rules. It goes before a script of the page runs.
void webFrame.executeJavaScript(
  'delete window.RTCPeerConnection; delete window.webkitRTCPeerConnection; undefined',
);

contextBridge.exposeInMainWorld('usher', bridge);
