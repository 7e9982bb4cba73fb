import { noAdoption } from '../../../shared/model/adoption.ts';
import type {
  RequestInput,
  RequestName,
  RequestOutput,
  UsherBridge,
} from '../../../shared/contract.ts';
import { defaultSettings, type Settings, type State } from '../../../shared/model/state.ts';
import type { QuickBridge, QuickList, QuickSettings } from '../../../shared/quick-access.ts';
import { err, ok, type Result } from '../../../shared/result.ts';

/**
 * The door of quick access, as what it shares with the window's palette knows the window's: of what main does not tell
 * here there is nothing, and what can't be asked here is refused.
 */
export function asUsherBridge(bridge: QuickBridge): UsherBridge {
  const request = async (name: RequestName, input: unknown): Promise<Result<unknown>> => {
    switch (name) {
      case 'app.snapshot': {
        const list = await bridge.request('quick.list', {});
        return list.ok ? ok(asState(list.value)) : list;
      }
      case 'server.copyToken':
        return bridge.request(name, input as RequestInput<'server.copyToken'>);
      case 'server.allowPlainHttp':
        // Main has opened the window, where the person is asked.
        return err({ code: 'question.declined' });
      default:
        return err({ code: 'request.invalid' });
    }
  };
  return {
    request: <Name extends RequestName>(name: Name, input: RequestInput<Name>) =>
      request(name, input) as Promise<Result<RequestOutput<Name>>>,
    subscribe: (listener) =>
      bridge.subscribe(({ settings, isHidden: _isHidden, ...parts }) =>
        listener(settings === undefined ? parts : { ...parts, settings: asSettings(settings) }),
      ),
  };
}

const asSettings = (settings: QuickSettings): Settings => ({ ...defaultSettings, ...settings });

const asState = ({ settings, ...list }: QuickList): State => ({
  ...list,
  settings: asSettings(settings),
  vault: { kind: 'unknown' },
  vaultActivity: { isWaiting: false },
  devices: [],
  appTokens: [],
  revocations: [],
  identification: { tokens: [], isCutOff: false, remainingMs: 0 },
  adoption: noAdoption,
  signIn: { kind: 'idle' },
  signOuts: [],
  repair: { accountIds: [], skippedIds: [], apps: [] },
  notices: [],
  wanted: null,
  hasTray: false,
  quickAccess: 'ready',
  activity: { count: 0, newestAt: null },
});
