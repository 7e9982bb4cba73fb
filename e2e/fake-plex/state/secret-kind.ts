/** What a secret is. */
export type SecretKind =
  | 'accountToken'
  | 'accessToken'
  | 'deviceToken'
  | 'transientToken'
  | 'claimToken'
  | 'serviceToken'
  | 'serviceSecret'
  | 'pinHash'
  | 'password'
  | 'jwt';
