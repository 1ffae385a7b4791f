import { isDnsLabel } from "../core/dns-label.ts";
import type { Limit } from "../core/validate.ts";
import { notWhole } from "../core/validate.ts";
import type { FederatedAppArgs } from "./args.ts";

const DNS_NAME = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$/;
const REGISTRY = /^[a-z0-9][a-z0-9.-]*(:\d+)?$/;

/** What names others, and may be misspelt. */
export function namingLimits(args: FederatedAppArgs): readonly Limit[] {
  const { env = {}, identity = {}, overrides = {}, allowFrom = [], calls = [], egress = [], route, federation } = args;
  const isMember = (name: string) => federation.members.some((member) => member.name === name);
  return [
    label("namespace.name", args.namespace.name),
    ["mesh.trustDomain", !DNS_NAME.test(args.mesh.trustDomain), `must be a DNS name, got ${args.mesh.trustDomain}`],
    ...(args.mesh.observability === undefined ? [] : [label("mesh.observability", args.mesh.observability)]),
    [
      "priorityClass",
      args.priorityClass !== undefined && (!isDnsLabel(args.priorityClass) || args.priorityClass.startsWith("system-")),
      `must be a class of ours, got ${args.priorityClass}`,
    ],
    ...Object.entries(env).flatMap(([name, value]): Limit[] => [
      [`env.${name}`, !/^[A-Za-z_][A-Za-z0-9_]*$/.test(name), "must be a name that shells take"],
      ...(isKey(value) ? [label(`env.${name}.secret`, value.secret)] : []),
    ]),
    ...Object.keys(identity).map((name): Limit => [`identity.${name}`, !isMember(name), `${name} is no member`]),
    ...Object.entries(overrides).flatMap(([name, { registry }]): Limit[] => [
      [`overrides.${name}`, !isMember(name), `${name} is no member`],
      [
        `overrides.${name}.registry`,
        registry !== undefined && !REGISTRY.test(registry),
        `must be a host, with a port or without, got ${registry}`,
      ],
    ]),
    ...allowFrom.flatMap(({ namespace, serviceAccount }, index): Limit[] => [
      label(`allowFrom[${index}].namespace`, namespace),
      label(`allowFrom[${index}].serviceAccount`, serviceAccount),
      [
        `allowFrom[${index}]`,
        allowFrom
          .slice(0, index)
          .some((other) => other.namespace === namespace && other.serviceAccount === serviceAccount),
        `${namespace}/${serviceAccount} is there twice`,
      ],
    ]),
    ...calls.flatMap(({ namespace, port }, index): Limit[] => [
      label(`calls[${index}].namespace`, namespace),
      [`calls[${index}].port`, notWhole(port, 1, 65_535), `must be 1 to 65535, got ${port}`],
    ]),
    ...egress.flatMap(({ host, port = 443 }, index): Limit[] => [
      [`egress[${index}].host`, !DNS_NAME.test(host), `must be a DNS name, got ${host}`],
      [`egress[${index}].host`, egress.slice(0, index).some((other) => other.host === host), `${host} is there twice`],
      [`egress[${index}].port`, notWhole(port, 1, 65_535), `must be 1 to 65535, got ${port}`],
    ]),
    ...(route === undefined ? [] : routeLimits(route)),
  ];
}

function routeLimits({ gateway, hosts, path = "/" }: NonNullable<FederatedAppArgs["route"]>): readonly Limit[] {
  return [
    label("route.gateway.name", gateway.name),
    label("route.gateway.namespace", gateway.namespace),
    ["route.hosts", hosts.length === 0, "must name at least one host: without, it would answer for all"],
    ...hosts.map((host): Limit => ["route.hosts", !DNS_NAME.test(host), `must be DNS names, got ${host}`]),
    ["route.path", !path.startsWith("/"), `must begin with /, got ${path}`],
  ];
}

function isKey(value: unknown): value is { readonly secret: string; readonly key: string } {
  return typeof value === "object" && value !== null && "secret" in value && "key" in value;
}

function label(path: string, value: string): Limit {
  return [path, !isDnsLabel(value), `must be a DNS label, got ${value}`];
}
