import { z } from 'zod';
import { edited, id, instant, line, version } from './base.ts';

export const roles = ['administrator', 'secretariat', 'chief', 'officer', 'head', 'auditor'] as const;
export const role = z.enum(roles);
export type Role = z.infer<typeof role>;

/** Roles whose rights are those of one section; they must belong to a unit. */
export const sectionRoles: readonly Role[] = ['chief', 'officer'];

export const locales = ['zh-TW', 'en'] as const;
export const locale = z.enum(locales);
export type Locale = z.infer<typeof locale>;

const account = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._@-]{1,63}$/, { message: 'account_shape' });

/** A person with an account. Accounts are disabled, never deleted, while records name them. */
export const user = z.strictObject({
  ...edited,
  agencyId: id,
  unitId: id.nullable(),
  account,
  name: line(60),
  email: z.email().max(254).nullable(),
  role,
  locale,
  disabled: z.boolean(),
  mustChangePassword: z.boolean(),
  lockedUntil: instant.nullable(),
  lastLoginAt: instant.nullable(),
});

const settable = user.pick({ agencyId: true, unitId: true, account: true, name: true, email: true, role: true });
export const userCreate = settable
  .partial({ agencyId: true, unitId: true, email: true })
  .extend({ locale: locale.optional() });
export const userEdit = user
  .pick({ unitId: true, name: true, email: true, role: true, locale: true, disabled: true })
  .partial()
  .extend({ version });

export const passwordRule = { minLength: 12, maxLength: 200, remembered: 3, minAgeDays: 1, maxAgeDays: 180 } as const;
export const password = z.string().min(passwordRule.minLength).max(passwordRule.maxLength);

export const logIn = z.strictObject({ account: z.string().max(254), password: z.string().max(1000) });
export const passwordChange = z.strictObject({ currentPassword: z.string().max(1000), newPassword: password });
export const passwordReset = z.strictObject({ token: z.string().max(200), newPassword: password });

/** First start: the one-time token from the terminal, the office itself and its first administrator. */
export const setup = z.strictObject({
  token: z.string().max(200),
  agencyName: line(120),
  account,
  name: line(60),
  password,
});

/** What the console knows of the person in front of it. `csrfToken` goes back in the `x-csrf-token` header of every unsafe request. */
export const session = z.strictObject({
  user,
  agencyName: z.string(),
  unitName: z.string().nullable(),
  /** Whether agencies stand below, and whether one stands above: a bureau between two levels is both. */
  isBureau: z.boolean(),
  isSubordinate: z.boolean(),
  csrfToken: z.string(),
  idleMinutes: z.number().int(),
});

/** A place where somebody is logged in, as listed for revocation. */
export const openSession = z.strictObject({
  id,
  userId: id,
  createdAt: instant,
  lastSeenAt: instant,
  address: z.string(),
  agent: z.string(),
  current: z.boolean(),
});

export type User = z.infer<typeof user>;
export type Session = z.infer<typeof session>;
export type OpenSession = z.infer<typeof openSession>;
