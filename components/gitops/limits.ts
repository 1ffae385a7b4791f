import { type Limit, notWhole, validate } from "../core/validate.ts";
import type { Destination, GitOpsArgs, Repository } from "./args.ts";
import { ON_DESTINATION, SYSTEM } from "./planned.ts";

// a label's value and part of a secret's name
const NAME = /^[a-z0-9]([-a-z0-9]{0,46}[a-z0-9])?$/;
// an issuer that people log in at, or a page that they see, is never in clear text
const HTTPS = /^https:\/\/[a-z0-9.-]+(:\d+)?(\/[^\s?#]*[^\s/?#])?$/i;
// no user information: a credential in a URL is shown to everybody who sees the application
const REPOSITORY = /^(https:\/\/|oci:\/\/|ssh:\/\/(git@)?)[a-z0-9.-]+(:\d+)?\/[^\s@?#]+$/i;
const CRON = /^(\S+ ){4}\S+$/;
const KNOWN_HOST = /^\S+ (ssh-|ecdsa-|sk-)\S+ [A-Za-z0-9+/=]+( .*)?$/;
const FORMS = ["password", "sshKey"];
export const SSH = /^ssh:/;

/** Throws once, with everything that is wrong. */
export function checkGitOps(args: GitOpsArgs): void {
  const { host, clusters, repositories, sso, operators = [], replicas = 1, knownHosts = [], backup } = args;
  validate("invalid GitOps", [
    ["clusters", clusters.length === 0, "must name at least one cluster"],
    ...clusters.flatMap((one, index) => destinationLimits(args, one, index)),
    ["repositories", repositories.length === 0, "must name at least one repository"],
    ...repositories.flatMap((one, index) => repositoryLimits(args, one, index)),
    ["sso.issuer", !HTTPS.test(sso.issuer), `must be an https URL without a slash at the end, got ${sso.issuer}`],
    ["sso.clientId", sso.clientId.trim() === "", "must name the client that Argo CD is to the issuer"],
    ["sso.groupsClaim", sso.groupsClaim?.trim() === "", "must name a claim"],
    ["url", !HTTPS.test(args.url), `must be an https URL without a slash at the end, got ${args.url}`],
    [
      "gatewayNamespace",
      args.gatewayNamespace !== undefined && !NAME.test(args.gatewayNamespace),
      `must be the name of a namespace, got ${args.gatewayNamespace ?? ""}`,
    ],
    ...operators.map((group, index): Limit => [`operators[${index}]`, !isGroup(group), groupReason(group)]),
    ["replicas", notWhole(replicas, 1, 5), `must be 1 to 5, got ${replicas}`],
    [
      "replicas",
      host.site.environment === "prod" && replicas < 2 && args.replicas !== undefined,
      "must be 2 or more in prod: one may be lost",
    ],
    ...knownHosts.map(
      (line, index): Limit => [`knownHosts[${index}]`, !KNOWN_HOST.test(line), "must be a line of known_hosts"],
    ),
    ...(backup === undefined ? [] : copyLimits(backup)),
  ]);
}

function destinationLimits({ host, clusters }: GitOpsArgs, one: Destination, index: number): readonly Limit[] {
  const { cluster, wave = 0, tokenGeneration = 1 } = one;
  const { name } = cluster;
  const at = `clusters[${index}]`;
  const before = clusters.slice(0, index).map((earlier) => earlier.cluster.name);
  return [
    [`${at}.cluster`, !NAME.test(name), `must have a name of at most 48 letters, digits and -, got ${name}`],
    [`${at}.cluster`, before.includes(name), `${name} is there twice`],
    [`${at}.cluster`, name === host.name && cluster !== host, `${name} is also the name of the host`],
    [`${at}.wave`, notWhole(wave, 0, 9), `must be 0 to 9, got ${wave}`],
    [`${at}.tokenGeneration`, notWhole(tokenGeneration, 1, 9999), `must be 1 to 9999, got ${tokenGeneration}`],
    [
      `${at}.tokenGeneration`,
      cluster === host && one.tokenGeneration !== undefined,
      "means nothing on the host: Argo CD is its own service account there",
    ],
  ];
}

function repositoryLimits(args: GitOpsArgs, one: Repository, index: number): readonly Limit[] {
  const { name, url, credentials = "public" } = one;
  const at = `repositories[${index}]`;
  const before = args.repositories.slice(0, index);
  const limits: readonly Limit[] = [
    [`${at}.name`, !NAME.test(name), `must be at most 48 letters, digits and -, got ${name}`],
    [`${at}.name`, before.some((earlier) => earlier.name === name), `${name} is there twice`],
    [`${at}.url`, !REPOSITORY.test(url), "must be https://, ssh:// or oci://, with no password and no query"],
    // Argo CD knows repositories by their URL: two with one would share credentials
    [`${at}.url`, before.some((earlier) => earlier.url === url), `${url} is there twice`],
  ];
  if (credentials === "public") {
    return [...limits, [`${at}.credentials`, SSH.test(url), "must be a key: nobody is let in over SSH without"]];
  }
  return [
    ...limits,
    [`${at}.credentials`, args.secretStore === undefined, "needs secretStore: no credential is in the program"],
    [`${at}.credentials.form`, !FORMS.includes(credentials.form), `must be one of ${FORMS.join(", ")}`],
    [`${at}.credentials.form`, (credentials.form === "sshKey") !== SSH.test(url), "sshKey goes with ssh:// only"],
    [`${at}.credentials.key`, credentials.key.trim() === "", "must name a secret of the store"],
  ];
}

function copyLimits({ schedule = "0 2 * * *", keepDays = 14 }: NonNullable<GitOpsArgs["backup"]>): readonly Limit[] {
  return [
    ["backup.schedule", !CRON.test(schedule), `must be a cron expression of five fields, got ${schedule}`],
    ["backup.keepDays", notWhole(keepDays, 1, 3650), `must be 1 to 3650, got ${keepDays}`],
  ];
}

// a line of policy.csv ends at a comma or a line's end
export function isGroup(name: string): boolean {
  return /^[^\s,"*][^\n,"*]*$/.test(name);
}
export function groupReason(name: string): string {
  return `must be the name of a group, without comma, quote or *, got ${name}`;
}

/** Names that no tenant has: they are Argo CD's own, or anybody's. */
export const RESERVED: readonly string[] = [SYSTEM, ON_DESTINATION, "default", "velero"];
