import dns, { type LookupAddress, type LookupOptions } from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';

// To be imported into a command before it starts: on this computer every name under plex.direct leads to it, as with a
// server that runs here. Other names are looked up as ever.
const lookUp = dns.lookup;
type Answer = (error: Error | null, address: string | LookupAddress[], family?: number) => void;
const here: LookupAddress = { address: '127.0.0.1', family: 4 };

Object.assign(dns, {
  lookup: (name: string, options: LookupOptions, answer: Answer): void => {
    if (!name.endsWith('.plex.direct')) lookUp(name, options, answer);
    else if (options.all === true) answer(null, [here]);
    else answer(null, here.address, here.family);
  },
});
syncBuiltinESMExports();
