import type { FunctionArgs as LambdaArgs } from "@pulumi/aws/lambda/function.js";
import type { FunctionArgs } from "@pulumi/gcp/cloudfunctionsv2/function.js";
import type { ServiceArgs } from "@pulumi/gcp/cloudrunv2/service.js";
import type { InstanceArgs } from "@pulumi/gcp/compute/instance.js";
import type { InstanceFromTemplateArgs } from "@pulumi/gcp/compute/instanceFromTemplate.js";
import type { ClusterArgs } from "@pulumi/gcp/container/cluster.js";
import type { NodePoolArgs } from "@pulumi/gcp/container/nodePool.js";
import type { Graph } from "../../core/graph.ts";
import type { Bag, Path, Read } from "../../core/props.ts";
import type { Resource } from "../../core/resource.ts";
import { each, type GraphRun, type Rule } from "../../core/rule.ts";
import { anyOf, holds, onlyIf } from "../../core/truth.ts";
import { decide, every, fail, PASS, undetermined, type Verdict } from "../../core/verdict.ts";
import { GKE, isAutopilot, ofOwnPools } from "../../models/gke.ts";
import { FROM_TEMPLATE, ofTemplate, TEMPLATES } from "../../models/instance-template.ts";
import { typeOf } from "../../models/reference.ts";
import { APP, app } from "./azure.ts";

const LAMBDA = "aws:lambda/function:Function";
const FUNCTION = "gcp:cloudfunctionsv2/function:Function";
const SERVICE = "gcp:cloudrunv2/service:Service";
const ACCOUNT = "gcp:serviceaccount/account:Account";
const DEFAULT_ACCOUNT = /^default$|-compute@developer\.gserviceaccount\.com$|@appspot\.gserviceaccount\.com$/;

const lambdaRole: Path<LambdaArgs> = "role";
const functionAccount: Path<FunctionArgs> = "serviceConfig.serviceAccountEmail";
const serviceAccount: Path<ServiceArgs> = "template.serviceAccount";
const machineAccount: keyof InstanceArgs & keyof InstanceFromTemplateArgs = "serviceAccount";
const nodeAccount: Path<NodePoolArgs> = "nodeConfig.serviceAccount";
const madeAccount: Path<ClusterArgs> = "clusterAutoscaling.autoProvisioningDefaults.serviceAccount";

/** Where a workload says who it is, the type of what it names there, and who else may name the same. */
interface Place {
  readonly path: string;
  readonly named: string;
  readonly peers: readonly string[];
}
const PLACES: Readonly<Record<string, Place>> = {
  [LAMBDA]: { path: lambdaRole, named: "aws:iam/role:Role", peers: [LAMBDA] },
  [FUNCTION]: { path: functionAccount, named: ACCOUNT, peers: [FUNCTION, SERVICE] },
  [SERVICE]: { path: serviceAccount, named: ACCOUNT, peers: [FUNCTION, SERVICE] },
};

function alone(own: Resource, graph: Graph): Verdict {
  const { path, peers } = PLACES[own.type] as Place;
  let open: Verdict = PASS;
  for (const other of peers.flatMap((type) => graph.ofType(type))) {
    if (other === own) continue;
    const [mine, theirs] = [identityOf(own), identityOf(other)];
    const tied = mine.urns.length > 0 && theirs.urns.length > 0;
    const equal = mine.text.state === "known" && theirs.text.state === "known" && mine.text.value === theirs.text.value;
    const same = tied ? mine.urns.some((urn) => theirs.urns.includes(urn)) : equal;
    if (same) return fail(path, `is also the identity of ${other.name}`);
    const unread = [mine.text, theirs.text].find(({ state }) => state === "unknown");
    if (!tied && unread?.state === "unknown") open = undetermined(unread);
  }
  return open;
}

function identityOf(workload: Resource): { readonly text: Read<string>; readonly urns: readonly string[] } {
  const { path, named } = PLACES[workload.type] as Place;
  const edges = workload.edges[path.split(".")[0] ?? ""] ?? [];
  return { text: workload.text(path), urns: edges.filter((urn) => typeOf(urn) === named) };
}

function notDefault(account: Read<string>): Verdict {
  return decide(account, {
    known: (email) => (DEFAULT_ACCOUNT.test(email) ? "is the default account of the project" : undefined),
    absent: "is not set; default is the account of the project, which everything shares",
  });
}

const ofCloud =
  (path: string) =>
  (own: Resource, { graph }: GraphRun): readonly Verdict[] =>
    every([notDefault(own.text(path)), alone(own, graph)]);

/** A machine without an account block has no identity at all. */
function machine(own: Bag): Verdict {
  const block = own.bag(machineAccount);
  const self = block.self();
  if (self.state !== "known") return self.state === "unknown" ? undetermined(self) : PASS;
  return notDefault(block.text("email"));
}

/** The nodes of a cluster's own pools, and those that it makes when pods ask for them. */
function cluster(own: Resource<ClusterArgs>): readonly Verdict[] {
  const makes = anyOf([isAutopilot(own), holds(own.flag("clusterAutoscaling.enabled"), (on) => on)]);
  return every([
    ...ofOwnPools(own, (nodes) => notDefault(nodes.text("serviceAccount"))),
    ...onlyIf(makes, "makes no nodes", () => notDefault(own.text(madeAccount))),
  ]);
}

export const oneIdentityPerWorkload: Rule = {
  id: "one-identity-per-workload",
  packs: ["zero-trust"],
  title: "Every workload has an identity of its own",
  severity: "medium",
  scope: "graph",
  since: "0.2.0",
  why: "What two workloads share has the rights of both, and no log tells them apart.",
  equivalents: ["CKV_GCP_30", "CKV2_GCP_1", "CKV_AZURE_71", "GCP-0044", "GCP-0050"],
  fixText: ({ type, path }) => {
    if (type === LAMBDA) return "Set `role` to a Role that no other function has.";
    if (type === APP) return "Set `identity.type: SystemAssigned`, or a user-assigned identity of its own.";
    return `Set \`${path}\` to the e-mail of a service account of its own.`;
  },
  checks: {
    [LAMBDA]: (own, { graph }) => alone(own, graph),
    [FUNCTION]: ofCloud(functionAccount),
    [SERVICE]: ofCloud(serviceAccount),
    ...each(["gcp:compute/instance:Instance", ...TEMPLATES], machine),
    [FROM_TEMPLATE]: (own, { graph }) => ofTemplate(own, machineAccount, graph, () => machine(own)),
    [GKE]: cluster,
    "gcp:container/nodePool:NodePool": (own) => notDefault(own.text(nodeAccount)),
    [APP]: app,
  },
};
