import type { UsherBridge } from '../../shared/contract.ts';

/** To be run in the page: mints on a server again and again, each once the one before is kept. */
export async function mintAgainAndAgain(input: {
  readonly count: number;
  readonly server: string;
  /** Each before the next is minted. */
  readonly isForgotten?: boolean;
}): Promise<void> {
  const { usher } = globalThis as unknown as { readonly usher: UsherBridge };
  const snapshot = await usher.request('app.snapshot', {});
  if (!snapshot.ok) throw new Error(snapshot.error.code);
  const found = snapshot.value.servers
    .flatMap(({ accountId, servers }) => servers.map(({ id, name }) => ({ accountId, id, name })))
    .find(({ name }) => name === input.server);
  if (found === undefined) throw new Error(`There is no server called ${input.server}.`);
  for (let times = 0; times < input.count; times += 1) {
    const { accountId, id: serverId } = found;
    const minted = await usher.request('server.copyToken', {
      mode: 'new',
      accountId,
      serverId,
    });
    if (!minted.ok) throw new Error(minted.error.code);
    if (input.isForgotten !== true) continue;
    const forgotten = await usher.request('token.forget', { tokenId: minted.value.token.id });
    if (!forgotten.ok) throw new Error(forgotten.error.code);
  }
}
