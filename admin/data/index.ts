/** How the console talks to the API. */
export { authProvider } from './auth.ts';
export { requestFile } from './file.ts';
export { type Answer, problemCode, request } from './http.ts';
export { preferences } from './preferences.ts';
export { dataProvider } from './provider.ts';
export { createQueryClient } from './query-client.ts';
export { mayUse } from './rights.ts';
export { save } from './save.ts';
export { useSession } from './use-session.ts';
export { callVerb, useVerb } from './verbs.ts';
