import { createScrubber } from './create-scrubber.ts';

/** Takes secrets out of one text. Who has many texts makes a scrubber once. */
export const scrubText = (text: string, knownSecrets: readonly string[] = []): string =>
  createScrubber(knownSecrets)(text);
