import { app, type HttpRequest, type InvocationContext } from "@azure/functions";
import {
  configuredDeadlineMs,
  contextFor,
  decode,
  failure,
  type Handler,
  type MessageHandler,
  respond,
} from "./handler.ts";

/** A queue to listen to, as the component writes it into the settings of the app. */
interface Listened {
  readonly name: string;
  readonly sessions: boolean;
}

/** Registers a handler with the Functions host. */
export function adapt(handler: Handler): void {
  if (handler.on === "http") {
    app.http("handler", {
      authLevel: "anonymous", // the platform's authentication stands before it
      methods: ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"],
      route: "{*path}",
      handler: async (request, invocation) => {
        const context = contextFor(configuredDeadlineMs(), { invocationId: invocation.invocationId });
        const answer = await respond(handler, await toRequest(request), context);
        return { status: answer.status, headers: Object.fromEntries(answer.headers), body: await answer.arrayBuffer() };
      },
    });
    return;
  }
  const queues = JSON.parse(process.env["PORTABLE_QUEUES"] ?? "[]") as Listened[];
  for (const [index, { name, sessions }] of queues.entries()) {
    app.serviceBusQueue(index === 0 ? "handler" : `handler${index}`, {
      connection: `BUS${index}`,
      queueName: name,
      isSessionsEnabled: sessions,
      handler: (body, invocation) => receive(handler, body, invocation),
    });
  }
}

async function receive(handler: MessageHandler<never>, body: unknown, { triggerMetadata = {} }: InvocationContext) {
  const { messageId, sessionId, deliveryCount, applicationProperties } = triggerMetadata;
  const id = String(messageId);
  const context = contextFor(configuredDeadlineMs(), { messageId: id });
  const message = {
    id,
    key: typeof sessionId === "string" ? sessionId : undefined,
    attempt: Number(deliveryCount),
    attributes: (applicationProperties ?? {}) as Record<string, string>,
    data: typeof body === "string" ? decode(body) : (body as never), // the host decodes what is marked as JSON
  };
  try {
    await handler.handle(message, context);
  } catch (error) {
    context.log("failed", failure(error));
    throw error; // gives the message back
  }
}

async function toRequest(request: HttpRequest): Promise<Request> {
  const { method, url, headers } = request;
  const bare = method === "GET" || method === "HEAD";
  return new Request(url, { method, headers: [...headers], ...(!bare && { body: await request.arrayBuffer() }) });
}
