const switchName = 'NODE_TLS_REJECT_UNAUTHORIZED';

let switchedTo: string | undefined;

/**
 * SECURITY: this variable, which is set for some other program and forgotten, would have Node's fetch believe anybody to
 * be plex.tv, and hand over the account token.
 */
export function verifyCertificates(env: NodeJS.ProcessEnv = process.env): void {
  switchedTo = env[switchName] ?? switchedTo;
  Reflect.deleteProperty(env, switchName);
}

/** The environment as the person has it, for a program of theirs. */
export const personsEnvironment = (env: NodeJS.ProcessEnv = process.env): NodeJS.ProcessEnv =>
  switchedTo === undefined ? env : { ...env, [switchName]: switchedTo };
