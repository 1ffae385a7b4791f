import { isList, isObject, type Properties, type Value } from "../../wire/value.ts";
import { bare } from "../life/bookkeeping.ts";
import { type Limit, shown, type TwinType } from "../type.ts";
import { metadataText, objectAt } from "./metadata.ts";

const source = "Kubernetes API reference: core/v1";
const listAt = (object: Properties, key: string): readonly Properties[] => {
  const value = bare(object[key]);
  return isList(value) ? value.map(bare).filter((one) => one !== undefined && isObject(one)) : [];
};

const KEY = /^[-._a-zA-Z0-9]{1,253}$/;
/** Keys become names of files. */
const keysFit = (inputs: Properties, maps: readonly string[]): readonly Limit[] =>
  maps.map((map) => {
    const wrong = Object.keys(objectAt(inputs, map)).find((key) => !KEY.test(key));
    return [
      map,
      wrong !== undefined,
      `Invalid value: "${wrong ?? ""}": a valid config key must consist of alphanumeric characters, '-', '_' or '.'`,
    ];
  });

const configMap: TwinType = {
  token: "kubernetes:core/v1:ConfigMap",
  limits: (inputs) => {
    const both = Object.keys(objectAt(inputs, "data")).find((key) => key in objectAt(inputs, "binaryData"));
    return [
      ...keysFit(inputs, ["data"]),
      ["binaryData", both !== undefined, `Invalid value: "${both ?? ""}": duplicate of key present in data`],
    ];
  },
  source,
};

/** What secrets of a type must have. */
const NEEDED: { readonly [type: string]: readonly string[] } = {
  "kubernetes.io/tls": ["tls.crt", "tls.key"],
  "kubernetes.io/dockerconfigjson": [".dockerconfigjson"],
  "kubernetes.io/ssh-auth": ["ssh-privatekey"],
};
const secret: TwinType = {
  token: "kubernetes:core/v1:Secret",
  limits: (inputs) => {
    const type = bare(inputs["type"]);
    const given = { ...objectAt(inputs, "data"), ...objectAt(inputs, "stringData") };
    const missing = (NEEDED[typeof type === "string" ? type : ""] ?? []).find((key) => !(key in given));
    return [
      ...keysFit(inputs, ["data", "stringData"]),
      ["type", missing !== undefined, `data[${missing ?? ""}]: Required value`],
    ];
  },
  source,
};

const SERVICE_NAME = /^[a-z]([-a-z0-9]{0,61}[a-z0-9])?$/;
/** Annotations by which balancers take addresses (AWS Load Balancer Controller, cloud-provider-azure). */
const ADDRESSES = [
  "service.beta.kubernetes.io/aws-load-balancer-private-ipv4-addresses",
  "service.beta.kubernetes.io/azure-load-balancer-ipv4",
];
function balancerAddresses(service: Properties): readonly Value[] {
  const spec = objectAt(service, "spec");
  if (bare(spec["type"]) !== "LoadBalancer") return [];
  const annotations = objectAt(objectAt(service, "metadata"), "annotations");
  const asked = ADDRESSES.flatMap((key) => shown(bare(annotations[key])).split(","));
  const given = listAt(objectAt(objectAt(service, "status"), "loadBalancer"), "ingress");
  return [spec["loadBalancerIP"] ?? "", ...asked, ...given.flatMap(({ ip, hostname }) => [ip ?? "", hostname ?? ""])];
}

const service: TwinType = {
  token: "kubernetes:core/v1:Service",
  // some serve an API server of their own, as Karmada does
  serves: (outputs) => balancerAddresses(outputs),
  limits: (inputs) => {
    const name = metadataText(inputs, "name");
    const spec = objectAt(inputs, "spec");
    const ports = listAt(spec, "ports");
    const outside = bare(spec["type"]) === "ExternalName";
    const isHeadless = bare(spec["clusterIP"]) === "None";
    return [
      [
        "metadata.name",
        typeof name === "string" && !SERVICE_NAME.test(name),
        "Invalid value: a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic character, and end with an alphanumeric character",
      ],
      ["spec.externalName", outside && spec["externalName"] === undefined, "spec.externalName: Required value"],
      ["spec.ports", "spec" in inputs && !outside && !isHeadless && ports.length === 0, "spec.ports: Required value"],
      [
        "spec.ports.name",
        ports.length > 1 && ports.some((port) => port["name"] === undefined),
        "spec.ports[].name: Required value",
      ],
    ];
  },
  source,
};

const pod: TwinType = {
  token: "kubernetes:core/v1:Pod",
  limits: (inputs) => {
    const spec = objectAt(inputs, "spec");
    const containers = listAt(spec, "containers");
    const names = containers.map(({ name }) => name);
    return [
      ["spec.containers", "spec" in inputs && containers.length === 0, "spec.containers: Required value"],
      ["spec.containers.name", new Set(names).size < names.length, "spec.containers[].name: Duplicate value"],
    ];
  },
  source,
};

/** Kinds of the core. */
export const core: readonly TwinType[] = [configMap, secret, service, pod];
