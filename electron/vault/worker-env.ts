/**
 * The environment of the keychain's process, made from this process's own.
 * SECURITY: what tells Node to load, inspect or record something is dropped: that process sees secrets.
 */
export const workerEnv = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv => {
  const kept = Object.entries(env).filter(([name]) => !name.toUpperCase().startsWith('NODE_'));
  // Errors of libsecret and GLib come as text alone; in the C locale it is the text that is known here.
  return { ...Object.fromEntries(kept), LC_ALL: 'C.UTF-8', LANGUAGE: 'C' };
};
