/** Where Google is reached. */
export interface Places {
  /** Root of the API clients, or null for each one's own. */
  readonly api: string | null;
  readonly token: string;
  readonly authorize: string;
  readonly device: string;
  readonly revoke: string;
}

const google: Places = {
  api: null,
  token: 'https://oauth2.googleapis.com/token',
  authorize: 'https://accounts.google.com/o/oauth2/v2/auth',
  device: 'https://oauth2.googleapis.com/device/code',
  revoke: 'https://oauth2.googleapis.com/revoke',
};

/** @param root of something that speaks as Google does, such as a local emulator; null for Google itself */
export function placesAt(root: string | null): Places {
  if (root === null) return google;
  const at = (path: string) => new URL(path, root).href;
  return {
    api: at('/'),
    token: at('/token'),
    authorize: at('/o/oauth2/v2/auth'),
    device: at('/device/code'),
    revoke: at('/revoke'),
  };
}

/** A service account writes into a folder that people shared with it; a person grants no more than what this program makes. */
export const scopes = {
  serviceAccount: ['https://www.googleapis.com/auth/drive', 'https://www.googleapis.com/auth/spreadsheets'],
  oauth: ['https://www.googleapis.com/auth/drive.file'],
} as const;
