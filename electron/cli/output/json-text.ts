import { escapeSigns } from '../../quoting.ts';

/** JSON as the command line prints it. */
export const jsonText = (value: unknown): string => escapeSigns(JSON.stringify(value, null, 2));
