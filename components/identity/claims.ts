import type { Output } from "@pulumi/pulumi";
import type { KubernetesCluster } from "../core/cluster.ts";
import type { Identity, IdentityOf } from "../core/identity.ts";
import type { Cloud } from "../core/site.ts";

/** Jobs of one environment of one repository on GitHub. */
export interface GithubJobs {
  readonly org: string;
  readonly repo: string;
  /** GitHub's number of the repository: a name can be given to another one, a number cannot. */
  readonly repositoryId: string;
  /** The environment that the job deploys to: its reviewers decide who may. */
  readonly environment: string;
}
/** Pods that run as one service account of a cluster. */
export interface ServiceAccount {
  readonly cluster: KubernetesCluster;
  readonly namespace: string;
  readonly serviceAccount: string;
}

/** What a token of GitHub Actions says it is. */
export function githubSubject({ org, repo, environment }: GithubJobs): string {
  return `repo:${org}/${repo}:environment:${environment}`;
}

/** What a token of a service account says it is. */
export function accountSubject({ namespace, serviceAccount }: Omit<ServiceAccount, "cluster">): string {
  return `system:serviceaccount:${namespace}:${serviceAccount}`;
}

const SUBJECTS: { readonly [C in Cloud]: (identity: IdentityOf<C>) => Output<string> | undefined } = {
  aws: ({ roleArn }) => roleArn,
  gcp: ({ uniqueId }) => uniqueId,
  azure: ({ principalId }) => principalId,
};

/** What a token of a cloud's identity says it is; absent where whoever made it did not say. */
export function identitySubject(identity: Identity): Output<string> | undefined {
  // TypeScript cannot tie identity.cloud to SUBJECTS[identity.cloud]
  return (SUBJECTS[identity.cloud] as (identity: Identity) => Output<string> | undefined)(identity);
}
