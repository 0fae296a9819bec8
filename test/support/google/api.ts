import type { drive_v3 } from '@googleapis/drive';
import type { sheets_v4 } from '@googleapis/sheets';
import { type Book, batchUpdate, spreadsheetOf } from './book.ts';
import type { Cloud } from './cloud.ts';
import { tabsOfXlsx, xlsxOf } from './conversion.ts';
import { masked, parseMask } from './mask.ts';
import type { Reply } from './oauth.ts';
import { BadRequest } from './requests.ts';

export interface Call {
  readonly cloud: Cloud;
  readonly account: string;
  readonly service: boolean;
  readonly id: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
  /** A file that came beside the body. */
  readonly media?: Uint8Array;
}

const reasons: Readonly<Record<number, readonly [status: string, reason: string]>> = {
  400: ['INVALID_ARGUMENT', 'badRequest'],
  401: ['UNAUTHENTICATED', 'authError'],
  403: ['PERMISSION_DENIED', 'forbidden'],
  404: ['NOT_FOUND', 'notFound'],
  429: ['RESOURCE_EXHAUSTED', 'rateLimitExceeded'],
  503: ['UNAVAILABLE', 'backendError'],
};

/** The one shape of Google's errors. */
export function failure(code: number, message: string, reason?: string, domain = 'global'): Reply {
  const [status = 'UNKNOWN', usual = 'unknown'] = reasons[code] ?? [];
  return {
    status: code,
    body: { error: { code, message, status, errors: [{ message, domain, reason: reason ?? usual }] } },
  };
}

function answer<T extends object>(body: T, query: URLSearchParams): Reply {
  const fields = query.get('fields');
  try {
    return { status: 200, body: fields === null ? body : masked(body, parseMask(fields)) };
  } catch (error) {
    return failure(400, error instanceof Error ? error.message : String(error));
  }
}

/** A file that one may not see is not there, as far as Drive tells. */
const found = ({ cloud, id }: Call): Book | undefined => (cloud.unshared.has(id) ? undefined : cloud.books.get(id));
/** Sheets tells what Drive does not. */
const forbidden = ({ cloud, id }: Call): Reply | null =>
  cloud.unshared.has(id) ? failure(403, 'The caller does not have permission') : null;
const gone = ({ id }: Call): Reply => failure(404, `File not found: ${id}.`);

function fileOf(cloud: Cloud, book: Book): drive_v3.Schema$File {
  const parent = cloud.parents.get(book.id);
  return {
    kind: 'drive#file',
    id: book.id,
    name: book.name,
    mimeType: 'application/vnd.google-apps.spreadsheet',
    version: String(book.version),
    trashed: book.trashed,
    modifiedTime: new Date(book.modifiedAt).toISOString(),
    webViewLink: book.url,
    appProperties: cloud.appProperties.get(book.id) ?? {},
    ...(parent ? { parents: [parent] } : {}),
  };
}

async function createFile(call: Call): Promise<Reply> {
  const { cloud, service, query, media } = call;
  const file = (call.body ?? {}) as drive_v3.Schema$File;
  const [parent] = file.parents ?? [];
  if (parent !== undefined && !(cloud.folders.has(parent) && query.get('supportsAllDrives') === 'true'))
    return failure(404, `File not found: ${parent}.`);
  if (service && parent === undefined)
    return failure(
      403,
      'Service Accounts do not have storage quota. Leverage shared drives, or use OAuth delegation instead.',
      'storageQuotaExceeded',
      'usageLimits',
    );
  const tabs = media && (await tabsOfXlsx(media));
  if (tabs === null) return failure(400, 'Bad Request', 'conversionUnsupportedConversionPath');
  const book = cloud.newBook(file.name ?? 'Untitled');
  if (tabs) book.tabs = tabs;
  if (parent !== undefined) cloud.parents.set(book.id, parent);
  cloud.appProperties.set(book.id, { ...(file.appProperties ?? {}) } as Record<string, string>);
  return answer(fileOf(cloud, book), query);
}

function listFiles({ cloud, query }: Call): Reply {
  const [, key = '', value = ''] =
    /appProperties has \{ key='([^']*)' and value='([^']*)' \}/.exec(query.get('q') ?? '') ?? [];
  const files = [...cloud.books.values()]
    .filter(book => !book.trashed && !cloud.unshared.has(book.id) && cloud.appProperties.get(book.id)?.[key] === value)
    .map(book => fileOf(cloud, book));
  const list: drive_v3.Schema$FileList = { kind: 'drive#fileList', incompleteSearch: false, files };
  return answer(list, query);
}

