import { openSessionBus } from '../process/session-bus.ts';

// Electron has no lock event on Linux; both names send the same signal
// (https://specifications.freedesktop.org/idle-inhibit-spec/, org.gnome.ScreenSaver).
const rules = ['org.freedesktop.ScreenSaver', 'org.gnome.ScreenSaver'].map(
  (name) => `type='signal',interface='${name}',member='ActiveChanged'`,
);

/** Calls back whenever the screen is locked or unlocked, until the answer is called; where there is no session bus, never. */
export function watchLinuxScreenLock(
  onChange: (isLocked: boolean) => void,
  env: NodeJS.ProcessEnv,
): () => void {
  let lockedBy: string | null = null;
  const bus = openSessionBus({
    env,
    rules,
    onSignal: ({ sender, member, body: [isActive] }) => {
      if (member !== 'ActiveChanged' || typeof isActive !== 'boolean') return;
      // SECURITY: any program on the bus can say that the screen is unlocked; it is who said that it was locked.
      if (!isActive && lockedBy !== null && sender !== lockedBy) return;
      lockedBy = isActive ? sender : null;
      onChange(isActive);
    },
  });
  return () => bus.close();
}
