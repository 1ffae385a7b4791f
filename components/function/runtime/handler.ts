/** A message as every cloud delivers it: at least once, so `id` is what makes work idempotent. */
export interface Message<Body> {
  readonly id: string;
  /** What the message is ordered by; absent where the queue is not ordered. */
  readonly key: string | undefined;
  /** Which delivery this is, from 1; absent where the cloud does not count. */
  readonly attempt: number | undefined;
  readonly attributes: Readonly<Record<string, string>>;
  readonly data: Body;
}
/** What a handler is given beside its input. */
export interface Context {
  /** Milliseconds until the cloud gives up on this call. */
  readonly deadlineMs: number;
  /** Aborted when the deadline passes. */
  readonly signal: AbortSignal;
  /** Writes one line that every cloud's logs can search by field. */
  readonly log: (message: string, fields?: Readonly<Record<string, unknown>>) => void;
}
/** Works on one message; what it throws makes the message come again, and in the end sets it aside. */
export interface MessageHandler<Body> {
  readonly on: "message";
  readonly handle: (message: Message<Body>, context: Context) => Promise<void>;
}
/** Answers one request, in the words of the web. */
export interface HttpHandler {
  readonly on: "http";
  readonly handle: (request: Request, context: Context) => Promise<Response>;
}
export type Handler = MessageHandler<never> | HttpHandler;

/** Writes a handler once for every cloud; export it as `handler`. */
export function defineHandler<Body>(handler: MessageHandler<Body>): MessageHandler<Body>;
export function defineHandler(handler: HttpHandler): HttpHandler;
export function defineHandler(handler: Handler): Handler {
  return handler;
}

export function contextFor(deadlineMs: number, about: Readonly<Record<string, unknown>>): Context {
  return {
    deadlineMs,
    signal: AbortSignal.timeout(Math.max(0, deadlineMs)),
    log: (message, fields = {}) => console.log(JSON.stringify({ message, ...about, ...fields })),
  };
}

/** Without a clock from the cloud, the deadline is the configured timeout. */
export function configuredDeadlineMs(): number {
  return Number(process.env["PORTABLE_TIMEOUT_SECONDS"] ?? "60") * 1000;
}

/** JSON where it is JSON, else the text itself. */
export function decode(body: string): never {
  try {
    return JSON.parse(body) as never;
  } catch {
    return body as never;
  }
}

/** A request that failed answers 500, and says why in the log only. */
export async function respond({ handle }: HttpHandler, request: Request, context: Context): Promise<Response> {
  try {
    return await handle(request, context);
  } catch (error) {
    context.log("failed", failure(error));
    return new Response(null, { status: 500 });
  }
}

export function failure(error: unknown) {
  return { severity: "ERROR", error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}
