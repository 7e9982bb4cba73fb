import type { SystemFacts } from '../../shared/model/doctor-report.ts';
import type { SystemProbe } from '../ports.ts';
import { readSecretService } from './read-secret-service.ts';
import { readSystem } from './read-system.ts';

/** Looks at this computer. */
export function createSystemProbe(
  env: NodeJS.ProcessEnv,
  versions: Pick<SystemFacts, 'platformVersion' | 'appVersion'>,
): SystemProbe {
  return {
    system: () => Promise.resolve(readSystem(env, versions)),
    secretService: () =>
      process.platform === 'linux' ? readSecretService(env) : Promise.resolve(null),
  };
}
