import { failureTraces } from './failure-traces.ts';

const nameCode = /^(ENOTFOUND|ENODATA|ESERVFAIL|EREFUSED|EAI_\w+)$/;
const nameMessage =
  /\bERR_(NAME_NOT_RESOLVED|NAME_RESOLUTION_FAILED|DNS_\w+|ICANN_NAME_COLLISION)\b/;

/**
 * Whether a fetch was rejected because its host's name led to no address, and so before anything was sent. Node tells
 * by the `code` of a cause (https://nodejs.org/api/dns.html, "Error codes"), Electron by Chromium's name in the message.
 */
export const isNameFailure = (failure: unknown): boolean =>
  failureTraces(failure).some(
    ({ code, message }) => nameCode.test(code) || nameMessage.test(message),
  );
