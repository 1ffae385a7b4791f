import { type Context, contextFor, decode, failure, type Handler, type MessageHandler, respond } from "./handler.ts";

interface SqsRecord {
  readonly messageId: string;
  readonly body: string;
  readonly eventSourceARN: string;
  readonly attributes: { readonly ApproximateReceiveCount: string; readonly MessageGroupId?: string };
  readonly messageAttributes?: Readonly<Record<string, { readonly stringValue?: string }>>;
}
interface SqsEvent {
  readonly Records: readonly SqsRecord[];
}
interface UrlEvent {
  readonly rawPath: string;
  readonly rawQueryString: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly isBase64Encoded: boolean;
  readonly requestContext: {
    readonly requestId: string;
    readonly domainName: string;
    readonly http: { readonly method: string };
  };
}
interface LambdaContext {
  getRemainingTimeInMillis(): number;
}

/** What Lambda calls, made of a handler. */
export function adapt(handler: Handler) {
  return handler.on === "message"
    ? (event: SqsEvent, lambda: LambdaContext) => batch(handler, event, lambda)
    : async (event: UrlEvent, lambda: LambdaContext) => {
        const context = contextFor(lambda.getRemainingTimeInMillis(), { requestId: event.requestContext.requestId });
        return toUrlResult(await respond(handler, toRequest(event), context));
      };
}

async function batch(handler: MessageHandler<never>, { Records }: SqsEvent, lambda: LambdaContext) {
  const context = (record: SqsRecord) => contextFor(lambda.getRemainingTimeInMillis(), { messageId: record.messageId });
  const failed = await Promise.all(lanes(Records).map((lane) => inOrder(handler, lane, context)));
  return { batchItemFailures: failed.flat().map(({ messageId }) => ({ itemIdentifier: messageId })) };
}

// the messages of one key must not overtake each other; keys, and all messages of an unordered queue, are independent
function lanes(records: readonly SqsRecord[]): SqsRecord[][] {
  const byLane = Map.groupBy(records, ({ eventSourceARN, messageId, attributes }) =>
    eventSourceARN.endsWith(".fifo") ? (attributes.MessageGroupId ?? "") : messageId,
  );
  return [...byLane.values()];
}

/** Returns what failed: the first message that does, and all behind it. */
async function inOrder(handler: MessageHandler<never>, lane: SqsRecord[], contextOf: (record: SqsRecord) => Context) {
  for (const [index, record] of lane.entries()) {
    const context = contextOf(record);
    try {
      await handler.handle(toMessage(record), context);
    } catch (error) {
      context.log("failed", failure(error));
      return lane.slice(index);
    }
  }
  return [];
}

function toMessage({ messageId, attributes, messageAttributes = {}, body }: SqsRecord) {
  return {
    id: messageId,
    key: attributes.MessageGroupId,
    attempt: Number(attributes.ApproximateReceiveCount),
    attributes: Object.fromEntries(
      Object.entries(messageAttributes).map(([name, { stringValue = "" }]) => [name, stringValue]),
    ),
    data: decode(body),
  };
}

function toRequest({ rawPath, rawQueryString, headers, body, isBase64Encoded, requestContext }: UrlEvent): Request {
  const query = rawQueryString === "" ? "" : `?${rawQueryString}`;
  return new Request(`https://${requestContext.domainName}${rawPath}${query}`, {
    method: requestContext.http.method,
    headers,
    ...(body !== undefined && { body: isBase64Encoded ? Buffer.from(body, "base64") : body }),
  });
}

async function toUrlResult(response: Response) {
  const body = Buffer.from(await response.arrayBuffer()).toString("base64");
  return { statusCode: response.status, headers: Object.fromEntries(response.headers), body, isBase64Encoded: true };
}
