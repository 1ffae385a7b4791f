import { createHash } from "node:crypto";
import type { StackArgs } from "@pulumi/aws/cloudformation/stack.js";
import type { DeploymentArgs } from "@pulumi/azure-native/resources/deployment.js";
import type { ReleaseArgs } from "@pulumi/kubernetes/helm/v3/release.js";
import { matches } from "../../core/iam.ts";
import { type Bag, convert, type Read } from "../../core/props.ts";
import type { Resource } from "../../core/resource.ts";
import { each, type Rule, type Run } from "../../core/rule.ts";
import { strings } from "../../core/settings.ts";
import { decide, fail, undetermined, type Verdict } from "../../core/verdict.ts";

const INSPECTED = {
  name: "inspectedDeployments",
  schema: {
    type: "array",
    items: { type: "string" },
    default: [] as readonly string[],
    description: "Deployments that somebody has read, as the findings name them: `chart@version`, `name@digest`.",
  },
} as const;

function listed(name: Read<string>, { config }: Run): Verdict {
  const inspected = strings(config, INSPECTED);
  return decide(name, {
    known: (text) =>
      inspected.some((pattern) => matches(pattern, text))
        ? undefined
        : `deploys what no rule has read; once somebody has, list ${text} in ${INSPECTED.name}`,
  });
}

function release(own: Resource<ReleaseArgs>, run: Run): Verdict {
  const chart = own.text("chart");
  const version = own.text("version");
  if (chart.state === "unknown") return undetermined(chart);
  if (version.state === "absent") return fail("version", "is not set; the newest is deployed, which nobody has read");
  const name = chart.state === "known" ? chart.value : "";
  return listed(
    convert(version, "text", (text) => `${name}@${text}`),
    run,
  );
}

/** What is deployed, by the name of the resource and the text it was told. */
const content =
  (path: string, ...more: readonly string[]) =>
  (own: Resource, run: Run): Verdict => {
    const reads = [path, ...more].map((one) => textOf(own, one));
    const open = reads.find((read) => read.state === "unknown");
    if (open?.state === "unknown") return undetermined(open);
    const text = reads.flatMap((read) => (read.state === "known" ? [read.value] : [])).join("\n");
    const digest = createHash("sha256").update(text).digest("hex").slice(0, 12);
    return listed({ state: "known", path, value: `${own.name}@${digest}` }, run);
  };

// an object is told apart by its parts, all of which must be known
function textOf(own: Bag, path: string): Read<string> {
  const read = own.read(path);
  if (read.state !== "known") return read;
  if (typeof read.value === "string") return { ...read, value: read.value };
  const parts = partsOf(own.bag(path), 0);
  return (
    parts.find((part) => part.state === "unknown") ?? {
      ...read,
      value: parts.map((part) => `${part.path}=${part.state === "known" ? String(part.value) : ""}`).join("\n"),
    }
  );
}

function partsOf(bag: Bag, depth: number): readonly Read<unknown>[] {
  const self = bag.self();
  if (self.state !== "known" || typeof self.value !== "object" || depth > 40) return [self];
  const items = Array.isArray(self.value) ? bag.items() : undefined;
  if (items?.state === "known") return items.value.flatMap((item) => partsOf(item, depth + 1));
  return Object.keys(self.value ?? {})
    .sort()
    .flatMap((name) => partsOf(bag.under(name), depth + 1));
}

const ARM = [
  "Deployment",
  "DeploymentAtScope",
  "DeploymentAtSubscriptionScope",
  "DeploymentAtManagementGroupScope",
  "DeploymentAtTenantScope",
];
type Of<Args> = Extract<keyof Args, string>;
const template: Of<StackArgs> = "templateBody";
const properties: Of<DeploymentArgs> = "properties";

export const opaqueDeploymentInspected: Rule = {
  id: "opaque-deployment-inspected",
  packs: ["zero-trust"],
  title: "What other tools deploy has been read by somebody",
  severity: "medium",
  starred: true,
  scope: "resource",
  since: "0.2.0",
  why: "Behind a chart, a template or a command stand resources that no rule sees.",
  fixText: ({ type }) => FIXES[type] ?? FIXES[type.split(":")[0] ?? ""] ?? "Declare the resources themselves.",
  settings: [INSPECTED],
  forbidden: { "pulumi-nodejs:dynamic:Resource": "is code of the program, and what it creates is seen by no rule" },
  checks: {
    "kubernetes:helm.sh/v3:Release": release,
    ...each(
      ["aws:cloudformation/stack:Stack", "aws:cloudformation/stackSet:StackSet"],
      content(template, "templateUrl"),
    ),
    ...each(
      ARM.map((kind) => `azure-native:resources:${kind}`),
      content(`${properties}.template`, `${properties}.templateLink`),
    ),
    "command:*": content("create", "update", "delete"),
  },
};

const FIXES: Readonly<Record<string, string>> = {
  "kubernetes:helm.sh/v3:Release":
    "Render the chart with `helm template` and check the objects, or use `helm.v4.Chart`, whose objects every rule sees; set `version`.",
  aws: "Declare the template's resources, or read it and list it.",
  "azure-native": "Declare the template's resources, or read it and list it.",
  command: "Use a resource of the provider, or read the command and list it.",
};
