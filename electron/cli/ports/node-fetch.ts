/**
 * Node's fetch under Usher's name, which verifies certificates whatever the environment says. Once the command is
 * interrupted, every question ends at once.
 */
export function createNodeFetch(userAgent: string, interruption: AbortSignal): typeof fetch {
  verifyCertificates();
  return (input, init) => {
    const headers = new Headers(init?.headers);
    headers.set('user-agent', userAgent);
    const signals = [interruption, init?.signal].filter((signal) => signal instanceof AbortSignal);
    return fetch(input, { ...init, headers, signal: AbortSignal.any(signals) });
  };
}

const switchName = 'NODE_TLS_REJECT_UNAUTHORIZED';

let switchedTo: string | undefined;

/**
 * SECURITY: this variable, which is set for some other program and forgotten, would have Node's fetch believe anybody to
 * be plex.tv, and hand over the account token.
 */
function verifyCertificates(env: NodeJS.ProcessEnv = process.env): void {
  switchedTo = env[switchName] ?? switchedTo;
  Reflect.deleteProperty(env, switchName);
}

/** The environment as the person has it, for a program of theirs. */
export const personsEnvironment = (env: NodeJS.ProcessEnv = process.env): NodeJS.ProcessEnv =>
  switchedTo === undefined ? env : { ...env, [switchName]: switchedTo };
