import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

const nothing = '0x0';

/**
 * SECURITY: secrets are in the memory of these processes, and a core dump is that memory in a file. On Linux a dump
 * then holds no memory at all, whatever limits and handlers the system has. Children inherit it; those that Chromium
 * has already started, among them the one that all pages are forked from, are told one by one. macOS and Windows
 * offer a process nothing of the kind.
 */
export function stopCoreDumps(platform: NodeJS.Platform = process.platform): void {
  if (platform !== 'linux') return;
  stopOwnCoreDumps(platform);
  for (const pid of descendantsOf(process.pid)) stopDumpsOf(pid);
}

/** The same for a process that has started no other yet. */
export function stopOwnCoreDumps(platform: NodeJS.Platform = process.platform): void {
  if (platform === 'linux') stopDumpsOf(process.pid);
}

function stopDumpsOf(pid: number): void {
  try {
    writeFileSync(`/proc/${pid}/coredump_filter`, nothing);
  } catch {
    // It has ended meanwhile, or the kernel guards it: then it makes no dump of it for this user either.
  }
}

function descendantsOf(ancestor: number): readonly number[] {
  const parents = readParents();
  const family = new Set([ancestor]);
  for (let size = 0; size !== family.size;) {
    size = family.size;
    for (const [pid, parent] of parents) if (family.has(parent)) family.add(pid);
  }
  return [...family].filter((pid) => pid !== ancestor);
}

/** Each process with the one it was started by. */
function readParents(): readonly (readonly [pid: number, parent: number])[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
        // The program's name comes before, in brackets, and may hold anything.
        const [, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        return [[Number(name), Number(parent)] as const];
      } catch {
        // It has ended meanwhile.
        return [];
      }
    });
}

/**
 * SECURITY: Chromium writes the keys of every TLS connection into the file that this variable names. Set to look into
 * some other program's traffic and forgotten, it would open a recording of Usher's, tokens and all. To be called before
 * the first connection.
 */
export function stopKeyLog(env: NodeJS.ProcessEnv = process.env): void {
  delete env['SSLKEYLOGFILE'];
}
