/**
 * @typedef {object} DemoUser
 * @property {string} username
 * @property {string} password
 * @property {string | null} [verificationCode]
 */

/**
 * What a person needs to know to sign in to the demo.
 *
 * @param {DemoUser[]} users
 */
export function describeDemo(users) {
  const width = Math.max(...users.map((user) => user.username.length));
  const lines = users.map(({ username, password, verificationCode }) => {
    const code = verificationCode ? `, verification code ${verificationCode}` : '';
    return `  ${username.padEnd(width)}  password ${password}${code}`;
  });
  return ['Usher opens on a fake Plex. Sign in as any of these:', '', ...lines, ''].join('\n');
}
