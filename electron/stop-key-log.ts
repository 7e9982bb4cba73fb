/**
 * SECURITY: Chromium writes the keys of every TLS connection into the file that this variable names. Set to look into
 * some other program's traffic and forgotten, it would open a recording of Usher's, tokens and all. To be called before
 * the first connection.
 */
export function stopKeyLog(env: NodeJS.ProcessEnv = process.env): void {
  delete env['SSLKEYLOGFILE'];
}
