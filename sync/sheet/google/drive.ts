import { Readable } from 'node:stream';
import type { drive_v3 } from '@googleapis/drive';
import { faultOf, GoogleFault } from './faults.ts';
import type { Places } from './places.ts';

/** A spreadsheet at Google, and the page where people open it. */
export interface Made {
  readonly spreadsheetId: string;
  readonly url: string;
  /** It was not there before. */
  readonly isNew: boolean;
}

/** What Drive tells of a spreadsheet without opening it. */
export interface FileStanding {
  /** Changes with every change of the file, also with those that nobody sees. */
  readonly version: string;
  /** When somebody last changed what stands in it; null where Drive does not say. ISO 8601 in UTC. */
  readonly modifiedAt: string | null;
}

/** Spreadsheets as files: made, shared, looked at, taken away. Every failure is a GoogleFault. */
export interface DriveFiles {
  /**
   * Makes a spreadsheet, or finds the one that was made under this key before an answer was lost.
   * @param workbook .xlsx that Google converts; without it the spreadsheet is empty
   */
  readonly create: (name: string, key: string, folderId: string | null, workbook?: Uint8Array) => Promise<Made>;
  /** Without opening it. */
  readonly standing: (spreadsheetId: string) => Promise<FileStanding>;
  /** As .xlsx. @throws GoogleFault `google_export_large` beyond `most` bytes, and where Google finds it too large */
  readonly download: (spreadsheetId: string, most: number) => Promise<Uint8Array>;
  /** Lets somebody write, who is told so by a mail of Google's; who may write already is not told again. */
  readonly share: (spreadsheetId: string, mailTo: string) => Promise<void>;
}

interface Asking {
  readonly reads: <T>(work: (drive: drive_v3.Drive) => Promise<T>) => Promise<T>;
  readonly writes: <T>(work: (drive: drive_v3.Drive) => Promise<T>) => Promise<T>;
  readonly places: Places;
}

export const spreadsheetType = 'application/vnd.google-apps.spreadsheet';
export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const keyProperty = 'guankaoForm';
const allDrives = { supportsAllDrives: true } as const;

/** What Google answers is not followed blindly: the address becomes a link on our pages. */
function madeOf({ id, webViewLink }: drive_v3.Schema$File, { api }: Places, isNew: boolean): Made {
  if (!id || !/^[\w-]{1,200}$/.test(id)) throw new GoogleFault('unclear', 'google_unreachable', 200, 'no file id');
  const own = new URL(api ?? 'https://docs.google.com');
  const told = webViewLink && URL.canParse(webViewLink) ? new URL(webViewLink) : null;
  const url = told?.origin === own.origin ? told.href : `${own.origin}/spreadsheets/d/${id}/edit`;
  return { spreadsheetId: id, url, isNew };
}

export function driveFiles({ reads, writes, places }: Asking): DriveFiles {
  const found = async (key: string): Promise<drive_v3.Schema$File | undefined> => {
    const { data } = await reads(drive =>
      drive.files.list({
        q: `appProperties has { key='${keyProperty}' and value='${key.replace(/[^\w-]/g, '')}' } and trashed = false`,
        fields: 'files(id,webViewLink,mimeType)',
        includeItemsFromAllDrives: true,
        ...allDrives,
      }),
    );
    return data.files?.find(({ mimeType = spreadsheetType }) => mimeType === spreadsheetType);
  };

  const made = async (
    name: string,
    key: string,
    folderId: string | null,
    workbook: Uint8Array | undefined,
  ): Promise<drive_v3.Schema$File> => {
    const { data } = await writes(drive =>
      drive.files.create(
        {
          requestBody: {
            name,
            mimeType: spreadsheetType,
            appProperties: { [keyProperty]: key },
            ...(folderId === null ? {} : { parents: [folderId] }),
          },
          ...(workbook
            ? { media: { mimeType: xlsxType, body: Readable.from([workbook], { objectMode: false }) } }
            : {}),
          fields: 'id,webViewLink',
          ...allDrives,
        },
        // An upload has an address of its own, which the option of the client does not reach.
        places.api === null ? {} : { rootUrl: places.api },
      ),
    );
    return data;
  };

  const maySee = async (fileId: string, mailTo: string): Promise<boolean> => {
    const { data } = await reads(drive =>
      drive.permissions.list({ fileId, fields: 'permissions(emailAddress,role)', pageSize: 100, ...allDrives }),
    );
    const wanted = mailTo.toLowerCase();
    return (data.permissions ?? []).some(
      ({ emailAddress, role }) => emailAddress?.toLowerCase() === wanted && role !== 'reader' && role !== 'commenter',
    );
  };

  return {
    create: async (name, key, folderId, workbook) => {
      const before = await found(key);
      const file = before ?? (await made(name, key, folderId, workbook));
      return madeOf(file, places, before === undefined);
    },
    standing: async fileId => {
      const { data } = await reads(drive =>
        drive.files.get({ fileId, fields: 'version,trashed,modifiedTime', ...allDrives }),
      );
      if (data.trashed) throw faultOf({ status: 404, message: 'trashed' });
      const at = Date.parse(data.modifiedTime ?? '');
      return { version: data.version ?? '', modifiedAt: Number.isNaN(at) ? null : new Date(at).toISOString() };
    },
    download: async (fileId, most) =>
      reads(async drive => {
        const { data } = await drive.files.export({ fileId, mimeType: xlsxType }, { responseType: 'stream' });
        const parts: Buffer[] = [];
        let size = 0;
        for await (const part of data as AsyncIterable<Uint8Array>) {
          size += part.length;
          if (size > most) throw new GoogleFault('final', 'google_export_large', 200, `${size}`);
          parts.push(Buffer.from(part));
        }
        return Buffer.concat(parts);
      }),
    share: async (fileId, emailAddress) => {
      if (await maySee(fileId, emailAddress)) return;
      await writes(drive =>
        drive.permissions.create({
          fileId,
          requestBody: { type: 'user', role: 'writer', emailAddress },
          sendNotificationEmail: true,
          fields: 'id',
          ...allDrives,
        }),
      );
    },
  };
}
