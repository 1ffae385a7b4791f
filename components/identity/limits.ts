import { sameAccount } from "../core/name.ts";
import type { Site } from "../core/site.ts";
import type { Limit } from "../core/validate.ts";
import { accountSubject, type GithubJobs, githubSubject, identitySubject, type ServiceAccount } from "./claims.ts";
import { cloudOf } from "./issuer/args.ts";
import type { Issuer } from "./issuer/index.ts";
import { keyOf, type Trust } from "./trusts.ts";

// google.subject, as Google's API says
const MAX_SUBJECT = 127;
// federated credentials of one managed identity, as Azure's limits page says
const MAX_CREDENTIALS = 20;
// as GitHub and Kubernetes write them; none has room for a wildcard
const ORG = /^[a-zA-Z0-9][a-zA-Z0-9-]{0,38}$/;
const REPO = /^[a-zA-Z0-9._-]{1,100}$/;
const NUMBER = /^[1-9][0-9]{0,18}$/;
const ENVIRONMENT = /^[a-zA-Z0-9._-]{1,100}$/;
const NAMESPACE = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
const ACCOUNT = /^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/;
// what people reach for, and why it is not here
const KEYED: Readonly<Record<string, string>> = {
  accessKey: "an access key works for whoever finds it",
  certificate: "a client certificate is a key that somebody must keep",
  clientSecret: "a client secret works for whoever finds it",
  password: "a password works for whoever finds it",
  saml: "SAML signs people in, not workloads: use the cloud's single sign-on",
  serviceAccountKey: "an exported key works for whoever finds it",
  user: "a user can only sign in with keys or a password",
};

/** What is wrong with a trust; `others` are the keys of those that the identity has already. */
export function trustLimits(site: Site, trust: Trust, others: readonly string[], path: string): readonly Limit[] {
  const known = ["kubernetes", "identity", "github"].filter((form) => form in trust);
  const keyed = Object.keys(trust).filter((form) => form in KEYED);
  if (keyed.length > 0) return keyed.map((form) => [`${path}.${form}`, true, `is not keyless: ${KEYED[form]}`]);
  if (known.length !== 1) return [[path, true, "must be one of kubernetes, identity and github"]];
  const key = keyOf(trust);
  return [
    [path, others.includes(key), `is there already (${key})`],
    [
      path,
      site.cloud === "azure" && others.length >= MAX_CREDENTIALS,
      `is more than the ${MAX_CREDENTIALS} that an identity of Azure takes`,
    ],
    ...formLimits(site, trust, path),
  ];
}

function formLimits(site: Site, trust: Trust, path: string): readonly Limit[] {
  if ("kubernetes" in trust) {
    const { kubernetes, issuer } = trust;
    const needed = !sameAccount(site, kubernetes.cluster.site);
    const of = issuer?.of;
    const speaks = typeof of === "object" && "cluster" in of && of.cluster === kubernetes.cluster;
    return [
      ...podLimits(kubernetes, `${path}.kubernetes`),
      [`${path}.issuer`, needed && issuer === undefined, `is required for a cluster of another account`],
      [`${path}.issuer`, !needed && issuer !== undefined, "is needless: the cluster is of this account"],
      ...(needed && issuer !== undefined ? issuerLimits(site, issuer, speaks, path) : []),
      ...subjectLimits(site, accountSubject(kubernetes), `${path}.kubernetes`),
    ];
  }
  if ("github" in trust) {
    const { github, issuer } = trust;
    return [
      ...githubLimits(github, `${path}.github`),
      ...issuerLimits(site, issuer, issuer.of === "github", path),
      ...subjectLimits(site, githubSubject(github), `${path}.github`),
    ];
  }
  const { identity, issuer } = trust;
  return [
    [
      `${path}.identity`,
      identity.cloud === site.cloud,
      `is of ${site.cloud} itself: grant the right to ${identity.name}, without federation`,
    ],
    [
      `${path}.identity`,
      identitySubject(identity) === undefined,
      `does not say its unique id, which tokens of ${identity.cloud} carry`,
    ],
    ...issuerLimits(site, issuer, cloudOf(issuer.of) === identity.cloud, path),
  ];
}

function issuerLimits(site: Site, issuer: Issuer, speaks: boolean, path: string): readonly Limit[] {
  return [
    [`${path}.issuer`, !sameAccount(site, issuer.site), `must be made in the identity's own account`],
    [`${path}.issuer`, !speaks, `${issuer.logicalName} does not sign the tokens of that`],
  ];
}

function podLimits({ namespace, serviceAccount }: ServiceAccount, path: string): readonly Limit[] {
  return [
    [`${path}.namespace`, !NAMESPACE.test(namespace), `must be the name of one namespace, got ${namespace}`],
    [
      `${path}.serviceAccount`,
      !ACCOUNT.test(serviceAccount),
      `must be the name of one service account, got ${serviceAccount}`,
    ],
    [`${path}.serviceAccount`, serviceAccount === "default", "must be one that only this workload runs as"],
  ];
}

function githubLimits({ org, repo, repositoryId, environment }: GithubJobs, path: string): readonly Limit[] {
  return [
    [`${path}.org`, !ORG.test(org), `must be one organization, got ${org}`],
    [`${path}.repo`, !REPO.test(repo), `must be one repository, without its organization, got ${repo}`],
    [`${path}.repositoryId`, !NUMBER.test(repositoryId), `must be the number that GitHub gave it, got ${repositoryId}`],
    [`${path}.environment`, !ENVIRONMENT.test(environment), `must be one environment, got ${environment}`],
  ];
}

function subjectLimits(site: Site, subject: string, path: string): readonly Limit[] {
  return [
    [
      path,
      site.cloud === "gcp" && subject.length > MAX_SUBJECT,
      `must be at most ${MAX_SUBJECT} characters as a subject (Google Cloud), got ${subject}`,
    ],
  ];
}
