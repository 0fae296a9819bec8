import { writeFile } from 'node:fs/promises';
import { newServiceAccount, oauthClient } from './key.ts';
import { openEmulator } from './server.ts';

/*
 * A Google of one's own, for trying the console without an account:
 *
 *   node test/support/google/main.ts [PORT]          then start the server with the settings that it prints
 */
const { cloud, root } = await openEmulator(Number(process.argv[2] ?? 8090));
cloud.folders.add('shared-folder');
cloud.quota = 600;
await writeFile('google-service-account.json', newServiceAccount(cloud), { mode: 0o600 });
process.stdout.write(`Google emulator at ${root}

  GOOGLE_ROOT_URL=${root} npm run demo

Service account: google-service-account.json (folder id: shared-folder)
OAuth client:    ${oauthClient}
`);
