import { type Limit, notWhole, outside } from "../core/validate.ts";
import type { Issuer, MeshArgs, Telemetry, Traffic, Trust } from "./args.ts";
import { kubernetesOf, MINORS } from "./versions.ts";

/** What is the same in every cluster. */
export interface MeshSettings {
  readonly trustDomain: string;
  readonly version: string;
  readonly images: string;
  readonly interception: "node" | "pod";
  readonly traffic: Required<Traffic>;
  readonly telemetry: Required<Telemetry> | undefined;
  readonly egress: readonly Required<NonNullable<MeshArgs["egress"]>[number]>[];
}
/** What a mesh gets that does not say. */
export const DEFAULT_VERSION = "1.31.0";
const IMAGES = "registry.istio.io/release";
/** What Kubernetes takes as a name that is also a DNS label. */
export const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
const HOST = /^(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)+$/;

/** Every default of what is the same in every cluster. */
export function settingsOf(args: MeshArgs): MeshSettings {
  const { telemetry, clusters, trustDomain } = args;
  const { version = DEFAULT_VERSION, images = IMAGES, interception = "node" } = args;
  const everywhere = clusters.map(({ name }) => name);
  return {
    trustDomain,
    version,
    images,
    interception,
    traffic: {
      retries: 2,
      attemptTimeoutSeconds: 5,
      connectTimeoutSeconds: 3,
      errorsBeforeEjection: 5,
      ejectionSeconds: 30,
      pendingRequests: 1024,
      ...args.traffic,
    },
    telemetry: telemetry && { port: 4317, samplingPercent: 1, ...telemetry },
    egress: (args.egress ?? []).map((one) => ({ ports: [443], clusters: everywhere, ...one })),
  };
}

/** The namespace that spans are sent to; undefined where they are sent nowhere. */
export function collectorNamespace({ telemetry }: MeshSettings): string | undefined {
  return telemetry?.service.split(".")[1];
}

/** The issuer of a cluster's authority; undefined where none is named for it. */
export function issuerOf(trust: Extract<Trust, { kind: "issuer" }>, cluster: string): Issuer | undefined {
  const { issuer } = trust;
  return isIssuer(issuer) ? issuer : issuer[cluster];
}

function isIssuer(issuer: Extract<Trust, { kind: "issuer" }>["issuer"]): issuer is Issuer {
  return typeof issuer.pathLength === "number";
}

/** The limits of what is the same in every cluster. */
export function settingLimits({ version, images, traffic, telemetry, egress }: MeshSettings): readonly Limit[] {
  return [
    [
      "version",
      kubernetesOf(version) === undefined,
      `must be a release, with its patch, of ${MINORS.join(" or ")} (versions.ts says why), got ${version}`,
    ],
    ["images", images.endsWith("/") || !images.includes("/"), `must be <registry>/<path>, got ${images}`],
    ["traffic.retries", notWhole(traffic.retries, 0, 10), `must be 0 to 10, got ${traffic.retries}`],
    ...(["attemptTimeoutSeconds", "connectTimeoutSeconds", "ejectionSeconds"] as const).map(
      (key): Limit => [`traffic.${key}`, outside(traffic[key], 1, 3600), `must be 1 to 3600, got ${traffic[key]}`],
    ),
    ...(["errorsBeforeEjection", "pendingRequests"] as const).map(
      (key): Limit => [
        `traffic.${key}`,
        notWhole(traffic[key], 1, 100_000),
        `must be 1 to 100000, got ${traffic[key]}`,
      ],
    ),
    [
      "telemetry.samplingPercent",
      outside(telemetry?.samplingPercent ?? 1, 0, 100),
      `must be 0 to 100, got ${telemetry?.samplingPercent}`,
    ],
    ["telemetry.service", telemetry !== undefined && !HOST.test(telemetry.service), "must be a service's full name"],
    ...egress.flatMap(({ name, hosts, ports }, index): Limit[] => [
      [`egress[${index}].name`, !LABEL.test(name), `must be a DNS label, got ${name}`],
      [`egress[${index}].name`, egress.findIndex((one) => one.name === name) < index, `${name} is there twice`],
      [`egress[${index}].hosts`, hosts.length === 0, "must name at least one host"],
      ...hosts.map((host): Limit => [`egress[${index}].hosts`, !HOST.test(host), `must be DNS names, got ${host}`]),
      ...portLimits(`egress[${index}].ports`, ports),
    ]),
  ];
}

/** The limits of a list of ports. */
export function portLimits(path: string, ports: readonly number[]): readonly Limit[] {
  return [
    [path, ports.length === 0, "must name at least one port"],
    ...ports.map((port): Limit => [path, notWhole(port, 1, 65_535), `must be 1 to 65535, got ${port}`]),
  ];
}
