import { listed } from "../../core/expected.ts";
import type { Graph } from "../../core/graph.ts";
import { matches } from "../../core/iam.ts";
import type { Bag } from "../../core/props.ts";
import type { Resource } from "../../core/resource.ts";
import { allOf, anyItem, anyOf, faultIf, holds, not, type Truth } from "../../core/truth.ts";
import { decide, every, forAll, PASS, type Verdict } from "../../core/verdict.ts";
import { ACT_AS, AZURE_ALONE, AZURE_ASSIGN, AZURE_COMPUTE, GCP_ALONE, GCP_COMPUTE, GCP_ROLES } from "./cloud-roles.ts";

// the accounts that Google's own services use: service-1@gcp-sa-x.iam.gserviceaccount.com, 1@cloudservices.gserviceaccount.com
const GOOGLES = /^serviceAccount:(?:service-)?\d+@/;

/** A role that is granted on a project or more. */
export function grantedWide(binding: Bag): Verdict {
  const members = [...listed(binding, "members"), binding.text("member")];
  const stranger = anyOf(members.map((member) => holds(member, (name) => !GOOGLES.test(name))));
  return decide(binding.text("role"), {
    known: (role) => {
      if (GCP_ROLES.has(role)) return `is ${role}, on everything below`;
      if (!/[.]serviceAgent$/.test(role)) return undefined;
      return faultIf(stranger, "role", `is ${role}, which is made for Google's own services and is given to others`);
    },
  });
}

/** The permissions of a custom role of Google Cloud. */
export function customRole(role: Bag): Verdict {
  const permissions = role.list("permissions");
  const has = (names: readonly string[]) => anyItem(permissions, (permission) => names.includes(permission));
  const together = allOf([has([ACT_AS]), has(GCP_COMPUTE)]);
  return faultIf(anyOf([has(GCP_ALONE), together]), permissions.path, "lets its holder act with the rights of others");
}

/** The right to become one service account, where that account has more than anybody should get so. */
export function onServiceAccount(grant: Resource, graph: Graph): Verdict {
  const becomes = holds(grant.text("role"), (role) => BECOMES.test(role));
  const strong = anyOf(
    PROJECT_GRANTS.flatMap((type) =>
      graph
        .ofType(type)
        .map((other) => allOf([holds(other.text("role"), (role) => GCP_ROLES.has(role)), isOf(other, grant)])),
    ),
  );
  return faultIf(
    allOf([becomes, strong]),
    "role",
    "lets its member become a service account that can grant itself more",
  );
}

const BECOMES = /^roles\/(owner|editor|iam\.(serviceAccount(TokenCreator|User|Admin|KeyAdmin)|workloadIdentityUser))$/;
const PROJECT_GRANTS = [
  "gcp:projects/iAMMember:IAMMember",
  "gcp:folder/iAMMember:IAMMember",
  "gcp:organizations/iAMMember:IAMMember",
];

// by the account both were computed from, else by the e-mail in both texts
function isOf(projectGrant: Resource, grant: Resource): Truth {
  const [mine, theirs] = [grant.edges["serviceAccountId"] ?? [], projectGrant.edges["member"] ?? []];
  if (mine.some((urn) => theirs.includes(urn))) return true;
  const account = grant.text("serviceAccountId");
  const member = projectGrant.text("member");
  if (member.state === "unknown") return mine.length > 0 && theirs.length > 0 ? false : member;
  return holds(account, (id) => member.state === "known" && member.value === `serviceAccount:${id.split("/").at(-1)}`);
}

/** The actions of a role definition of Azure, without those it takes back. */
export function azureRole(definition: Bag): readonly Verdict[] {
  return forAll(definition.list("permissions"), (permission) => {
    const actions = permission.list("actions");
    const back = permission.list("notActions");
    const may = (action: string) =>
      allOf([
        anyItem(actions, (pattern) => matches(pattern, action)),
        not(anyItem(back, (pattern) => matches(pattern, action))),
      ]);
    const together = allOf([may(AZURE_ASSIGN), anyOf(AZURE_COMPUTE.map(may))]);
    const open = anyOf([...AZURE_ALONE.map(may), together]);
    return faultIf(open, actions.path, "lets its holder grant itself more");
  });
}

const RBAC = "rbac.authorization.k8s.io";
interface Right {
  readonly verb: string;
  readonly groups: string;
  readonly resources: readonly string[];
}
const KUBERNETES: readonly Right[] = [
  { verb: "bind", groups: RBAC, resources: ["roles", "clusterroles"] },
  { verb: "escalate", groups: RBAC, resources: ["roles", "clusterroles"] },
  { verb: "impersonate", groups: "", resources: ["users", "groups", "serviceaccounts"] },
  { verb: "create", groups: "", resources: ["serviceaccounts/token"] },
];

/** The rules of a role of Kubernetes; one that names its objects is bounded. */
export function kubernetesRole(role: Bag): readonly Verdict[] {
  return forAll(role.list("rules"), (rule) => {
    const has = (key: string, names: readonly string[]) =>
      anyItem(rule.list(key), (item) => item === "*" || names.includes(item));
    const named = holds(rule.list("resourceNames"), (names) => names.length > 0);
    const verdicts = KUBERNETES.map(({ verb, groups, resources }) => {
      const may = allOf([not(named), has("verbs", [verb]), has("resources", resources), has("apiGroups", [groups])]);
      return faultIf(may, rule.path, `allows ${verb} on ${resources.join(" or ")}`);
    });
    return every(verdicts)[0] ?? PASS;
  });
}
