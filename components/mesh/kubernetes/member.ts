import type { Resource } from "@pulumi/pulumi";
import type { MeshScope } from "../native.ts";
import type { Member, MeshPlan } from "../plan.ts";
import { issuerOf } from "../settings.ts";
import type { Authority } from "../trust.ts";
import { givenAuthority, issuedAuthority } from "./authority.ts";
import { eastWestGateway, exposure } from "./gateway.ts";
import { configMaps, istiod } from "./istiod.ts";
import { namespace } from "./namespace.ts";
import { policies } from "./policies.ts";
import { definitions, nodeAgent } from "./releases.ts";
import { readerToken, remoteSecret } from "./remote.ts";
import { controlPlaneRights } from "./rights.ts";
import { traffic } from "./traffic.ts";
import { webhooks } from "./webhooks.ts";

/** A cluster with a control plane of its own, before the clusters know each other. */
export interface Ground {
  readonly member: Member;
  readonly scope: MeshScope;
  /** By which the others read it; absent where there are none. */
  readonly token: ReturnType<typeof readerToken> | undefined;
  /** Pods get their proxies from here on. */
  readonly injects: readonly Resource[];
  /** Objects of Istio's kinds are known from here on, and judged. */
  readonly judged: readonly Resource[];
}

/** Everything that a cluster has by itself, in the order in which one part needs the other. */
export function ground(
  scope: MeshScope,
  member: Member,
  plan: MeshPlan,
  { authority, after }: { readonly authority: Authority | undefined; readonly after: readonly Resource[] },
): Ground {
  const { settings } = plan;
  const { own, parts } = namespace(scope, member);
  const known = definitions(scope, settings, [own]);
  const agent = settings.interception === "node" ? [nodeAgent(scope, settings, after)] : [];
  const token = member.addresses.length > 0 ? readerToken(scope, own) : undefined;
  const { deployment, service } = istiod(scope, member, settings, [
    // istiod would sign a root of its own if it came before its authority
    signedBy(scope, plan, authority, [own, ...after]),
    known,
    ...parts,
    ...controlPlaneRights(scope, own),
    ...configMaps(scope, member, settings, own),
  ]);
  const injects = [...webhooks(scope, [deployment, service]), ...agent];
  return { member, scope, token, injects, judged: [known, ...injects] };
}

function signedBy(scope: MeshScope, plan: MeshPlan, given: Authority | undefined, after: readonly Resource[]) {
  const { trust, settings } = plan;
  if (given !== undefined) return givenAuthority(scope, given, after);
  const issuer = trust.kind === "issuer" ? issuerOf(trust, scope.cluster.name) : undefined;
  if (issuer === undefined) throw new Error(`nobody signs for ${scope.cluster.name}`);
  return issuedAuthority(
    scope,
    { issuer, trustDomain: settings.trustDomain, generation: trust.generation ?? 1 },
    after,
  );
}

/** The way in for the others, what is known of them, and what holds for every call; what workloads then wait for. */
export function join(
  { member, scope, injects, judged }: Ground,
  grounds: readonly Ground[],
  { settings }: MeshPlan,
  reserved: readonly Resource[],
): readonly Resource[] {
  const way = member.addresses.length > 0 ? wayIn() : [];
  const remotes = grounds
    .filter(({ member: target }) => target !== member)
    .flatMap(({ member: target, token }) => (token ? [remoteSecret(scope, target, token, injects)] : []));
  const held = [...policies(scope, member, settings, judged), ...traffic(scope, member, settings, judged)];
  return [...injects, ...way, ...remotes, ...held];

  function wayIn() {
    const service = eastWestGateway(scope, member, settings, [...injects, ...reserved]);
    return [service, exposure(scope, [...judged, service])];
  }
}
