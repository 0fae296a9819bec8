/** Where the hash route points: `#/setup?token=abc` → path `/setup`, token `abc`. */
export interface Place {
  readonly path: string;
  readonly token: string;
}

export function placeOf(hash: string): Place {
  const [path = '/', query = ''] = hash.replace(/^#/, '').split('?');
  return { path: path || '/', token: new URLSearchParams(query).get('token') ?? '' };
}

export const subscribePlace = (listener: () => void): (() => void) => {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
};
