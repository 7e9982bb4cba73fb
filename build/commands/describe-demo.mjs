/**
 * @typedef {object} DemoUser
 * @property {string} username
 * @property {string} email
 * @property {boolean} emailOnly an account without a user name of its own
 * @property {string} password
 * @property {string | null} verificationCode
 * @property {string | null} homePin
 */

/** @param {DemoUser} user */
const signsInAs = (user) => (user.emailOnly ? user.email : user.username);

/**
 * What a person needs to know to sign in to the demo.
 *
 * @param {DemoUser[]} users
 */
export function describeDemo(users) {
  const width = Math.max(...users.map((user) => signsInAs(user).length));
  const lines = users.map((user) => {
    const code = user.verificationCode === null ? '' : `, code ${user.verificationCode}`;
    const pin = user.homePin === null ? '' : `, Home PIN ${user.homePin}`;
    return `  ${signsInAs(user).padEnd(width)}  password ${user.password}${code}${pin}`;
  });
  return ['Usher opens on a fake Plex. Sign in as any of these:', '', ...lines, ''].join('\n');
}
