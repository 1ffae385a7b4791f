import type { Graph } from "../../core/graph.ts";
import { type Statement, statements } from "../../core/iam.ts";
import type { Read, Unknown } from "../../core/props.ts";
import type { Resource } from "../../core/resource.ts";
import type { Truth } from "../../core/truth.ts";
import type { Granted } from "./aws.ts";

export const ATTACHMENT = "aws:iam/rolePolicyAttachment:RolePolicyAttachment";
export const INLINE = "aws:iam/rolePolicy:RolePolicy";
const POLICY = "aws:iam/policy:Policy";
const ROLE = "aws:iam/role:Role";

/** A policy of a role, and whether it is surely that role's. */
interface Document {
  readonly tie: Truth;
  readonly text: Read<readonly Statement[]>;
}
/** What else a role may do; a document that could not be read stands in its place. */
export interface Others {
  readonly granted: readonly Granted[];
  readonly unread: readonly Unknown[];
}

/** What the role of a policy or attachment has, with that one. */
export function othersOf(own: Resource, graph: Graph): Others {
  const documents = [...graph.ofType(INLINE), ...graph.ofType(ATTACHMENT)]
    .map((other) => ({ tie: sameRole(own, other), other }))
    .filter(({ tie }) => tie !== false)
    .flatMap(({ tie, other }): readonly Document[] => {
      const text =
        other.type === INLINE
          ? statements(other, "policy")
          : attached(other.text("policyArn"), graph, other.edges["policyArn"]);
      return text === undefined ? [] : [{ tie, text }];
    });
  return {
    granted: documents.flatMap(({ tie, text }) =>
      text.state === "known" ? text.value.map((statement) => ({ tie, statement })) : [],
    ),
    unread: documents.flatMap(({ text }) => (text.state === "unknown" ? [text] : [])),
  };
}

/** The statements of the policy of this stack that is named, or that the name was computed from. */
export function attached(
  arn: Read<string>,
  graph: Graph,
  tied: readonly string[] | undefined,
): Read<readonly Statement[]> | undefined {
  const policy = policyOf(arn, graph, tied);
  if (policy !== undefined) return statements(policy, "policy");
  if (arn.state === "unknown") return arn;
  const nameless = graph.ofType(POLICY).map((other) => other.text("name"));
  return arn.state === "known" && isCustomer(arn.value)
    ? nameless.find((name): name is Unknown => name.state === "unknown")
    : undefined;
}

/** Whether a policy is one of an account, not one that AWS keeps. */
export function isCustomer(arn: string): boolean {
  return !arn.includes(":iam::aws:");
}

function policyOf(arn: Read<string>, graph: Graph, tied: readonly string[] | undefined): Resource | undefined {
  return graph.ofType(POLICY).find((policy) => {
    if (tied?.includes(policy.urn) === true) return true;
    const name = policy.text("name");
    return arn.state === "known" && name.state === "known" && arn.value.endsWith(`/${name.value}`);
  });
}

function sameRole(one: Resource, other: Resource): Truth {
  if (one.providerUrn !== other.providerUrn) return false;
  const [mine, theirs] = [rolesOf(one), rolesOf(other)];
  if (mine.some((urn) => theirs.includes(urn))) return true;
  if (mine.length > 0 && theirs.length > 0) return false;
  const [a, b] = [one.text("role"), other.text("role")];
  if (a.state === "unknown") return a;
  if (b.state === "unknown") return b;
  return a.state === "known" && b.state === "known" && a.value === b.value;
}

function rolesOf(policy: Resource): readonly string[] {
  return (policy.edges["role"] ?? []).filter((urn) => urn.includes(`${ROLE}::`));
}
