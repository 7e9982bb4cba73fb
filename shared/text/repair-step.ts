/** One thing to do, and the command that does it where there is one. */
export interface RepairStep {
  readonly text: string;
  readonly command: string | null;
}

export const repairStep = (text: string, command: string | null = null): RepairStep => ({
  text,
  command,
});
