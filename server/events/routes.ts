import { event } from '../../sync/model/index.ts';
import type { Context } from '../context.ts';
import { type App, readRoutes } from '../routing/routes.ts';
import { events } from './definition.ts';

/** Events are read, never written from outside. */
export function eventRoutes(app: App, context: Context): void {
  readRoutes(app, context, events, event);
}
