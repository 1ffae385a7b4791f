import * as grpc from "@grpc/grpc-js";
import services from "@pulumi/pulumi/proto/analyzer_grpc_pb.js";
import messages from "@pulumi/pulumi/proto/analyzer_pb.js";
import pluginMessages from "@pulumi/pulumi/proto/plugin_pb.js";
import emptyPb from "google-protobuf/google/protobuf/empty_pb.js";
import { CHANNEL_OPTIONS, listen, unary } from "../../wire/grpc.ts";
import { decode, encode } from "../../wire/struct.ts";
import { equal } from "../../wire/value.ts";
import { releaseGuards } from "../rehearse/decommission.ts";
import { toolVersion } from "../version.ts";

const NAME = "archipel-decommission";
const POLICY = "release-guards";
const WITH_SECRETS = { secrets: true, references: false, outputs: false };

/** Serves a policy pack of one remediation, the real engine's means to change what an unmodified program asks for. */
export async function serveReleaseGuards(): Promise<void> {
  const server = new grpc.Server(CHANNEL_OPTIONS);
  server.addService(services.AnalyzerService, handlers());
  process.stdout.write(`${await listen(server)}\n`);
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.exit(0);
  }, 1000);
}

function handlers(): grpc.UntypedServiceImplementation {
  const on = <Request, Response>(handle: (request: Request) => Response) =>
    unary<Request, Response>(handle, (error) => ({
      code: grpc.status.UNKNOWN,
      details: String(error),
    })) as grpc.UntypedHandleCall;
  const empty = on(() => new emptyPb.Empty());
  return {
    handshake: on(() => new messages.AnalyzerHandshakeResponse()),
    configureStack: on(() => new messages.AnalyzerStackConfigureResponse()),
    configure: empty,
    cancel: empty,
    getPluginInfo: on(() => {
      const info = new pluginMessages.PluginInfo();
      info.setVersion(toolVersion());
      return info;
    }),
    getAnalyzerInfo: on(() => {
      const policy = new messages.PolicyInfo();
      policy.setName(POLICY);
      policy.setEnforcementlevel(messages.EnforcementLevel.REMEDIATE);
      const info = new messages.AnalyzerInfo();
      info.setName(NAME);
      info.setVersion(toolVersion());
      info.setPoliciesList([policy]);
      return info;
    }),
    analyze: on(() => new messages.AnalyzeResponse()),
    analyzeStack: on(() => new messages.AnalyzeResponse()),
    remediate: on(remediate),
  };
}

function remediate(request: messages.AnalyzeRequest): messages.RemediateResponse {
  const response = new messages.RemediateResponse();
  const before = decode(request.getProperties());
  const after = releaseGuards(before);
  if (equal(before, after)) return response;
  const remediation = new messages.Remediation();
  remediation.setPolicyname(POLICY);
  remediation.setPolicypackname(NAME);
  remediation.setPolicypackversion(toolVersion());
  remediation.setProperties(encode(after, WITH_SECRETS));
  response.setRemediationsList([remediation]);
  return response;
}
