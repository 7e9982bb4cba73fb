/** The page for four-character codes, with the code filled in. */
export const prefilledLinkUrl = (linkPage: string, code: string): string => {
  const url = new URL(linkPage);
  url.searchParams.set('pin', code);
  return url.href;
};
