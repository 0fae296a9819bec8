const key = 'Guankao.reloadedAt';
const minute = 60_000;

/**
 * When a new version is installed, the scripts that an open page still names are gone. The page is then loaded anew; drafts
 * are in the browser's store. Once a minute at most, so that a server that is really ill shows its error instead.
 */
export function reloadWhenReplaced(): void {
  window.addEventListener('vite:preloadError', event => {
    if (Date.now() - Number(sessionStorage.getItem(key)) < minute) return;
    sessionStorage.setItem(key, String(Date.now()));
    event.preventDefault();
    window.location.reload();
  });
}
