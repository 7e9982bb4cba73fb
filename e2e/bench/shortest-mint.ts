/**
 * The shortest script that does what `usher mint` does without keeping anything: the account token out of the keychain,
 * the list of servers, every address of the server tried, a token minted. What it needs to know comes in the environment.
 * As text, since Node takes longer to start with anything else than JavaScript.
 */
export const shortestMint = `
import keytar from 'keytar';

const { PLEX_URL, SERVICE, SECRET_KEY, CLIENT_IDENTIFIER, SERVER } = process.env;
const headers = { 'X-Plex-Client-Identifier': CLIENT_IDENTIFIER, Accept: 'application/json' };
const ask = async (url, token, method = 'GET') =>
  (await fetch(url, { method, headers: { ...headers, 'X-Plex-Token': token } })).json();

const accountToken = await keytar.getPassword(SERVICE, SECRET_KEY);
const resources = await ask(\`\${PLEX_URL}/api/v2/resources?includeHttps=1\`, accountToken);
const { accessToken, connections } = resources.find(({ name }) => name === SERVER);
const uri = await Promise.any(
  connections.map((connection) =>
    fetch(\`\${connection.uri}/identity\`, { headers }).then(() => connection.uri),
  ),
);
const query = 'type=delegation&scope=all';
const answer = await ask(\`\${uri}/security/token?\${query}\`, accessToken, 'POST');
process.stdout.write(\`\${answer.MediaContainer.token}\\n\`, () => process.exit());
`;
