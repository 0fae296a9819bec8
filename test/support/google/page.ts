import type { Cloud } from './cloud.ts';
import type { Reply } from './oauth.ts';
import { columnCountOf, lastDataRow, putCell, textAt, typed } from './tab.ts';

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, mark => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[mark] ?? mark);

const shell = (title: string, body: string): Reply => ({
  status: 200,
  html: `<!doctype html><meta charset="utf-8"><title>${escaped(title)}</title><style>body{font:14px sans-serif;margin:16px}td{border:1px solid #ccc;padding:4px;vertical-align:top;min-width:40px;white-space:pre-wrap}table{border-collapse:collapse}</style><h1>${escaped(title)}</h1>${body}`,
});

const list = ({ books }: Cloud): Reply =>
  shell(
    'Spreadsheets',
    `<ul>${[...books.values()].map(book => `<li><a href="${book.url}">${escaped(book.name)}</a></li>`).join('')}</ul>
<form action="/device"><label>Device code <input name="code"></label> <button>Grant</button></form>`,
  );

/** A cell that loses the focus is sent; that is all of a spreadsheet program that trying things out needs. */
const script = `document.addEventListener('focusout', e => {
  const c = e.target; if (!c.dataset || !c.dataset.at || c.innerText === c.dataset.was) return;
  fetch(location.href, { method: 'POST', body: JSON.stringify({ at: c.dataset.at, text: c.innerText }) });
  c.dataset.was = c.innerText;
});`;

function book(cloud: Cloud, id: string): Reply | null {
  const found = cloud.books.get(id);
  if (!found) return null;
  const tabs = found.tabs
    .filter(({ properties }) => !properties.hidden)
    .map(tab => {
      const rows = Array.from({ length: lastDataRow(tab) + 3 }, (_, row) => {
        const cells = Array.from({ length: columnCountOf(tab) }, (_, column) => {
          const text = escaped(textAt(tab, row, column));
          return `<td contenteditable data-at="${tab.properties.sheetId}!${row}:${column}" data-was="${text}">${text}</td>`;
        });
        return `<tr>${cells.join('')}</tr>`;
      });
      return `<h2>${escaped(tab.properties.title)}</h2><table>${rows.join('')}</table>`;
    });
  return shell(found.name, `${tabs.join('')}<script>${script}</script>`);
}

function typeInto(cloud: Cloud, id: string, body: string): Reply {
  const found = cloud.books.get(id);
  const { at, text } = JSON.parse(body) as { at: string; text: string };
  const [, sheetId, row, column] = /^(\d+)!(\d+):(\d+)$/.exec(at) ?? [];
  const tab = found?.tabs.find(({ properties }) => properties.sheetId === Number(sheetId));
  if (!found || !tab) return { status: 404, body: {} };
  putCell(tab, Number(row), Number(column), typed(text), ['userEnteredValue', 'formattedValue']);
  found.version += 1;
  return { status: 200, body: {} };
}

/** The pages that people open: the list of spreadsheets, and each of them to type into. Null where the path is no page. */
export function pageReply(cloud: Cloud, method: string, url: URL, body: string): Reply | null {
  if (url.pathname === '/' || url.pathname === '/device') return list(cloud);
  const id = /^\/spreadsheets\/d\/([\w-]+)\/edit$/.exec(url.pathname)?.[1];
  if (id === undefined) return null;
  return method === 'POST' ? typeInto(cloud, id, body) : book(cloud, id);
}
