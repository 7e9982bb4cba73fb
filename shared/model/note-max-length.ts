/** Of a note about an account, in UTF-16 code units, as an input's `maxlength` counts. */
export const noteMaxLength = 500;
