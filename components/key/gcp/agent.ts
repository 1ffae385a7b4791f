import { getProjectOutput } from "@pulumi/gcp/organizations/getProject.js";
import { ServiceIdentity } from "@pulumi/gcp/projects/serviceIdentity.js";
import { interpolate, type Output } from "@pulumi/pulumi";
import type { Scope } from "../../core/scope.ts";
import type { GcpKeyUser, KeyChildren } from "../native.ts";

type KeyScope = Scope<"gcp", KeyChildren["gcp"]>;

// enabling the API makes these agents, and the Service Usage API does not name them all: their domains are fixed
const withTheApi =
  (domain: string) =>
  ({ site, opts }: KeyScope) => {
    const { number } = getProjectOutput({ projectId: site.project }, opts);
    return interpolate`serviceAccount:service-${number}@${domain}.iam.gserviceaccount.com`;
  };
// these agents are there once somebody asks for them
const whenAsked = (scope: KeyScope, service: GcpKeyUser) =>
  new ServiceIdentity(
    ...scope.child("agent", { project: scope.site.project, service: `${service}.googleapis.com` }, { of: service }),
  ).member;

const AGENTS: { readonly [S in GcpKeyUser]: (scope: KeyScope, service: S) => Output<string> } = {
  artifactregistry: whenAsked,
  compute: withTheApi("compute-system"),
  container: withTheApi("container-engine-robot"),
  pubsub: whenAsked,
  secretmanager: whenAsked,
  storage: withTheApi("gs-project-accounts"),
};

/** As whom a service of Google Cloud acts in the site's project, as IAM writes it. */
export function agentOf<S extends GcpKeyUser>(scope: KeyScope, service: S): Output<string> {
  return AGENTS[service](scope, service);
}
