import { createServer } from 'node:http';
import { sample } from './sample/index.ts';
import { mockServer } from './server.ts';

const port = Number(process.env.PORT || 8081);
createServer(mockServer(sample()))
  .once('error', error => {
    process.stderr.write(`${error.message}. Choose another with PORT.\n`);
    process.exit(1);
  })
  .listen(port, '127.0.0.1', () => {
    process.stdout.write(
      `The console over sample data: http://127.0.0.1:${port}/ (API under /api). Nothing is kept.\n`,
    );
  });
