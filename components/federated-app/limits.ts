import { isIP } from "node:net";
import { type Limit, notWhole, outside } from "../core/validate.ts";
import type { FederatedAppArgs, Probe, Scaling, Strategy } from "./args.ts";
import { namingLimits } from "./naming-limits.ts";
import { placementLimits } from "./placement-limits.ts";
import { objectsOf } from "./strategy.ts";

const MOST = Number.MAX_SAFE_INTEGER;
/** A digest and no tag that moves; OCI distribution specification 1.1. */
const IMAGE = /^[a-z0-9][a-z0-9.-]*(:\d+)?(\/[a-z0-9]+([._-]+[a-z0-9]+)*)+(:[\w][\w.-]{0,127})?@sha256:[0-9a-f]{64}$/;
const NAME = /^[a-z]([a-z0-9-]{0,53}[a-z0-9])?$/;
// ports of the sidecar (Istio's page on application requirements)
const OF_SIDECAR = [15_000, 15_090] as const;
const HTTP = new Set(["http", "http2"]);

/** Everything that can be wrong with an app, told at once. */
export function appLimits(name: string, args: FederatedAppArgs): readonly Limit[] {
  const { scaling, placement, federation, strategy = { kind: "rolling" }, image } = args;
  return [
    ["name", !NAME.test(name), `must be a DNS label of at most 55: its services are called after it, got ${name}`],
    [
      "image",
      !IMAGE.test(image) || /:latest@/.test(image),
      `must be <registry>/<repository>@sha256:<digest>: a tag may be another image tomorrow, got ${image}`,
    ],
    ["federation", federation.members.length === 0, "has no members"],
    ...scalingLimits(scaling),
    ...placementLimits(placement, scaling, federation.members),
    ...strategyLimits(args, strategy),
    ...portLimits(args),
    ...resourceLimits(args),
    ...podLimits(args),
    ...namingLimits(args),
  ];
}

function scalingLimits(scaling: Scaling): readonly Limit[] {
  if (scaling.kind === "fixed") {
    const { replicas } = scaling;
    return [["scaling.replicas", notWhole(replicas, 1, MOST), `must be 1 or more, got ${replicas}`]];
  }
  const { min, max, cpuPercent } = scaling;
  return [
    ["scaling.min", notWhole(min, 1, MOST), `must be 1 or more, got ${min}`],
    ["scaling.max", notWhole(max, 1, MOST), `must be 1 or more, got ${max}`],
    ["scaling.max", max < min, `must be at least scaling.min, ${min}, got ${max}`],
    ["scaling.cpuPercent", notWhole(cpuPercent, 1, 100), `must be 1 to 100 of what is asked for, got ${cpuPercent}`],
  ];
}

function strategyLimits(args: FederatedAppArgs, strategy: Strategy): readonly Limit[] {
  const objects = objectsOf(args);
  const refused = "refused" in objects ? objects.refused : undefined;
  const rollout = strategy.kind !== "rolling";
  const divided = args.placement.kind === "everywhere" && args.placement.surplus !== undefined;
  return [
    ["strategy.kind", refused !== undefined, refused ?? ""],
    ["strategy.kind", rollout && divided, "two Rollouts, minimum and surplus, cannot steer one service: use rolling"],
    ...(strategy.kind === "canary" ? canaryLimits(args, strategy) : []),
  ];
}

function canaryLimits(args: FederatedAppArgs, { steps, analysis }: Extract<Strategy, { kind: "canary" }>): Limit[] {
  const port = args.ports[0]?.protocol ?? "http";
  return [
    ["strategy.steps", steps.length === 0, "must name at least one step"],
    ["strategy.steps", steps.length > 0 && steps.at(-1)?.weightPercent !== 100, "must end at 100"],
    ...steps.flatMap(({ weightPercent, pauseSeconds }, index): Limit[] => [
      [
        `strategy.steps[${index}].weightPercent`,
        notWhole(weightPercent, 1, 100),
        `must be 1 to 100, got ${weightPercent}`,
      ],
      [
        `strategy.steps[${index}].weightPercent`,
        index > 0 && !(weightPercent > (steps[index - 1]?.weightPercent ?? 0)),
        "must be more than the step before",
      ],
      [
        `strategy.steps[${index}].pauseSeconds`,
        pauseSeconds !== undefined && notWhole(pauseSeconds, 1, MOST),
        `must be 1 or more, got ${pauseSeconds}`,
      ],
    ]),
    ["strategy", port === "tcp", "shares of calls exist for HTTP and gRPC, not for the first port's tcp"],
    [
      "route",
      args.route !== undefined,
      "the gateway's HTTPRoute does not see the shares of a canary: route to an app that calls this one, or use blueGreen",
    ],
    ...(analysis === undefined
      ? []
      : ([
          ["strategy.analysis.address", !URL.canParse(analysis.address), `must be a URL, got ${analysis.address}`],
          ["strategy.analysis.query", analysis.query.trim() === "", "must be PromQL"],
          ["strategy.analysis.atLeast", !Number.isFinite(analysis.atLeast), "must be a number"],
          [
            "strategy.analysis.intervalSeconds",
            notWhole(analysis.intervalSeconds ?? 60, 10, 3600),
            `must be 10 to 3600, got ${analysis.intervalSeconds}`,
          ],
          [
            "strategy.analysis.failures",
            notWhole(analysis.failures ?? 2, 0, 100),
            `must be 0 to 100, got ${analysis.failures}`,
          ],
        ] satisfies Limit[])),
  ];
}

