/** Tokens that tell what they are (https://developer.plex.tv/pms/): transient ones, claim codes, JWTs. */
export const tellingToken =
  /transient-[\w-]{8,}|(?<![a-z]{2})claim-[\w-]{8,}|(?:(?<![\w-])|(?<=%(?:25)*[0-9A-F]{2}))eyJ[\w-]*(?:\.|%(?:25)*2E)[\w-]+(?:\.|%(?:25)*2E)[\w-]*/gi;
