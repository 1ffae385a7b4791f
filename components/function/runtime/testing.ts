import type { Cloud } from "../../core/site.ts";

/** A bundle after loading: what it exports, and what it registered with Azure's worker. */
export interface Loaded {
  readonly handler: (...args: unknown[]) => Promise<unknown>;
  readonly registered: { readonly metadata: object; readonly callback: (...args: never[]) => unknown }[];
}
interface Sent {
  readonly id: string;
  readonly key: string;
  readonly attempt: number;
  readonly attributes: Readonly<Record<string, string>>;
  readonly data: unknown;
}
interface Asked {
  readonly method: string;
  readonly path: string;
  readonly body: string | undefined;
}
type Failed = { readonly failed: readonly string[] };
type Answer = { readonly status: number; readonly json: unknown };

const lambda = { getRemainingTimeInMillis: () => 1000 };
const answer = (status: number, body: Buffer): Answer => ({
  status,
  json: body.length === 0 ? undefined : (JSON.parse(body.toString()) as unknown),
});

/** Messages as each cloud delivers them, and which of them came back. */
export const callMessages: { readonly [C in Cloud]: (loaded: Loaded, sent: readonly Sent[]) => Promise<Failed> } = {
  aws: async ({ handler }, sent) => {
    const Records = sent.map(({ id, key, attempt, attributes, data }) => ({
      messageId: id,
      body: JSON.stringify(data),
      eventSourceARN: "arn:aws:sqs:eu-west-1:111111111111:orders.fifo",
      attributes: { ApproximateReceiveCount: String(attempt), MessageGroupId: key },
      messageAttributes: Object.fromEntries(
        Object.entries(attributes).map(([name, stringValue]) => [name, { stringValue, dataType: "String" }]),
      ),
    }));
    const result = (await handler({ Records }, lambda)) as { batchItemFailures: { itemIdentifier: string }[] };
    return { failed: result.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier) };
  },
  gcp: async ({ handler }, sent) => {
    const failed: string[] = [];
    for (const { id, key, attempt, attributes, data } of sent) {
      const encoded = Buffer.from(JSON.stringify(data)).toString("base64");
      const message = { messageId: id, orderingKey: key, attributes, data: encoded };
      const response = expressResponse();
      await handler({ method: "POST", headers: {}, body: { deliveryAttempt: attempt, message } }, response);
      if (response.code !== 204) failed.push(id);
    }
    return { failed };
  },
  azure: async ({ registered }, sent) => {
    const failed: string[] = [];
    for (const { id, key, attempt, attributes, data } of sent) {
      const triggerMetadata = {
        messageId: id,
        sessionId: key,
        deliveryCount: attempt,
        applicationProperties: attributes,
      };
      await invokeAzure(registered, data, { triggerMetadata }).catch(() => failed.push(id));
    }
    return { failed };
  },
};

/** A request as each cloud hands it over, and the answer as the caller sees it. */
export const callHttp: { readonly [C in Cloud]: (loaded: Loaded, asked: Asked) => Promise<Answer> } = {
  aws: async ({ handler }, { method, path, body }) => {
    const [rawPath = "", rawQueryString = ""] = path.split("?");
    const requestContext = { requestId: "r-1", domainName: "x.lambda-url.eu-west-1.on.aws", http: { method } };
    const event = { rawPath, rawQueryString, headers: {}, body, isBase64Encoded: false, requestContext };
    const result = (await handler(event, lambda)) as { statusCode: number; body: string };
    return answer(result.statusCode, Buffer.from(result.body, "base64"));
  },
  gcp: async ({ handler }, { method, path, body }) => {
    const response = expressResponse();
    const rawBody = body === undefined ? undefined : Buffer.from(body);
    await handler(
      { method, protocol: "https", hostname: "x.run.app", originalUrl: path, headers: {}, rawBody },
      response,
    );
    return answer(response.code, response.body);
  },
  azure: async ({ registered }, { method, path, body }) => {
    const request = {
      method,
      url: `https://x.azurewebsites.net${path}`,
      headers: new Headers(),
      arrayBuffer: async () => Buffer.from(body ?? ""),
    };
    const result = (await invokeAzure(registered, request, {})) as { status: number; body: ArrayBuffer };
    return answer(result.status, Buffer.from(result.body));
  },
};

async function invokeAzure(registered: Loaded["registered"], input: unknown, context: object): Promise<unknown> {
  const [only] = registered;
  if (registered.length !== 1 || !only) throw new TypeError(`expected one function, got ${registered.length}`);
  const callback = only.callback as (...args: unknown[]) => unknown;
  return callback(input, { invocationId: "i-1", ...context });
}

function expressResponse() {
  const response = {
    code: 0,
    body: Buffer.alloc(0),
    status: (code: number) => Object.assign(response, { code }),
    set: () => response,
    end: (body: Buffer = Buffer.alloc(0)) => void Object.assign(response, { body }),
  };
  return response;
}
