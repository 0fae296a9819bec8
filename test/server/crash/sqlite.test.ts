import { describe } from 'vitest';
import { engines } from '../../support/engines.ts';
import { killAtAnyMoment } from './kill.ts';

for (const engine of engines.filter(({ name }) => name === 'SQLite'))
  describe(`a server that is killed at any moment on ${engine.name}`, () => killAtAnyMoment(engine));
