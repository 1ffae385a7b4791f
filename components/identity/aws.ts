import { PodIdentityAssociation } from "@pulumi/aws/eks/podIdentityAssociation.js";
import { Role } from "@pulumi/aws/iam/role.js";
import { all, interpolate, jsonStringify } from "@pulumi/pulumi";
import type { AwsIdentity } from "../core/identity.ts";
import { physicalName } from "../core/name.ts";
import type { Scope } from "../core/scope.ts";
import type { AwsSite } from "../core/site.ts";
import type { IdentitySpec } from "./args.ts";
import type { IdentityChildren } from "./native.ts";
import { IDENTITY_PATH, NOTHING, type PodIdentity } from "./pods.ts";
import type { PinnedTrust, PodTrust, TokenTrust } from "./trusts.ts";

// IAM's least; longer sessions are for people
const MAX_SESSION_SECONDS = 3600;

export function awsIdentity(scope: Scope<"aws", IdentityChildren["aws"]>, spec: IdentitySpec) {
  const { name, site } = scope;
  const { sessionSeconds, tags } = spec;
  const trusted = trustPolicy(name);
  const role = new Role(
    ...scope.child(
      "role",
      {
        name: physicalName(site, name, { max: 64 }),
        assumeRolePolicy: jsonStringify({ Version: "2012-10-17", Statement: trusted.statements }),
        maxSessionDuration: MAX_SESSION_SECONDS,
        tags,
      },
      { invariants: ["assumeRolePolicy"] },
    ),
  );
  const associations: PodIdentityAssociation[] = [];
  const trust = (one: PinnedTrust): PodIdentity => {
    trusted.add(one.kind === "pod" ? podStatement(one, site) : tokenStatement(one));
    if (one.kind === "token") return withToken(role, one, sessionSeconds);
    const { cluster, namespace, serviceAccount, key } = one;
    associations.push(
      new PodIdentityAssociation(
        ...scope.child(
          "association",
          { clusterName: cluster.physicalName, namespace, serviceAccount, roleArn: role.arn, tags },
          { of: key },
        ),
      ),
    );
    return NOTHING;
  };
  const identity: AwsIdentity = { cloud: "aws", name, roleName: role.name, roleArn: role.arn };
  return {
    outputs: { id: role.arn, name: role.name, subject: role.arn },
    nodes: { role, associations: associations as readonly PodIdentityAssociation[] },
    identity,
    trust,
  };
}

// IAM takes no role without a statement
const NOBODY = { Effect: "Deny", Principal: "*", Action: "sts:AssumeRole" };

// a role holds its trusts itself: they are sent when the program's first turn ends, so that identities can trust each other
function trustPolicy(name: string) {
  const added: object[] = [];
  let sent = false;
  const statements = new Promise<readonly object[]>((resolve) => {
    setImmediate(() => {
      sent = true;
      resolve(added.length > 0 ? added : [NOBODY]);
    });
  });
  const add = (statement: object) => {
    if (sent) throw new Error(`${name}: the trust policy is on its way; trust before the program waits for anything`);
    added.push(statement);
  };
  return { statements, add };
}

function podStatement({ cluster, namespace, serviceAccount }: PodTrust, { accountId }: AwsSite) {
  const arn = interpolate`arn:aws:eks:${cluster.region}:${accountId}:cluster/${cluster.physicalName}`;
  return {
    Effect: "Allow",
    Principal: { Service: "pods.eks.amazonaws.com" },
    Action: ["sts:AssumeRole", "sts:TagSession"],
    Condition: {
      StringEquals: {
        "aws:RequestTag/eks-cluster-arn": arn,
        "aws:RequestTag/kubernetes-namespace": namespace,
        "aws:RequestTag/kubernetes-service-account": serviceAccount,
      },
    },
  };
}

function tokenStatement({ issuer, subject, repositoryId }: TokenTrust): object {
  const { id, url, audience, audienceClaim } = issuer;
  return all([id, url, audience, subject]).apply(([federated, whole, aud, sub]) => {
    const host = whole.replace("https://", "");
    const claims = { [`${host}:${audienceClaim}`]: aud, [`${host}:sub`]: sub };
    const repository = repositoryId !== undefined && { [`${host}:repository_id`]: repositoryId };
    return {
      Effect: "Allow",
      Principal: { Federated: federated },
      Action: "sts:AssumeRoleWithWebIdentity",
      Condition: { StringEquals: { ...claims, ...repository } },
    };
  });
}

function withToken(role: Role, { issuer }: TokenTrust, expirationSeconds: number): PodIdentity {
  return {
    ...NOTHING,
    env: { AWS_ROLE_ARN: role.arn, AWS_WEB_IDENTITY_TOKEN_FILE: `${IDENTITY_PATH}/token` },
    token: { audience: issuer.audience, expirationSeconds },
  };
}
