import { ConfigError, readConfig } from './config.ts';
import { NewerDatabaseError } from './database/migrate.ts';
import { setupLink } from './setup/first-start.ts';
import { start } from './start.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);

/** The server as a process: it says where it listens and ends by a signal, or says in one line why it cannot start. */
export async function serve(): Promise<void> {
  try {
    const config = readConfig(process.env);
    const { app, context, stop } = await start(config);
    const address = await app.listen({ port: config.port, host: config.host });
    say(`Guankao 管考  ${config.publicUrl}  (${address})`);
    const link = await setupLink(context);
    if (link)
      say(
        `\n請以此連結建立第一位管理者（24 小時內有效）\nCreate the first administrator with this link (valid for 24 hours):\n  ${link}\n`,
      );
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => void stop().then(() => process.exit(0)));
  } catch (error) {
    const expected = error instanceof ConfigError || error instanceof NewerDatabaseError;
    process.stderr.write(`${expected ? error.message : error instanceof Error ? error.stack : String(error)}\n`);
    process.exit(1);
  }
}
