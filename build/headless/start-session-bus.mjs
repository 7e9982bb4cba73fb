import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { startService } from '../start-service.mjs';

// Without service folders nothing is started on request: a session that is to have no keychain
// would otherwise get one from the first program that asks.
const configuration = (/** @type {string} */ socket) => `<!DOCTYPE busconfig PUBLIC
  "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
  "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path=${socket}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
`;

/**
 * @param {string} runtimeFolder
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<{ address: string, stop: () => Promise<void> }>}
 */
export async function startSessionBus(runtimeFolder, env) {
  const configurationFile = path.join(runtimeFolder, 'bus.conf');
  await writeFile(configurationFile, configuration(path.join(runtimeFolder, 'bus')));
  const { firstLine, stop } = await startService(
    'dbus-daemon',
    [`--config-file=${configurationFile}`, '--nofork', '--nopidfile', '--print-address=1'],
    { readyDescriptor: 1, env },
  );
  return { address: firstLine, stop };
}
