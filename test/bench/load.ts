/**
 * Asks a server for paths over and over, in a process of its own so that it does not take turns with what it measures.
 * `node load.ts '{"base":…,"paths":[…],"cookie":…,"connections":…,"seconds":…}'` prints how long each request took.
 */
import { Agent, get } from 'node:http';

export interface Load {
  readonly base: string;
  readonly paths: readonly string[];
  readonly cookie: string;
  readonly connections: number;
  readonly warmUpSeconds: number;
  readonly seconds: number;
}

export interface Loaded {
  readonly times: readonly number[];
  readonly seconds: number;
}

const load = JSON.parse(process.argv[2]!) as Load;
const agent = new Agent({ keepAlive: true, maxSockets: load.connections });

const ask = (path: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const began = performance.now();
    get(load.base + path, { agent, headers: { cookie: load.cookie } }, response => {
      if (response.statusCode !== 200) reject(new Error(`${path} answered ${response.statusCode}`));
      response.resume().once('end', () => resolve(performance.now() - began));
    }).once('error', reject);
  });

async function during(seconds: number): Promise<Loaded> {
  const times: number[] = [];
  const began = performance.now();
  const end = began + seconds * 1000;
  let next = 0;
  const worker = async () => {
    while (performance.now() < end) times.push(await ask(load.paths[next++ % load.paths.length]!));
  };
  await Promise.all(Array.from({ length: load.connections }, worker));
  return { times, seconds: (performance.now() - began) / 1000 };
}

await during(load.warmUpSeconds);
process.stdout.write(JSON.stringify(await during(load.seconds)));
agent.destroy();
