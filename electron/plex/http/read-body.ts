import type { Result } from '../../../shared/result.ts';
import { err, ok } from '../../../shared/result.ts';

/**
 * Reads a body to its end, or cancels it once it is longer than allowed. A body that breaks off rejects.
 * The limit counts bytes after decompression: a small answer may unpack to a huge one.
 */
export const readBody = async (
  response: Response,
  limitBytes: number,
): Promise<Result<Uint8Array>> => {
  if (response.body === null) return ok(new Uint8Array());
  const reader: ReadableStreamDefaultReader<Uint8Array> = response.body.getReader();
  const chunks: Uint8Array[] = [];
  let lengthBytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return ok(Buffer.concat(chunks, lengthBytes));
    lengthBytes += value.byteLength;
    if (lengthBytes > limitBytes) {
      // The answer is settled; a stream that can't be cancelled changes nothing.
      reader.cancel().catch(() => undefined);
      return err({ code: 'plex.tooLarge', limitBytes });
    }
    chunks.push(value);
  }
};
