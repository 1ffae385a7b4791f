import type { AwsSite } from "../../core/site.ts";

/** Conditions that say whose people come, and whose things they come for. */
interface Ours {
  readonly people: { readonly "aws:PrincipalAccount": string };
  readonly things: { readonly "aws:ResourceAccount": readonly string[] };
}
/** What has to go through beside our own people who come for our own things. */
type Extra = (region: string, ours: Ours) => object;

const may = (Sid: string, Action: readonly string[], Resource: string | readonly string[], StringEquals: object) => ({
  Sid,
  Effect: "Allow",
  Principal: "*",
  Action,
  Resource,
  Condition: { StringEquals },
});
// EKS's own add-ons are images of AWS's accounts
const addOnImages: Extra = (region, { people }) =>
  may(
    "AddOnImages",
    ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
    `arn:aws:ecr:${region}:*:repository/eks/*`,
    people,
  );
const EXTRAS: Readonly<Record<string, Extra>> = {
  // the layers of every image lie in a bucket of AWS's (ECR User Guide, "Amazon S3 gateway endpoint")
  s3: (region, { people }) =>
    may("ImageLayers", ["s3:GetObject"], `arn:aws:s3:::prod-${region}-starport-layer-bucket/*`, people),
  "ecr.api": addOnImages,
  "ecr.dkr": addOnImages,
  // who comes with a service account's token is nobody until it is exchanged
  sts: (_, { things }) => may("ServiceAccounts", ["sts:AssumeRoleWithWebIdentity"], "*", things),
  // machines start from images that are AWS's, and find them by parameters that are, too
  ec2: (region, { people }) =>
    may(
      "MachineImages",
      ["ec2:RunInstances", "ec2:CreateFleet"],
      [`arn:aws:ec2:${region}::image/*`, `arn:aws:ec2:${region}::snapshot/*`],
      people,
    ),
  ssm: (region, { people }) =>
    may("MachineImages", ["ssm:GetParameter"], `arn:aws:ssm:${region}::parameter/aws/service/*`, people),
};

/** Leads our own people to our own things, in this account and others of ours: stolen data finds no stranger's bucket behind it. */
export function endpointPolicy(service: string, { region, accountId }: AwsSite, others: readonly string[]): string {
  const ours: Ours = {
    people: { "aws:PrincipalAccount": accountId },
    things: { "aws:ResourceAccount": [accountId, ...others] },
  };
  const extra = EXTRAS[service]?.(region, ours);
  const own = may("OwnThings", ["*"], "*", { ...ours.people, ...ours.things });
  return JSON.stringify({ Version: "2012-10-17", Statement: extra === undefined ? [own] : [own, extra] });
}
