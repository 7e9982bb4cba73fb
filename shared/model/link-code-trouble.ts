/** Why a text is no four-character code of a device. */
export type LinkCodeTrouble =
  | 'empty'
  | 'tooShort'
  | 'tooLong'
  /** Something else than letters and digits. */
  | 'characters'
  /** A claim code for a media server. */
  | 'claimCode'
  | 'token';
