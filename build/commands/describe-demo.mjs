/**
 * @typedef {object} DemoUser
 * @property {string} username
 * @property {string} email
 * @property {boolean} emailOnly an account without a user name of its own
 * @property {string | null} password nothing for one that signs in by other means
 * @property {string | null} verificationCode
 * @property {string | null} homePin
 */

/** @param {DemoUser} user */
const signInName = (user) => (user.emailOnly ? user.email : user.username);

/**
 * What a person needs to know to sign in to the demo with a name and a password.
 *
 * @param {DemoUser[]} users
 */
export function describeDemo(users) {
  const rows = users.flatMap((user) => {
    const name = signInName(user);
    if (user.password === null || name === '') return [];
    const code = user.verificationCode === null ? '' : `, code ${user.verificationCode}`;
    const pin = user.homePin === null ? '' : `, Home PIN ${user.homePin}`;
    return { name, secrets: `password ${user.password}${code}${pin}` };
  });
  const width = Math.max(...rows.map(({ name }) => name.length));
  const lines = rows.map(({ name, secrets }) => `  ${name.padEnd(width)}  ${secrets}`);
  return ['Usher opens on a fake Plex. Sign in as any of these:', '', ...lines, ''].join('\n');
}
