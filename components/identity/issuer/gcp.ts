import { WorkloadIdentityPool } from "@pulumi/gcp/iam/workloadIdentityPool.js";
import { interpolate, type Output, output } from "@pulumi/pulumi";
import { physicalName } from "../../core/name.ts";
import type { Scope } from "../../core/scope.ts";
import type { IssuerSpec } from "./args.ts";
import type { IssuerChildren } from "./native.ts";

export function gcpIssuer(scope: Scope<"gcp", IssuerChildren["gcp"]>, { url, audience }: IssuerSpec) {
  const { name, site } = scope;
  const pool = new WorkloadIdentityPool(
    ...scope.child("pool", {
      project: site.project,
      workloadIdentityPoolId: physicalName(site, name, { max: 32 }),
      displayName: name.slice(0, 32),
      disabled: false,
    }),
  );
  const outputs = {
    id: pool.name,
    url,
    // names this pool and no other, so that a token for it is of no use elsewhere
    audience: audience === undefined ? interpolate`//iam.googleapis.com/${pool.name}` : output(audience),
    audienceClaim: "aud",
  };
  return { outputs, nodes: { pool } };
}

export function gcpOutbound() {
  // every service account gets its tokens from the metadata server, for whatever audience it asks
  const present = (_identity: unknown, _audience: Output<string>, _name: string) => [];
  return { outputs: { url: output("https://accounts.google.com") }, nodes: {}, present };
}
