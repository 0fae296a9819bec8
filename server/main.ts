import { enableCompileCache, flushCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

// Stripping types and compiling is half of what a start takes. The folder is the installation's own, not one that all users of the
// machine may write; where it cannot be written every start is like the first.
enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/guankao', import.meta.url)));
const { serve } = await import('./serve.ts');
await serve();
// Now, since a server that is killed would have kept nothing.
flushCompileCache();
