import fc from 'fast-check';

/** Any text at all, half surrogate pairs and control characters too. (The library's own takes seconds to set up.) */
export const anyText = (maxLength = 80): fc.Arbitrary<string> =>
  fc
    .array(fc.oneof(fc.integer({ min: 0, max: 0x7f }), fc.integer({ min: 0, max: 0xffff })), {
      maxLength,
    })
    .map((units) => String.fromCharCode(...units));