async function exportFile(call: Call): Promise<Reply> {
  const book = found(call);
  if (!book || book.trashed) return gone(call);
  if (call.query.get('mimeType') !== 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
    return failure(400, 'The requested conversion is not supported.', 'badRequest');
  const bytes = call.cloud.exportInstead?.() ?? (await xlsxOf(book, new Date(call.cloud.now())));
  if (!call.cloud.exportInstead && bytes.length > call.cloud.exportLimit)
    return failure(403, 'This file is too large to be exported.', 'exportSizeLimitExceeded');
  return { status: 200, bytes };
}

function listPermissions(call: Call): Reply {
  if (!found(call)) return gone(call);
  const permissions = call.cloud.permissions.get(call.id) ?? [];
  return answer({ kind: 'drive#permissionList', permissions } satisfies drive_v3.Schema$PermissionList, call.query);
}

function createPermission(call: Call): Reply {
  if (!found(call)) return gone(call);
  const wished = (call.body ?? {}) as drive_v3.Schema$Permission;
  const address = wished.emailAddress ?? '';
  if (call.cloud.strangers.has(address))
    return failure(400, `You are trying to invite ${address}.`, 'invalidSharingRequest');
  const known = call.cloud.permissions.get(call.id) ?? [];
  const permission = { kind: 'drive#permission', id: `${known.length + 1}`, ...wished };
  call.cloud.permissions.set(call.id, [...known.filter(each => each.emailAddress !== address), permission]);
  if (call.query.get('sendNotificationEmail') !== 'false') call.cloud.notices.push(address);
  return answer(permission, call.query);
}

function getSpreadsheet(call: Call): Reply {
  const refused = forbidden(call);
  if (refused) return refused;
  const book = found(call);
  if (!book || book.trashed) return failure(404, 'Requested entity was not found.');
  const whole: sheets_v4.Schema$Spreadsheet = spreadsheetOf(book);
  const withGrid = call.query.get('includeGridData') === 'true' || call.query.get('fields') !== null;
  const bare = { ...whole, sheets: (whole.sheets ?? []).map(({ data: _, ...sheet }) => sheet) };
  return answer(withGrid ? whole : bare, call.query);
}

function updateSpreadsheet(call: Call): Reply {
  const refused = forbidden(call);
  if (refused) return refused;
  const book = found(call);
  if (!book || book.trashed) return failure(404, 'Requested entity was not found.');
  const { requests = [] } = (call.body ?? {}) as sheets_v4.Schema$BatchUpdateSpreadsheetRequest;
  try {
    batchUpdate(book, requests);
  } catch (error) {
    if (!(error instanceof BadRequest)) throw error;
    return failure(400, `Invalid requests: ${error.message}`);
  }
  const done: sheets_v4.Schema$BatchUpdateSpreadsheetResponse = {
    spreadsheetId: book.id,
    replies: requests.map(() => ({})),
  };
  return answer(done, call.query);
}

export interface Route {
  readonly of: 'file' | 'grid' | 'making';
  readonly method: string;
  readonly path: RegExp;
  readonly kind: 'read' | 'write';
  readonly run: (call: Call) => Reply | Promise<Reply>;
}

/** As much of Drive v3 and Sheets v4 as a spreadsheet that is kept in step needs. */
export const routes: readonly Route[] = [
  {
    method: 'GET',
    of: 'file',
    path: /^\/drive\/v3\/about$/,
    kind: 'read',
    run: ({ account, query }) => answer({ user: { emailAddress: account } } satisfies drive_v3.Schema$About, query),
  },
  { method: 'GET', of: 'file', path: /^\/drive\/v3\/files$/, kind: 'read', run: listFiles },
  { method: 'POST', of: 'making', path: /^(?:\/upload)?\/drive\/v3\/files$/, kind: 'write', run: createFile },
  { method: 'GET', of: 'file', path: /^\/drive\/v3\/files\/([\w-]+)\/export$/, kind: 'read', run: exportFile },
  {
    method: 'GET',
    of: 'file',
    path: /^\/drive\/v3\/files\/([\w-]+)\/permissions$/,
    kind: 'read',
    run: listPermissions,
  },
  {
    method: 'POST',
    of: 'file',
    path: /^\/drive\/v3\/files\/([\w-]+)\/permissions$/,
    kind: 'write',
    run: createPermission,
  },
  {
    method: 'GET',
    of: 'file',
    path: /^\/drive\/v3\/files\/([\w-]+)$/,
    kind: 'read',
    run: call => {
      const book = found(call);
      return book ? answer(fileOf(call.cloud, book), call.query) : gone(call);
    },
  },
  { method: 'GET', of: 'grid', path: /^\/v4\/spreadsheets\/([\w-]+)$/, kind: 'read', run: getSpreadsheet },
  {
    method: 'POST',
    of: 'grid',
    path: /^\/v4\/spreadsheets\/([\w-]+):batchUpdate$/,
    kind: 'write',
    run: updateSpreadsheet,
  },
];
