export const pageScheme = 'app';
/** The page's one origin. */
export const pageOrigin = 'app://usher';
export const pageUrl = `${pageOrigin}/index.html`;
