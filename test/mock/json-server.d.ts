/** What is used of json-server 0.17, which brings no types. */
declare module 'json-server' {
  import type { RequestListener } from 'node:http';

  export interface Request {
    readonly method: string;
    readonly path: string;
    readonly params: Readonly<Record<string, string>>;
    query: Record<string, string | string[] | undefined>;
    body: Record<string, unknown>;
  }
  export interface Response {
    status(code: number): Response;
    json(body: unknown): void;
    end(): void;
    sendFile(path: string): void;
  }
  export type Handler = (request: Request, response: Response, next: () => void) => void;
  interface Routes {
    use(...handlers: readonly (Handler | readonly Handler[] | Router)[]): void;
    use(path: string, ...handlers: readonly (Handler | Router)[]): void;
    get(path: string | RegExp, handler: Handler): void;
    post(path: string, handler: Handler): void;
    all(path: string, handler: Handler): void;
  }
  export type Application = Routes & RequestListener;
  /** `db` is the lowdb chain that holds the rows. */
  export type Router = Routes & {
    readonly db: {
      get(name: string): {
        value(): Record<string, unknown>[];
        find(match: Readonly<Record<string, unknown>>): {
          value(): Record<string, unknown> | undefined;
          assign(values: Readonly<Record<string, unknown>>): { write(): Record<string, unknown> };
        };
      };
    };
  };

  const jsonServer: {
    create(): Application;
    defaults(options?: {
      readonly static?: string;
      readonly logger?: boolean;
      readonly noCors?: boolean;
    }): readonly Handler[];
    router(data: object): Router;
    bodyParser: readonly Handler[];
  };
  export default jsonServer;
}
