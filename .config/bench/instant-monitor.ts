import * as grpc from "@grpc/grpc-js";
import engineServices from "@pulumi/pulumi/proto/engine_grpc_pb.js";
import engineMessages from "@pulumi/pulumi/proto/engine_pb.js";
import services from "@pulumi/pulumi/proto/resource_grpc_pb.js";
import messages from "@pulumi/pulumi/proto/resource_pb.js";
import emptyPb from "google-protobuf/google/protobuf/empty_pb.js";
import { CHANNEL_OPTIONS, listen } from "../../rehearsal/wire/grpc.ts";

type Call<Request> = { readonly request: Request };
type Answer<Response> = (error: null, response: Response) => void;

/** A monitor that thinks nothing: what a program costs by itself. */
export async function startInstantMonitor(): Promise<{ readonly address: string; stop(): void }> {
  const server = new grpc.Server(CHANNEL_OPTIONS);
  const empty = (_: unknown, answer: Answer<emptyPb.Empty>): void => answer(null, new emptyPb.Empty());
  const monitor: { readonly [method: string]: unknown } = Object.fromEntries(
    Object.keys(services.ResourceMonitorService).map((name) => [name, empty]),
  );
  server.addService(services.ResourceMonitorService, {
    ...monitor,
    getDeploymentInfo: (_: unknown, answer: Answer<messages.DeploymentInfo>) => {
      const info = new messages.DeploymentInfo();
      info.setProject("bench");
      info.setStack("bench");
      info.setSupportedfeaturesList([0, 1, 2, 3, 5, 7, 8, 9] as messages.ResourceMonitorFeature[]);
      answer(null, info);
    },
    registerResource: (
      { request }: Call<messages.RegisterResourceRequest>,
      answer: Answer<messages.RegisterResourceResponse>,
    ) => {
      const response = new messages.RegisterResourceResponse();
      response.setUrn(`urn:pulumi:bench::bench::${request.getType()}::${request.getName()}`);
      response.setId(request.getName());
      response.setObject(request.getObject());
      answer(null, response);
    },
  } as grpc.UntypedServiceImplementation);
  server.addService(engineServices.EngineService, {
    log: empty,
    getRootResource: (_: unknown, answer: Answer<engineMessages.GetRootResourceResponse>) =>
      answer(null, new engineMessages.GetRootResourceResponse()),
    setRootResource: (_: unknown, answer: Answer<engineMessages.SetRootResourceResponse>) =>
      answer(null, new engineMessages.SetRootResourceResponse()),
    startDebugging: empty,
    requirePulumiVersion: (_: unknown, answer: Answer<engineMessages.RequirePulumiVersionResponse>) =>
      answer(null, new engineMessages.RequirePulumiVersionResponse()),
  } as grpc.UntypedServiceImplementation);
  const port = await listen(server);
  return { address: `127.0.0.1:${port}`, stop: () => server.forceShutdown() };
}
