import type { ComponentResource, Resource } from "@pulumi/pulumi";
import type { Addons } from "../addons/index.ts";
import type { KubernetesCluster } from "../core/cluster.ts";
import type { Grant } from "../core/grant.ts";
import type { Identity as CoreIdentity } from "../core/identity.ts";
import { accountOf, sameAccount } from "../core/name.ts";
import { clusterScope } from "../core/scope.ts";
import type { Site } from "../core/site.ts";
import { validate } from "../core/validate.ts";
import { Identity, Issuer } from "../identity/index.ts";
import { Namespace } from "../namespace/index.ts";
import type { Controller } from "./controller.ts";
import { install } from "./kubernetes/controller.ts";
import { grantRights } from "./kubernetes/rights.ts";
import type { IssuerChildren } from "./native.ts";
import { REACH, reaches } from "./reach.ts";

/** Where an authority is to sign. */
export interface IssueInArgs {
  readonly cluster: KubernetesCluster;
  /** The cluster's add-ons, cert-manager among them. */
  readonly addons: Addons;
  /** What makes the authority's account believe the cluster's tokens. @default made here, where the cluster is of another account */
  readonly issuer?: Issuer;
}
/** A managed authority as what asks it sees it. */
export interface Authority extends ComponentResource {
  readonly site: Site;
  readonly logicalName: string;
  readonly ready: readonly Resource[];
  grantIssue(identity: CoreIdentity): Grant;
}
/** An issuer of cert-manager's that a managed authority stands behind, as certificates name it. */
export interface ClusterIssuer {
  readonly name: string;
  readonly kind: string;
  readonly group: string;
  /** What the root is called. */
  readonly root: string;
  /** How many authorities may follow below the root: those that it signs, and none below them. */
  readonly pathLength: number;
  /** What must be there before it can be asked. */
  readonly ready: readonly Resource[];
}

const PATH_LENGTH = 1;
// APIs of clouds are reached by their names
const INTERNET = { cidr: "0.0.0.0/0", ports: [443] };

/** Lets cert-manager of a cluster ask an authority: a controller with an identity on the authority's site, and no key. */
export function issuerIn(authority: Authority, controller: Controller, args: IssueInArgs): ClusterIssuer {
  const { cluster, addons } = args;
  const { logicalName, site } = authority;
  checkIssueIn(authority, args);
  const name = `${logicalName}-${cluster.name}`;
  const opts = { parent: authority };
  const own = sameAccount(site, cluster.site);
  const identity = identityIn(authority, controller, args);
  const { scope } = clusterScope<IssuerChildren>(name, authority, cluster);
  const namespace = new Namespace(
    `${name}-issuer`,
    // a pod of another account shows its cluster's own token, and asks for none
    { cluster, name: controller.name, egress: ["apiServer", INTERNET, ...(own ? (["tokens"] as const) : [])] },
    opts,
  );
  const rights = controller.rights ? grantRights(scope, controller, controller.rights, namespace.name) : [];
  const installed = install(
    scope,
    controller,
    namespace.name,
    { replicas: cluster.site.environment === "prod" ? 2 : 1, pod: identity.pod },
    [...namespace.ready, ...addons.after("cert-manager"), ...rights, ...identity.resources],
  );
  const declared = controller.declare(scope, logicalName, [installed, ...authority.ready]);
  return {
    name: logicalName,
    kind: controller.kind,
    group: controller.group,
    root: `${logicalName} of ${accountOf(site)}`,
    pathLength: PATH_LENGTH,
    ready: [declared],
  };
}

function checkIssueIn({ site, logicalName }: Authority, args: IssueInArgs) {
  const { cluster, addons, issuer } = args;
  const own = sameAccount(site, cluster.site);
  validate(`${logicalName} cannot issue in ${cluster.name}`, [
    ["cluster", !reaches(site, cluster), `is not of ${accountOf(site)}: ${REACH[site.cloud].why}`],
    ["addons", !addons.ready.has("cert-manager"), `${addons.logicalName} has no cert-manager`],
    ["issuer", own && issuer !== undefined, `is needless: ${cluster.name} is of the authority's own account`],
  ]);
}

function identityIn(authority: Authority, controller: Controller, { cluster, issuer }: IssueInArgs) {
  const { site, logicalName } = authority;
  const name = `${logicalName}-${cluster.name}`;
  const opts = { parent: authority };
  const account = { cluster, namespace: controller.name, serviceAccount: controller.name };
  const believed = sameAccount(site, cluster.site)
    ? undefined
    : (issuer ?? new Issuer(name, { site, of: { cluster } }, opts));
  const trust = { kubernetes: account, ...(believed && { issuer: believed }) };
  const identity = new Identity(`${name}-issuer`, { site, trust: [trust] }, opts);
  const { resources } = authority.grantIssue(identity.identity);
  return { pod: identity.forServiceAccount(account), resources };
}
