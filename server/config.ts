import { resolve } from 'node:path';
import { z } from 'zod';

/**
 * The settings, read once from the environment. A wrong one stops the start with one line that names it.
 * Empty strings count as unset, so that a compose file may pass variables through.
 */
const environment = z
  .object({
    PORT: z.coerce.number().int().min(0).max(65535).default(8080),
    HOST: z.string().default('127.0.0.1'),
    DATA_DIR: z.string().default('data'),
    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
    STORAGE_URL: z.url({ protocol: /^s3$/ }).optional(),
    SECRET_KEY_FILE: z.string().optional(),
    SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
    MAIL_FROM: z.string().trim().min(3).max(320).optional(),
    GOOGLE_CREDENTIALS: z.string().optional(),
    GOOGLE_ROOT_URL: z.url({ protocol: /^https?$/ }).optional(),
    PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
    TRUST_PROXY: z.stringbool().default(false),
    LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
    UPLOAD_LIMIT_MB: z.coerce.number().int().min(1).max(1024).default(50),
    SESSION_IDLE_MINUTES: z.coerce.number().int().min(1).max(1440).default(30),
    SESSION_HOURS: z.coerce.number().int().min(1).max(168).default(12),
  })
  .refine(given => !given.SMTP_URL || given.MAIL_FROM, { path: ['MAIL_FROM'], message: 'is needed with SMTP_URL' });

export interface Config {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly databaseUrl: string | null;
  readonly storageUrl: string | null;
  /** The key that private keys and tokens are sealed with; null is a file in the data folder. */
  readonly secretKeyFile: string | null;
  /** The mail server, `smtp://name:password@host:587` or `smtps://…`; null: no mail is sent. */
  readonly smtpUrl: string | null;
  /** The sender of mails, an address or `Name <address>`. */
  readonly mailFrom: string;
  /** A file with the key of a service account or with an OAuth client, for every agency of the installation. */
  readonly googleCredentials: string | null;
  /** Something that speaks as Google does, such as the emulator; null for Google itself. */
  readonly googleRootUrl: string | null;
  /** How browsers reach the server; links that people are given start with it. */
  readonly publicUrl: string;
  readonly trustProxy: boolean;
  readonly logLevel: string;
  readonly uploadLimitBytes: number;
  readonly sessionIdleMinutes: number;
  readonly sessionHours: number;
  /** How often work in the background looks for what other servers left; 0: never. */
  readonly pollMs: number;
  /** Shows ready accounts on the log-in page; only the demo sets it. */
  readonly demo: boolean;
}

export class ConfigError extends Error {}

/** Reads the settings. @throws ConfigError naming every wrong variable on one line */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    const wrong = parsed.error.issues.map(i => `${i.path.join('.')}: ${i.message}`).join('; ');
    throw new ConfigError(`Wrong settings: ${wrong}`);
  }
  const s = parsed.data;
  return {
    port: s.PORT,
    host: s.HOST,
    dataDir: resolve(s.DATA_DIR),
    databaseUrl: s.DATABASE_URL ?? null,
    storageUrl: s.STORAGE_URL ?? null,
    secretKeyFile: s.SECRET_KEY_FILE ? resolve(s.SECRET_KEY_FILE) : null,
    smtpUrl: s.SMTP_URL ?? null,
    mailFrom: s.MAIL_FROM ?? '',
    googleCredentials: s.GOOGLE_CREDENTIALS ? resolve(s.GOOGLE_CREDENTIALS) : null,
    googleRootUrl: s.GOOGLE_ROOT_URL ?? null,
    publicUrl: (s.PUBLIC_URL ?? `http://localhost:${s.PORT}`).replace(/\/$/, ''),
    trustProxy: s.TRUST_PROXY,
    logLevel: s.LOG_LEVEL,
    uploadLimitBytes: s.UPLOAD_LIMIT_MB * 1024 * 1024,
    sessionIdleMinutes: s.SESSION_IDLE_MINUTES,
    sessionHours: s.SESSION_HOURS,
    pollMs: 20_000,
    demo: false,
  };
}
