import { writeFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

/** Loaded before a program that is measured: tells the most memory that its process held, threads and all, and what it took of processors. */
const file = process.env.PEAK_FILE;
if (isMainThread && file)
  process.on('exit', () => {
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
    writeFileSync(file, JSON.stringify({ peakMb: maxRSS / 1024, cpu: (userCPUTime + systemCPUTime) / 1e6 }));
  });
