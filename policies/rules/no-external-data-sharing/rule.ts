import type { AmiLaunchPermissionArgs } from "@pulumi/aws/ec2/amiLaunchPermission.js";
import type { SnapshotCreateVolumePermissionArgs } from "@pulumi/aws/ec2/snapshotCreateVolumePermission.js";
import type { PermissionsArgs } from "@pulumi/aws/lakeformation/permissions.js";
import type { PrincipalAssociationArgs } from "@pulumi/aws/ram/principalAssociation.js";
import type { ResourceShareArgs } from "@pulumi/aws/ram/resourceShare.js";
import type { BucketPolicyArgs } from "@pulumi/aws/s3/bucketPolicy.js";
import type { StorageAccountArgs } from "@pulumi/azure-native/storage/storageAccount.js";
import type { DatasetArgs } from "@pulumi/gcp/bigquery/dataset.js";
import type { DatasetIamMemberArgs } from "@pulumi/gcp/bigquery/datasetIamMember.js";
import { ifPersonal } from "../../core/classification.ts";
import { judgeStatements } from "../../core/iam.ts";
import type { Bag } from "../../core/props.ts";
import type { Resource } from "../../core/resource.ts";
import type { Rule, Run } from "../../core/rule.ts";
import { OWN_ACCOUNTS, PERSONAL_CLASSES, strings } from "../../core/settings.ts";
import { allOf, anyOf, faultIf, holds, isSet, not, type Truth } from "../../core/truth.ts";
import { decide, every, forAll, PASS, UNCONFIGURED, type Verdict } from "../../core/verdict.ts";
import { account, anybody, mail, member, OWN_DOMAINS } from "./outsiders.ts";

const STORAGE = "azure-native:storage:StorageAccount";

/** Only the accounts that a statement names: whether it means everybody is the matter of other rules. */
function bucketPolicy(policy: Resource<BucketPolicyArgs>, { config }: Run): readonly Verdict[] {
  const own = strings(config, OWN_ACCOUNTS);
  return judgeStatements(policy as Resource, "policy", (statement) => {
    const foreign = statement.anyPrincipal((kind, value) => kind === "AWS" && !isOwn(value, own ?? []));
    const shared = allOf([statement.allows, foreign]);
    if (own === undefined) return shared === false ? PASS : UNCONFIGURED;
    return faultIf(shared, statement.path, "allows an account that is not one of yours");
  });
}

function isOwn(principal: string, own: readonly string[]): boolean {
  const id = /(?:^|::)(\d{12})(?::|$)/.exec(principal)?.[1];
  return id === undefined || own.includes(id);
}

/** A grant to somebody else; one that can be handed on is the worse. */
function lakePermissions(grant: Resource<PermissionsArgs>, { config }: Run): Verdict {
  const verdict = account(grant.text("principal"), config);
  if (verdict.word !== "fail") return verdict;
  const onward: Truth = holds(grant.list("permissionsWithGrantOptions"), ({ length }) => length > 0);
  return onward === true ? { ...verdict, what: `${verdict.what}, and may grant it to others` } : verdict;
}

const GRANTEES = ["view", "dataset", "routine", "specialGroup", "iamMember", "userByEmail", "groupByEmail", "domain"];

function access(entry: Bag, { config }: Run): readonly Verdict[] {
  const named = anyOf(GRANTEES.map((key) => isSet(entry.read(key))));
  return [
    faultIf(not(named), entry.path, "gives a role to nobody in particular"),
    anybody(entry.text("specialGroup")),
    member(entry.text("iamMember"), config),
    ...["userByEmail", "groupByEmail", "domain"].map((path) => address(entry, path, config)),
  ];
}

// machines have addresses, too
function address(entry: Bag, path: string, config: Bag): Verdict {
  const read = entry.text(path);
  return read.state === "known" && read.value.endsWith(".gserviceaccount.com") ? PASS : mail(read, config);
}

function storage(store: Resource<StorageAccountArgs>, run: Run): readonly Verdict[] {
  const tenant = decide(store.flag("allowCrossTenantReplication"), { known: (on) => (on ? "is true" : undefined) });
  const scope = decide(store.text("allowedCopyScope"), {
    known: () => undefined,
    absent: "is not set; default is any account in any tenant",
  });
  const copies = ifPersonal(store as Resource, run, () => [scope]);
  return every([tenant, ...copies]);
}

/** A share is closed by itself; who it names may still be somebody else. */
const share = (share: Resource<ResourceShareArgs>): Verdict =>
  decide(share.flag("allowExternalPrincipals"), { known: (on) => (on ? "is true" : undefined) });

export const noExternalDataSharing: Rule = {
  id: "no-external-data-sharing",
  packs: ["gdpr"],
  title: "Data is shared with nobody outside the register",
  severity: "high",
  starred: true,
  scope: "resource",
  since: "0.2.0",
  why: "Whoever gets a copy outside of the organisation is a processor or a recipient, with a contract or without.",
  equivalents: ["CKV_AWS_205", "CKV_GCP_15", "GCP-0046"],
  fixText: ({ path }) => {
    if (path === "allowExternalPrincipals" || path === "allowCrossTenantReplication") return `Set \`${path}: false\`.`;
    if (path === "allowedCopyScope") return "Set `allowedCopyScope: AAD`.";
    return "Name only accounts and people of your own organisation, or add them to the register in the pack's settings.";
  },
  inPlace: ["aws:ram/resourceShare:ResourceShare", STORAGE],
  settings: [OWN_ACCOUNTS, OWN_DOMAINS, PERSONAL_CLASSES],
  checks: {
    "aws:ram/resourceShare:ResourceShare": share,
    "aws:ram/principalAssociation:PrincipalAssociation": (it: Resource<PrincipalAssociationArgs>, { config }) =>
      account(it.text("principal"), config),
    "aws:ec2/snapshotCreateVolumePermission:SnapshotCreateVolumePermission": (
      it: Resource<SnapshotCreateVolumePermissionArgs>,
      { config },
    ) => account(it.text("accountId"), config),
    "aws:ec2/amiLaunchPermission:AmiLaunchPermission": (it: Resource<AmiLaunchPermissionArgs>, { config }) => {
      return every([anybody(it.text("group")), account(it.text("accountId"), config)]);
    },
    "aws:lakeformation/permissions:Permissions": lakePermissions,
    "aws:s3/bucketPolicy:BucketPolicy": bucketPolicy,
    "gcp:bigquery/datasetIamMember:DatasetIamMember": (it: Resource<DatasetIamMemberArgs>, { config }) =>
      member(it.text("member"), config),
    "gcp:bigquery/dataset:Dataset": (it: Resource<DatasetArgs>, run) =>
      forAll(it.list("accesses"), (entry) => every(access(entry, run))[0] ?? PASS),
    [STORAGE]: storage,
  },
};
