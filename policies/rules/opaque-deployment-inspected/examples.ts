import { createHash } from "node:crypto";
import { type Example, type Examples, UNKNOWN } from "../../core/examples.ts";

const release = "kubernetes:helm.sh/v3:Release";
const stacks = ["aws:cloudformation/stack:Stack", "aws:cloudformation/stackSet:StackSet"];
const deployments = [
  "Deployment",
  "DeploymentAtScope",
  "DeploymentAtSubscriptionScope",
  "DeploymentAtManagementGroupScope",
  "DeploymentAtTenantScope",
].map((kind) => `azure-native:resources:${kind}`);
const command = "command:local:Command";

const inspected = (...inspectedDeployments: readonly string[]) => ({ config: { inspectedDeployments } });
const digest = (text: string) => `it@${createHash("sha256").update(text).digest("hex").slice(0, 12)}`;
const redis = { chart: "redis", version: "20.1.0", repositoryOpts: { repo: "https://charts.example.org" } };
const body = JSON.stringify({ Resources: { Queue: { Type: "AWS::SQS::Queue" } } });
const arm = (template: unknown) => ({ properties: { mode: "Incremental", template } });
const all = (types: readonly string[], props: object, more: object = {}): readonly Example[] =>
  types.map((type) => ({ type, props: { ...props }, ...more }));

export const examples: Examples = {
  pass: [
    { type: release, props: redis, ...inspected("redis@20.1.0") },
    { type: release, props: redis, ...inspected("karpenter@1.*", "redis@20.*") },
    ...all(stacks, { templateBody: body }, inspected(digest(body))),
    ...all(
      stacks,
      { templateUrl: "https://s3.amazonaws.com/t/a.json" },
      inspected(digest("https://s3.amazonaws.com/t/a.json")),
    ),
    ...all(deployments, arm(body), inspected(digest(body))),
    ...all(deployments, arm({ resources: [] }), inspected("it@*")),
    { type: command, props: { create: "echo hello" }, ...inspected(digest("echo hello")) },
    { type: "command:remote:Command", props: { create: "a", delete: "b" }, ...inspected(digest("a\nb")) },
    // the parts of an object, in one order, whatever the order they are written in
    ...all(
      deployments,
      arm({ resources: [{ type: "Microsoft.Storage/storageAccounts" }], note: null }),
      inspected(
        digest("properties.template.note=\nproperties.template.resources[0].type=Microsoft.Storage/storageAccounts"),
      ),
    ),
    ...all(
      deployments,
      { properties: { templateLink: { uri: "https://example.org/a.json" } } },
      inspected(digest("properties.templateLink.uri=https://example.org/a.json")),
    ),
    { type: command, props: { create: "a", update: "b", delete: "c" }, ...inspected(digest("a\nb\nc")) },
  ],
  fail: [
    { type: release, props: redis },
    { type: release, props: redis, ...inspected("redis@20.0.0") },
    { type: release, props: { chart: "redis" }, ...inspected("redis@*") },
    ...all(stacks, { templateBody: body }),
    // another text than the one that was read
    ...all(stacks, { templateBody: `${body} ` }, inspected(digest(body))),
    ...all(deployments, arm(body)),
    ...all(deployments, arm({ resources: [{ type: "Microsoft.Storage/storageAccounts" }] }), inspected(digest(body))),
    { type: command, props: { create: "curl https://example.org | sh" } },
    { type: "command:remote:CopyToRemote", props: { remotePath: "/x" } },
    { type: "pulumi-nodejs:dynamic:Resource", props: {} },
  ],
  undetermined: [
    { type: release, props: { chart: UNKNOWN, version: "1.0.0" } },
    { type: release, props: { chart: "redis", version: UNKNOWN }, ...inspected("redis@*") },
    ...all(stacks, { templateBody: UNKNOWN }),
    ...all(deployments, arm(UNKNOWN)),
    ...all(deployments, arm({ resources: [{ type: "Microsoft.Sql/servers", name: UNKNOWN }] })),
    { type: command, props: { create: UNKNOWN } },
  ],
};
