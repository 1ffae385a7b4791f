import type { AwsSite } from "../../core/site.ts";
import type { PrivateService } from "../services.ts";

/** Conditions that say whose people come, and whose things they come for. */
interface Ours {
  readonly people: { readonly "aws:PrincipalAccount": string };
  readonly things: { readonly "aws:ResourceAccount": readonly string[] };
}
/** What has to go through beside our own people who come for our own things. */
type Extra = (region: string, ours: Ours) => readonly object[];

const none: Extra = () => [];
const may = (Sid: string, Action: readonly string[], Resource: string | readonly string[], StringEquals: object) => ({
  Sid,
  Effect: "Allow",
  Principal: "*",
  Action,
  Resource,
  Condition: { StringEquals },
});
const EXTRAS: { readonly [S in PrivateService]: Extra } = {
  // the layers of every image lie in a bucket of AWS's (ECR User Guide, "Amazon S3 gateway endpoint")
  storage: (region, { people }) => [
    may("ImageLayers", ["s3:GetObject"], `arn:aws:s3:::prod-${region}-starport-layer-bucket/*`, people),
  ],
  // EKS's own add-ons are images of AWS's accounts
  registry: (region, { people }) => [
    may(
      "AddOnImages",
      ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
      `arn:aws:ecr:${region}:*:repository/eks/*`,
      people,
    ),
  ],
  keys: none,
  secrets: none,
  logs: none,
  // who comes with a service account's token is nobody until it is exchanged
  tokens: (_, { things }) => [may("ServiceAccounts", ["sts:AssumeRoleWithWebIdentity"], "*", things)],
  // machines start from images and parameters that are AWS's
  kubernetes: (region, { people }) => [
    may(
      "MachineImages",
      ["ec2:RunInstances", "ec2:CreateFleet", "ssm:GetParameter"],
      [
        `arn:aws:ec2:${region}::image/*`,
        `arn:aws:ec2:${region}::snapshot/*`,
        `arn:aws:ssm:${region}::parameter/aws/service/*`,
      ],
      people,
    ),
  ],
};

/** Leads our own people to our own things, in this account and others of ours: stolen data finds no stranger's bucket behind it. */
export function endpointPolicy(service: PrivateService, { region, accountId }: AwsSite, others: readonly string[]) {
  const ours: Ours = {
    people: { "aws:PrincipalAccount": accountId },
    things: { "aws:ResourceAccount": [accountId, ...others] },
  };
  return JSON.stringify({
    Version: "2012-10-17",
    Statement: [may("OwnThings", ["*"], "*", { ...ours.people, ...ours.things }), ...EXTRAS[service](region, ours)],
  });
}
