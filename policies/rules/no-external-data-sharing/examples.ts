import { type Example, type Examples, UNKNOWN } from "../../core/examples.ts";

const share = "aws:ram/resourceShare:ResourceShare";
const association = "aws:ram/principalAssociation:PrincipalAssociation";
const snapshot = "aws:ec2/snapshotCreateVolumePermission:SnapshotCreateVolumePermission";
const image = "aws:ec2/amiLaunchPermission:AmiLaunchPermission";
const lake = "aws:lakeformation/permissions:Permissions";
const policy = "aws:s3/bucketPolicy:BucketPolicy";
const member = "gcp:bigquery/datasetIamMember:DatasetIamMember";
const dataset = "gcp:bigquery/dataset:Dataset";
const account = "azure-native:storage:StorageAccount";

const config = { ownAccounts: ["222222222222"], ownDomains: ["example.org"] };
const it = (type: string, props: Example["props"]): Example => ({ type, props, config });
const allow = (principal: unknown, effect: unknown = "Allow") => ({
  bucket: "people",
  policy: { Statement: [{ Effect: effect, Principal: principal, Action: "s3:GetObject", Resource: "*" }] },
});
const text = (props: ReturnType<typeof allow>) => ({ ...props, policy: JSON.stringify(props.policy) });
const accesses = (...list: readonly object[]) => ({ accesses: list });
const personal = { tags: { class: "personal" } };
const role = (id: string) => `arn:aws:iam::${id}:role/reader`;

export const examples: Examples = {
  pass: [
    { type: share, props: {} },
    { type: share, props: { allowExternalPrincipals: "false" } },
    it(association, { principal: "222222222222" }),
    it(association, { principal: "arn:aws:organizations::222222222222:organization/o-1" }),
    it(snapshot, { accountId: "222222222222" }),
    it(image, { accountId: 222_222_222_222 }),
    it(image, { organizationArn: "arn:aws:organizations::222222222222:organization/o-1" }),
    it(lake, { principal: role("222222222222"), permissionsWithGrantOptions: ["SELECT"] }),
    it(policy, allow({ AWS: role("222222222222") })),
    it(policy, allow({ Service: "cloudtrail.amazonaws.com" })),
    it(policy, allow({ AWS: role("333333333333") }, "Deny")),
    it(policy, text(allow({ AWS: ["222222222222", role("222222222222")] }))),
    // who may read as CloudFront's identity is decided by the distribution
    it(policy, allow({ AWS: "arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity E1" })),
    { type: policy, props: allow({ Service: "logging.s3.amazonaws.com" }) },
    it(member, { member: "user:a@example.org" }),
    it(member, { member: "serviceAccount:a@shop.iam.gserviceaccount.com" }),
    { type: member, props: { member: "serviceAccount:a@shop.iam.gserviceaccount.com" } },
    { type: dataset, props: {} },
    it(dataset, accesses({ specialGroup: "projectOwners" }, { groupByEmail: "team@EXAMPLE.org" })),
    it(dataset, accesses({ userByEmail: "a@shop.iam.gserviceaccount.com" }, { domain: "example.org" })),
    it(dataset, accesses({ view: { projectId: "shop", datasetId: "orders", tableId: "open" } })),
    it(dataset, accesses({ dataset: { dataset: { projectId: "shop", datasetId: "open" }, targetTypes: ["VIEWS"] } })),
    it(dataset, accesses({ routine: { projectId: "shop", datasetId: "orders", routineId: "mask" } })),
    it(dataset, accesses({ role: "READER", iamMember: "serviceAccount:a@shop.iam.gserviceaccount.com" })),
    it(association, { principal: "3e" }),
    { type: account, props: { ...personal, allowedCopyScope: "AAD" } },
    { type: account, props: { ...personal, allowedCopyScope: "PrivateLink", allowCrossTenantReplication: false } },
    { type: account, props: { allowCrossTenantReplication: false } },
    it(association, { principal: "backup.amazonaws.com" }),
    {
      type: member,
      props: { member: "group:team@example.net" },
      config: { ownDomains: ["example.org", "Example.net"] },
    },
  ],
  fail: [
    { type: share, props: { allowExternalPrincipals: true } },
    { type: share, props: { allowExternalPrincipals: "true" } },
    it(association, { principal: "333333333333" }),
    it(association, { principal: "arn:aws:organizations::333333333333:organization/o-2" }),
    it(snapshot, { accountId: "333333333333" }),
    { type: image, props: { group: "all" } },
    it(image, { accountId: "333333333333" }),
    it(image, { accountId: "33333333333" }),
    it(lake, { principal: role("333333333333") }),
    it(lake, { principal: "333333333333", permissionsWithGrantOptions: ["SELECT"] }),
    it(policy, allow({ AWS: role("333333333333") })),
    it(policy, allow({ AWS: ["222222222222", "333333333333"] })),
    it(policy, text(allow({ AWS: "arn:aws:iam::333333333333:root" }))),
    { type: member, props: { member: "allAuthenticatedUsers" } },
    { type: member, props: { member: "allUsers" } },
    it(member, { member: "user:a@example.com" }),
    it(member, { member: "domain:example.com" }),
    { type: dataset, props: accesses({ specialGroup: "allAuthenticatedUsers" }) },
    { type: dataset, props: accesses({ specialGroup: "projectOwners" }, { iamMember: "allUsers" }) },
    it(dataset, accesses({ userByEmail: "a@example.com" })),
    it(dataset, accesses({ role: "READER" })),
    it(dataset, accesses({ iamMember: "group:team@example.com" })),
    { type: account, props: { allowCrossTenantReplication: true } },
    { type: account, props: { ...personal } },
    { type: account, props: { ...personal, allowedCopyScope: "AAD", allowCrossTenantReplication: "true" } },
    // the account stands in the ARN of a service, with its region, or before a word
    it(lake, { principal: "arn:aws:quicksight:eu-central-1:333333333333:user/default/a" }),
    it(lake, { principal: "333333333333:IAMPrincipals", permissionsWithGrantOptions: [] }),
    it(member, { member: "iamMember:user:a@example.com" }),
    { type: member, props: { member: "iamMember:allUsers" } },
    it(dataset, accesses({ groupByEmail: "team@example.com" })),
    it(dataset, accesses({ domain: "example.com" })),
    it(image, { group: UNKNOWN, accountId: "333333333333" }),
  ],
  undetermined: [
    { type: share, props: { allowExternalPrincipals: UNKNOWN } },
    it(association, { principal: UNKNOWN }),
    it(snapshot, { accountId: UNKNOWN }),
    it(image, { group: UNKNOWN }),
    it(image, { accountId: UNKNOWN }),
    it(lake, { principal: UNKNOWN }),
    it(policy, { policy: UNKNOWN }),
    it(policy, allow({ AWS: UNKNOWN })),
    it(policy, { policy: "not json" }),
    it(member, { member: UNKNOWN }),
    it(dataset, { accesses: UNKNOWN }),
    it(dataset, accesses({ userByEmail: UNKNOWN })),
    { type: account, props: { allowCrossTenantReplication: UNKNOWN } },
    { type: account, props: { tags: { class: UNKNOWN } } },
    it(member, { member: "user:" }),
    it(member, { member: "group" }),
  ],
  notApplicable: [
    { type: association, props: { principal: "333333333333" } },
    { type: snapshot, props: { accountId: "333333333333" } },
    { type: policy, props: allow({ AWS: role("333333333333") }) },
    { type: member, props: { member: "user:a@example.com" } },
  ],
};
