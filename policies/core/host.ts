import { createRequire } from "node:module";
import type { ServerUnaryCall, sendUnaryData, UntypedServiceImplementation } from "@grpc/grpc-js";
import type { ConfigureAnalyzerRequest } from "@pulumi/pulumi/proto/analyzer_pb.js";
import { type Configuration, type PolicyConfig, SECRETS } from "./configuration.ts";
import type { Configured } from "./level.ts";
import { ARCHIVE_SIGNATURE, ASSET_SIGNATURE, SIGNATURE } from "./signatures.ts";

const LEVELS: readonly Configured[] = ["advisory", "mandatory", "disabled", "remediate"];

type Struct = { toJavaScript(): Record<string, unknown> };
interface Deserializer {
  deserializeProperties: (outputs: Struct, proxySecrets: boolean) => unknown;
}
interface Grpc {
  readonly Server: {
    prototype: { addService: (this: unknown, service: unknown, handlers: UntypedServiceImplementation) => void };
  };
}

const here = createRequire(import.meta.url);
// the SDK's own copy, which need not be the one this file would get
const sdk = createRequire(here.resolve("@pulumi/policy"));

/**
 * Makes an SDK process fit to be a pack: an empty asset does not hang it, a lost promise ends it,
 * and the configuration of every policy can be seen by the one that does the work.
 */
export function prepareHost(onConfigure: (policies: Configuration) => void): void {
  fillEmptyAssets();
  seeConfigure(sdk("@grpc/grpc-js") as Grpc, onConfigure);
  process.on("unhandledRejection", (error) => {
    console.error(error);
    process.exit(1);
  });
}

/** The SDK throws outside its try block on an asset without content, and never answers. */
export function fillEmptyAssets(): void {
  const module = sdk("@pulumi/policy/deserialize") as Deserializer;
  const { deserializeProperties } = module;
  module.deserializeProperties = (outputs, proxySecrets) =>
    deserializeProperties({ toJavaScript: () => filled(outputs.toJavaScript()) }, proxySecrets);
}

// the same value, with something in every asset and archive that has nothing
function filled<T>(value: T): T {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(filled) as T;
  const entries = Object.entries(value).map(([key, item]) => [key, filled(item)] as const);
  const copy: Record<string, unknown> = Object.fromEntries(entries);
  const empty = !copy["path"] && !copy["uri"];
  if (copy[SIGNATURE] === ASSET_SIGNATURE && empty && !copy["text"]) copy["text"] = "\n";
  if (copy[SIGNATURE] === ARCHIVE_SIGNATURE && empty && !copy["assets"]) copy["assets"] = {};
  return copy as T;
}

// the SDK shows a policy its own configuration only
function seeConfigure({ Server }: Grpc, onConfigure: (policies: Configuration) => void): void {
  const { addService } = Server.prototype;
  Server.prototype.addService = function patched(service, handlers) {
    const configure = handlers["configure"] as (call: ConfigureCall, callback: sendUnaryData<unknown>) => void;
    const seen = (call: ConfigureCall, callback: sendUnaryData<unknown>) => {
      try {
        onConfigure(policiesOf(call.request));
        keepProbing(call.request);
      } catch (error) {
        callback(error instanceof Error ? error : new Error("configuration refused"));
        return;
      }
      configure(call, callback);
    };
    addService.call(this, service, { ...handlers, configure: seen });
  };
}

type ConfigureCall = ServerUnaryCall<ConfigureAnalyzerRequest, unknown>;

// one level for all rules is not meant for what only looks
function keepProbing(request: ConfigureAnalyzerRequest): void {
  const probe = request.getPolicyconfigMap().get(SECRETS);
  if (probe === undefined || LEVELS[probe.getEnforcementlevel()] === "disabled") return;
  probe.setEnforcementlevel(LEVELS.indexOf("remediate") as 3);
}

function policiesOf(request: ConfigureAnalyzerRequest): Record<string, PolicyConfig> {
  const policies: Record<string, PolicyConfig> = {};
  request.getPolicyconfigMap().forEach((config, name) => {
    policies[name] = {
      level: LEVELS[config.getEnforcementlevel()] ?? "advisory",
      properties: config.getProperties()?.toJavaScript() ?? {},
    };
  });
  return policies;
}
