import { statSync, watch } from 'node:fs';

export interface WatchFolderOptions {
  readonly folder: string;
  /** The name of the file that changed; null when that is not known. */
  readonly onChange: (name: string | null) => void;
  readonly watchWith?: typeof watch;
}

const lookAgainAfterMs = 500;

/**
 * Tells of every change in a folder, by the system's own word. Where that is not to be had (no watches left, a file
 * system without them), the folder's date is looked at twice a second: each write renames a file, which moves it. The
 * answer ends it.
 */
export const watchFolder = (options: WatchFolderOptions): (() => void) => {
  const { folder, onChange, watchWith = watch } = options;
  let stop: () => void = () => undefined;

  const poll = (): void => {
    let lastMs = changedAtMs(folder);
    const timer = setInterval(() => {
      const nowMs = changedAtMs(folder);
      if (nowMs === lastMs) return;
      lastMs = nowMs;
      onChange(null);
    }, lookAgainAfterMs);
    // Watching keeps no process alive.
    timer.unref();
    stop = () => clearInterval(timer);
  };

  try {
    const watcher = watchWith(folder, { persistent: false }, (_event, name) => onChange(name));
    stop = () => watcher.close();
    watcher.on('error', () => {
      watcher.close();
      poll();
    });
  } catch {
    // Any reason will do: looking is always possible.
    poll();
  }
  return () => stop();
};

const changedAtMs = (folder: string): number =>
  statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? 0;
