/** Asked by a call, since the compiler takes a property it has seen once for unchanged, also after an await. */
export const isAborted = (signal: AbortSignal): boolean => signal.aborted;