function portLimits({ ports, probes }: FederatedAppArgs): readonly Limit[] {
  const repeated = (index: number, same: (other: FederatedAppArgs["ports"][number]) => boolean) =>
    ports.slice(0, index).some(same);
  return [
    ["ports", ports.length === 0, "must name at least one port"],
    ...ports.flatMap(({ name, port }, index): Limit[] => [
      [
        `ports[${index}].name`,
        !/^[a-z]([a-z0-9-]{0,13}[a-z0-9])?$/.test(name),
        `must be a word of 1 to 15 (RFC 6335), got ${name}`,
      ],
      [`ports[${index}].name`, repeated(index, (other) => other.name === name), `${name} is there twice`],
      [
        `ports[${index}].port`,
        notWhole(port, 1024, 65_535),
        `must be 1024 to 65535: below, a pod needs a right that it does not have, got ${port}`,
      ],
      [`ports[${index}].port`, repeated(index, (other) => other.port === port), `${port} is there twice`],
      [`ports[${index}].port`, !outside(port, ...OF_SIDECAR), `${port} is the sidecar's (${OF_SIDECAR.join(" to ")})`],
    ]),
    ...Object.entries(probes as unknown as Readonly<Record<string, Probe | undefined>>).flatMap(
      ([kind, probe]): Limit[] => {
        if (probe === undefined) return [];
        const { path, periodSeconds = 10 } = probe;
        const port = ports.find(({ name }) => name === probe.port);
        return [
          [`probes.${kind}.port`, port === undefined, `${probe.port} is no port of the app`],
          [`probes.${kind}.path`, path !== undefined && !path.startsWith("/"), `must begin with /, got ${path}`],
          [
            `probes.${kind}.path`,
            path !== undefined && port !== undefined && !HTTP.has(port.protocol ?? "http"),
            `needs a port that speaks HTTP, and ${probe.port} does not`,
          ],
          [`probes.${kind}.periodSeconds`, notWhole(periodSeconds, 1, 300), `must be 1 to 300, got ${periodSeconds}`],
        ];
      },
    ),
    ["probes.readiness", (probes as { readiness?: Probe }).readiness === undefined, "is needed"],
  ];
}

function resourceLimits({ resources }: FederatedAppArgs): readonly Limit[] {
  const { cpuMillis, memoryMb, cpuLimitMillis, memoryLimitMb } = resources;
  return [
    ["resources.cpuMillis", notWhole(cpuMillis, 1, MOST), `must be 1 or more, got ${cpuMillis}`],
    ["resources.memoryMb", notWhole(memoryMb, 1, MOST), `must be 1 or more, got ${memoryMb}`],
    [
      "resources.cpuLimitMillis",
      cpuLimitMillis !== undefined && notWhole(cpuLimitMillis, cpuMillis, MOST),
      `must be at least what is asked for, ${cpuMillis}, got ${cpuLimitMillis}`,
    ],
    [
      "resources.memoryLimitMb",
      memoryLimitMb !== undefined && notWhole(memoryLimitMb, memoryMb, MOST),
      `must be at least what is asked for, ${memoryMb}, got ${memoryLimitMb}`,
    ],
  ];
}

function podLimits(args: FederatedAppArgs): readonly Limit[] {
  const { user = 65_532, drainSeconds = 10, shutdownSeconds = 30, failoverSeconds = 300, mesh } = args;
  return [
    ["failoverSeconds", notWhole(failoverSeconds, 0, 86_400), `must be 0 to 86400, got ${failoverSeconds}`],
    ["user", notWhole(user, 1, 2_147_483_647), `must be 1 or more: 0 is root, got ${user}`],
    ["drainSeconds", notWhole(drainSeconds, 1, 300), `must be 1 to 300, got ${drainSeconds}`],
    ["shutdownSeconds", notWhole(shutdownSeconds, 1, 3600), `must be 1 to 3600, got ${shutdownSeconds}`],
    ...mesh.gatewayRanges.map((range): Limit => {
      const [address = "", bits = "", ...more] = range.split("/");
      const wrong = isIP(address) !== 4 || more.length > 0 || bits === "" || notWhole(Number(bits), 8, 32);
      return ["mesh.gatewayRanges", wrong, `must be private ranges of IPv4, /8 or smaller, got ${range}`];
    }),
  ];
}
