import type { Fault } from './fault.ts';
import type { ListedFault } from './listed-fault.ts';

/** The faults in force. The oldest that fits a request strikes. */
export class FaultList {
  #faults: ListedFault[] = [];
  #lastId = 0;
  readonly #removals = new Map<number, () => void>();

  /** Puts a fault in force and returns its number, for `remove`. */
  add(fault: Fault): number {
    this.#lastId += 1;
    const id = this.#lastId;
    const removed = new Promise<void>((resolve) => this.#removals.set(id, resolve));
    this.#faults.push({ id, fault, struck: 0, removed });
    return id;
  }

  remove(id: number): void {
    this.#faults = this.#faults.filter((listed) => listed.id !== id);
    this.#removals.get(id)?.();
    this.#removals.delete(id);
  }

  clear(): void {
    for (const id of [...this.#removals.keys()]) this.remove(id);
  }

  list(): readonly ListedFault[] {
    return [...this.#faults];
  }

  /** The fault that strikes this request, counted; undefined when none does. */
  strike(host: string, method: string, path: string): ListedFault | undefined {
    const hit = this.#faults.find(({ fault }) => fits(fault, host, method, path));
    if (hit === undefined) return undefined;
    const counted = { ...hit, struck: hit.struck + 1 };
    const spent = counted.struck >= (hit.fault.times ?? Infinity);
    this.#faults = this.#faults.flatMap((listed) => {
      if (listed.id !== hit.id) return [listed];
      return spent ? [] : [counted];
    });
    return counted;
  }
}

function fits({ match }: Fault, host: string, method: string, path: string): boolean {
  if (match.host !== undefined && match.host !== host) return false;
  if (match.method !== undefined && match.method.toUpperCase() !== method) return false;
  if (match.path === undefined) return true;
  if (match.path.startsWith('^')) return new RegExp(match.path).test(path);
  if (match.path.endsWith('*')) return path.startsWith(match.path.slice(0, -1));
  return match.path === path;
}
