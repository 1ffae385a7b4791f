import { type Properties, UNKNOWN } from "../../wire/value.ts";
import { type Limit, type TwinType, text } from "../type.ts";
import { core } from "./core.ts";
import { kindOf } from "./kind.ts";
import { metadataText, objectAt } from "./metadata.ts";

const source = "Kubernetes API reference and API conventions";
const DNS_LABEL = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;

/** A selector that does not match the template's labels is refused by the API server. */
const selectorMatches = (inputs: Properties): readonly Limit[] => {
  const spec = objectAt(inputs, "spec");
  const wanted = objectAt(objectAt(spec, "selector"), "matchLabels");
  const labels = objectAt(objectAt(objectAt(spec, "template"), "metadata"), "labels");
  const off = Object.keys(wanted).some(
    (key) => wanted[key] !== UNKNOWN && labels[key] !== UNKNOWN && wanted[key] !== labels[key],
  );
  return [["spec.selector", off, "Invalid value: `selector` does not match template `labels`"]];
};
const workload = (kind: string): TwinType => ({ token: `kubernetes:apps/v1:${kind}`, limits: selectorMatches, source });

const namespace: TwinType = {
  token: "kubernetes:core/v1:Namespace",
  limits: (inputs) => {
    const name = metadataText(inputs, "name");
    return [
      [
        "metadata.name",
        typeof name === "string" && !DNS_LABEL.test(name),
        "Invalid value: a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-'",
      ],
    ];
  },
  takesDown: ({ world, site }, id) =>
    world
      .within("kubernetes", site.account)
      .filter(({ type, id: other }) => kindOf(type).namespaced && other.startsWith(`${id}/`)),
  source,
};

const release: TwinType = {
  token: "kubernetes:helm.sh/v3:Release",
  id: ({ inputs, name, dice }) =>
    `${text(inputs, "namespace") ?? "default"}/${text(inputs, "name") ?? `${name}-${dice.hex("release", 8)}`}`,
  computed: ({ inputs }, id) => {
    const [namespaceName = "", own = ""] = id.split("/");
    const chart = text(inputs, "chart") ?? "";
    return {
      name: own,
      namespace: namespaceName,
      resourceNames: {},
      status: {
        appVersion: "",
        chart: chart.slice(chart.lastIndexOf("/") + 1),
        name: own,
        namespace: namespaceName,
        revision: 1,
        status: "deployed",
        version: text(inputs, "version") ?? "",
      },
    };
  },
  forceNew: ["name", "namespace"],
  otherwise: "update",
  source: "Helm documentation: releases, their names and namespaces",
};

const all: readonly TwinType[] = [
  workload("Deployment"),
  workload("StatefulSet"),
  workload("DaemonSet"),
  namespace,
  release,
  ...core,
];

/** Hand knowledge of kinds: a new file adds its line here. */
export const types: ReadonlyMap<string, TwinType> = new Map(all.map((type) => [type.token, type]));
