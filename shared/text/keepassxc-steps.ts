import { repairStep, type RepairStep } from './repair-step.ts';

/** KeePassXC serves as the keychain only once it is told to, and a database of it lets entries be seen. */
export const keepassxcSteps = {
  enable: repairStep(
    'In KeePassXC, open Tools › Settings › Secret Service Integration and turn on “Enable KeePassXC Freedesktop.org Secret Service integration”.',
  ),
  expose: repairStep(
    'Open your database, then Database › Database Settings › Secret Service Integration, and choose “Expose entries under this group”. A new group for Usher is best.',
  ),
} as const satisfies Readonly<Record<string, RepairStep>>;
