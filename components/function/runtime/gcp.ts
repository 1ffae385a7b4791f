import { configuredDeadlineMs, contextFor, decode, failure, type Handler, respond } from "./handler.ts";

// what functions-framework hands over: Express, of which this much is used
interface ExpressRequest {
  readonly method: string;
  readonly protocol: string;
  readonly hostname: string;
  readonly originalUrl: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly rawBody?: Buffer;
  readonly body?: unknown;
}
interface ExpressResponse {
  status(code: number): ExpressResponse;
  set(headers: Readonly<Record<string, string>>): ExpressResponse;
  end(body?: Buffer): void;
}
/** The wrapped form in which Pub/Sub pushes. */
interface Push {
  readonly deliveryAttempt?: number;
  readonly message: {
    readonly messageId: string;
    readonly orderingKey?: string;
    readonly attributes?: Readonly<Record<string, string>>;
    readonly data?: string;
  };
}

/** What Cloud Run functions call, made of a handler. */
export function adapt(handler: Handler) {
  return async (request: ExpressRequest, response: ExpressResponse): Promise<void> => {
    if (handler.on === "http") {
      const answer = await respond(handler, toRequest(request), contextFor(configuredDeadlineMs(), {}));
      const body = Buffer.from(await answer.arrayBuffer());
      response.status(answer.status).set(Object.fromEntries(answer.headers)).end(body);
      return;
    }
    const { message, deliveryAttempt } = request.body as Push;
    const context = contextFor(configuredDeadlineMs(), { messageId: message.messageId });
    try {
      await handler.handle(toMessage(message, deliveryAttempt), context);
      response.status(204).end();
    } catch (error) {
      context.log("failed", failure(error));
      response.status(500).end(); // anything but success makes Pub/Sub deliver again
    }
  };
}

function toMessage({ messageId, orderingKey, attributes = {}, data = "" }: Push["message"], attempt?: number) {
  const body = Buffer.from(data, "base64").toString();
  return { id: messageId, key: orderingKey, attempt, attributes, data: decode(body) };
}

function toRequest({ method, protocol, hostname, originalUrl, headers, rawBody }: ExpressRequest): Request {
  const plain = Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]);
  const hasBody = rawBody !== undefined && method !== "GET" && method !== "HEAD";
  return new Request(`${protocol}://${hostname}${originalUrl}`, {
    method,
    headers: plain,
    ...(hasBody && { body: new Uint8Array(rawBody) }),
  });
}
