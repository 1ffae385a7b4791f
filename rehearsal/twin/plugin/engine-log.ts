import * as grpc from "@grpc/grpc-js";
import services from "@pulumi/pulumi/proto/engine_grpc_pb.js";
import messages from "@pulumi/pulumi/proto/engine_pb.js";
import type { Log, Severity } from "../../wire/provider.ts";

const SEVERITIES: { readonly [name in Severity]: messages.LogSeverity } = {
  debug: messages.LogSeverity.DEBUG,
  info: messages.LogSeverity.INFO,
  warning: messages.LogSeverity.WARNING,
  error: messages.LogSeverity.ERROR,
};

/** Says things through the engine that started a plugin, so that they stand beside the resource they are about. */
export function engineLog(address: string): { readonly log: Log; close(): void } {
  const client = new services.EngineClient(address, grpc.credentials.createInsecure());
  return {
    log: (severity, message, urn = "") => {
      const request = new messages.LogRequest();
      request.setSeverity(SEVERITIES[severity]);
      request.setMessage(message);
      request.setUrn(urn);
      // an engine that is gone hears nothing
      client.log(request, () => undefined);
    },
    close: () => client.close(),
  };
}
