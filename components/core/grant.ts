import type { Input, Resource } from "@pulumi/pulumi";
import type { Identity, IdentityOf } from "./identity.ts";
import type { AzureSite, Cloud } from "./site.ts";
import { UnsupportedError } from "./unsupported.ts";

/** A right that an identity was given; what needs the right can depend on `resources`. */
export interface Grant<Right extends string = string> {
  readonly right: Right;
  readonly identity: Identity;
  readonly resources: readonly Resource[];
}

/** How a cloud file gives a right: `name` is what the resources start with. */
export type Granter<C extends Cloud, Right extends string> = (
  right: Right,
  identity: IdentityOf<C>,
  name: string,
) => readonly Resource[];

/** An IAM policy document with one statement, as AWS writes it. */
export function allow(actions: readonly string[], resources: unknown) {
  return { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: actions, Resource: resources }] };
}

/** A policy statement that refuses whoever comes without TLS. */
export function denyPlaintext(action: string, resources: unknown) {
  return {
    Sid: "DenyPlaintext",
    Effect: "Deny",
    Principal: "*",
    Action: action,
    Resource: resources,
    Condition: { Bool: { "aws:SecureTransport": "false" } },
  };
}

/** The id of a built-in Azure role in the subscription of a site. */
export function roleDefinitionId(site: AzureSite, guid: string): string {
  return `/subscriptions/${site.subscriptionId}/providers/Microsoft.Authorization/roleDefinitions/${guid}`;
}

/** That a workload has a built-in role on something of a site's. */
export function roleOn(site: AzureSite, scope: Input<string>, principalId: Input<string>, guid: string) {
  const principalType = "ServicePrincipal";
  return { scope, principalId, principalType, roleDefinitionId: roleDefinitionId(site, guid) };
}

/** Rights do not cross clouds by themselves. */
export function requireSameCloud(cloud: Cloud, identity: Identity): void {
  if (identity.cloud === cloud) return;
  throw new UnsupportedError(
    `${identity.name} is an identity on ${identity.cloud}: a right on ${cloud} needs federation`,
  );
}
