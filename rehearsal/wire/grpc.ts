import * as grpc from "@grpc/grpc-js";
import { ProviderError, type StatusName } from "./provider.ts";

/** Pulumi's own message limit, in both directions; gRPC's default of 4 MB is too small for a state. */
export const CHANNEL_OPTIONS = {
  "grpc.max_receive_message_length": 400 * 1024 * 1024,
  "grpc.max_send_message_length": 400 * 1024 * 1024,
} as const;

const STATUS: { readonly [name in StatusName]: grpc.status } = {
  cancelled: grpc.status.CANCELLED,
  unknown: grpc.status.UNKNOWN,
  invalidArgument: grpc.status.INVALID_ARGUMENT,
  deadlineExceeded: grpc.status.DEADLINE_EXCEEDED,
  notFound: grpc.status.NOT_FOUND,
  alreadyExists: grpc.status.ALREADY_EXISTS,
  permissionDenied: grpc.status.PERMISSION_DENIED,
  resourceExhausted: grpc.status.RESOURCE_EXHAUSTED,
  failedPrecondition: grpc.status.FAILED_PRECONDITION,
  aborted: grpc.status.ABORTED,
  outOfRange: grpc.status.OUT_OF_RANGE,
  unimplemented: grpc.status.UNIMPLEMENTED,
  internal: grpc.status.INTERNAL,
  unavailable: grpc.status.UNAVAILABLE,
  dataLoss: grpc.status.DATA_LOSS,
  unauthenticated: grpc.status.UNAUTHENTICATED,
};
const NAMES = new Map(Object.entries(STATUS).map(([name, code]) => [code, name as StatusName]));
export const statusName = (code: grpc.status | undefined): StatusName =>
  NAMES.get(code ?? grpc.status.UNKNOWN) ?? "unknown";
export const statusCode = (name: StatusName): grpc.status => STATUS[name];

/** Serves on a free loopback port. */
export async function listen(server: grpc.Server): Promise<number> {
  return await new Promise((resolve, reject) => {
    server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, port) => {
      if (error) reject(error);
      else resolve(port);
    });
  });
}

export type Unary<Request, Response> = (
  request: Request,
  metadata: grpc.Metadata,
  options: Partial<grpc.CallOptions>,
  callback: (error: grpc.ServiceError | null, response: Response) => void,
) => grpc.ClientUnaryCall;

/** Calls a unary method; a failure becomes the port's error with gRPC's own words. */
export function call<Request, Response>(
  client: grpc.Client,
  method: Unary<Request, Response>,
  request: Request,
  deadlineMs?: number,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    const options = deadlineMs === undefined ? {} : { deadline: Date.now() + deadlineMs };
    method.call(client, request, new grpc.Metadata(), options, (error, response) => {
      if (error) reject(error);
      else resolve(response);
    });
  });
}

export const isServiceError = (error: unknown): error is grpc.ServiceError =>
  error instanceof Error && "code" in error && "details" in error;

export function toProviderError(error: unknown): ProviderError {
  if (error instanceof ProviderError) return error;
  if (isServiceError(error)) return new ProviderError(statusName(error.code), error.details);
  return new ProviderError("unknown", error instanceof Error ? error.message : String(error));
}

type Handler<Request, Response> = (
  request: Request,
  call: grpc.ServerUnaryCall<Request, Response>,
) => Response | Promise<Response>;

/** Turns an async function into a unary handler; `failure` says how an error is put on the wire. */
export function unary<Request, Response>(
  handle: Handler<Request, Response>,
  failure: (error: unknown) => Partial<grpc.StatusObject>,
): grpc.handleUnaryCall<Request, Response> {
  return (request, callback) => {
    Promise.resolve()
      .then(() => handle(request.request, request))
      .then(
        (response) => callback(null, response),
        (error: unknown) => callback(failure(error)),
      );
  };
}
