import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Input } from "@pulumi/pulumi";
import type { Data } from "../core/data.ts";
import { dataTags } from "../core/data.ts";
import type { Site } from "../core/site.ts";
import { type Criticality, defaultCriticality, type Tags } from "../core/tags.ts";
import type { Transforms } from "../core/transform.ts";
import { type Limit, notWhole, validate } from "../core/validate.ts";
import type { Queue } from "../queue/index.ts";
import type { FunctionChildren, FunctionNative } from "./native.ts";

/** Memory that all clouds offer (Flex Consumption has the fewest sizes). */
export type MemoryMb = 512 | 2048 | 4096;
/** What makes a function run. */
export type Source = "http" | Queue;

export interface FunctionArgs {
  readonly site: Site;
  /** The file that exports `handler`: `new URL("./handlers/orders.ts", import.meta.url)`. */
  readonly entry: URL;
  /** What makes it run: requests, or the messages of queues. @default ["http"] */
  readonly on?: readonly Source[];
  /** @default 512 */
  readonly memoryMb?: MemoryMb;
  /** @default 60, or the shortest processing time of its queues */
  readonly timeoutSeconds?: number;
  /** How many run at once, at most; the clouds hold it approximately. @default 40 */
  readonly maxInstances?: number;
  /** What the handler reads from `process.env`; not for secrets. @default {} */
  readonly env?: Readonly<Record<string, Input<string>>>;
  /** How much depends on it; on Azure it decides the zones, and with them what is always ready. @default "standard" in prod, "low" in dev */
  readonly criticality?: Criticality;
  /** What only one cloud can do. @default {} */
  readonly native?: FunctionNative;
  /** Changes to the resources of one cloud. @default {} */
  readonly transform?: Transforms<FunctionChildren>;
}

/** `FunctionArgs` with every default applied and every limit checked. Cloud files see only this. */
export interface FunctionSpec {
  readonly entry: string;
  readonly http: boolean;
  readonly queues: readonly Queue[];
  readonly memoryMb: MemoryMb;
  readonly timeoutSeconds: number;
  readonly maxInstances: number;
  readonly env: Readonly<Record<string, Input<string>>>;
  readonly criticality: Criticality;
  /** What its code is to the register of processing. */
  readonly code: Data;
  readonly tags: Tags;
  readonly native: FunctionNative;
}

const RESERVED_ENV = /^(PORTABLE|AWS|AZURE|FUNCTIONS|BUS\d|AzureWebJobs|K_|WEBSITE)/;

export function resolveFunction(args: FunctionArgs): FunctionSpec {
  const { site, on = ["http"], memoryMb = 512, maxInstances = 40, env = {}, native = {} } = args;
  const entry = fileURLToPath(args.entry);
  const queues = on.filter((source) => source !== "http");
  const http = queues.length < on.length;
  const processing = queues.map(({ terms }) => terms.processingTimeoutSeconds);
  const timeoutSeconds = args.timeoutSeconds ?? Math.min(...(http ? [60] : processing), ...processing);
  const criticality = args.criticality ?? defaultCriticality(site.environment);
  // Azure answers a request within 230 s; the longest event of all is Google's, 540 s
  const longest = Math.min(http ? 230 : 540, ...processing);
  validate("invalid function", [
    ["entry", !existsSync(entry), "must be a file that exports `handler`"],
    ["on", on.length === 0, "must name at least one source"],
    ["on", http && queues.length > 0, "must be requests or queues, not both: a handler is one or the other"],
    ...queues.flatMap((queue, index) => sourceLimits(queue, `on[${index}]`, site)),
    [
      "memoryMb",
      ![512, 2048, 4096].includes(memoryMb),
      `must be 512, 2048 or 4096 (Flex Consumption), got ${memoryMb}`,
    ],
    [
      "timeoutSeconds",
      on.length > 0 && notWhole(timeoutSeconds, 1, longest),
      `must be 1 to ${longest} (the least of its sources), got ${timeoutSeconds}`,
    ],
    ["maxInstances", notWhole(maxInstances, 2, 1000), `must be 2 to 1000, got ${maxInstances}`],
    [
      "maxInstances",
      site.cloud === "azure" && maxInstances < 40,
      `must be 40 or more on Azure until Flex Consumption's least is known, got ${maxInstances}`,
    ],
    ...Object.keys(env).map((key): Limit => [`env.${key}`, RESERVED_ENV.test(key), "is a name the platform uses"]),
    [
      "native.azure.auth",
      http && site.cloud === "azure" && native.azure?.auth === undefined,
      "is required for requests: on Azure callers are admitted by an Entra application",
    ],
  ]);
  const owner = site.tags.owner ?? "platform";
  const code: Data = { class: "internal", purpose: "function-code", owner, retentionDays: 365 };
  const tags = { ...site.tags, ...dataTags(code), criticality };
  return { entry, http, queues, memoryMb, timeoutSeconds, maxInstances, env, criticality, code, tags, native };
}

function sourceLimits({ site: { cloud }, terms, logicalName }: Queue, path: string, home: Site): readonly Limit[] {
  return [
    [path, cloud !== home.cloud, `${logicalName} is on ${cloud}: a function listens on its own cloud`],
    [path, terms.delivery === "pull", `${logicalName} waits to be pulled: set its delivery to "push"`],
  ];
}
