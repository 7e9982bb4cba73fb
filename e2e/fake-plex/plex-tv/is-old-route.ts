const OLD_ROUTES =
  /^\/(?:devices(?:\.xml|\/)|api\/(?:resources|home|claim)\b|users\/(?:account|sign_in)\b)/;

/** Whether a path belongs to the API from before v2: it does not insist on a client identifier, and fails differently. */
export function isOldRoute(path: string): boolean {
  return OLD_ROUTES.test(path);
}
