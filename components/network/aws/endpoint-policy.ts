import type { PrivateService } from "../services.ts";

/** Who may use an endpoint for what, beyond our own people on our own things. */
type Extra = (region: string, ours: object) => readonly object[];

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
  storage: (region, ours) => [
    may("ImageLayers", ["s3:GetObject"], `arn:aws:s3:::prod-${region}-starport-layer-bucket/*`, ours),
  ],
  // EKS's own add-ons are images of AWS's accounts
  registry: (region, ours) => [
    may(
      "AddOnImages",
      ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
      `arn:aws:ecr:${region}:*:repository/eks/*`,
      ours,
    ),
  ],
  keys: none,
  secrets: none,
  logs: none,
  // who comes with a service account's token is nobody until it is exchanged
  tokens: (_, { "aws:PrincipalAccount": account }: { "aws:PrincipalAccount"?: string }) => [
    may("ServiceAccounts", ["sts:AssumeRoleWithWebIdentity"], "*", { "aws:ResourceAccount": account }),
  ],
  // machines start from images and parameters that are AWS's
  kubernetes: (region, ours) => [
    may(
      "MachineImages",
      ["ec2:RunInstances", "ec2:CreateFleet", "ssm:GetParameter"],
      [
        `arn:aws:ec2:${region}::image/*`,
        `arn:aws:ec2:${region}::snapshot/*`,
        `arn:aws:ssm:${region}::parameter/aws/service/*`,
      ],
      ours,
    ),
  ],
};

/** Leads our own people to our own things: stolen data finds no stranger's bucket behind it. */
export function endpointPolicy(service: PrivateService, region: string, accountId: string): string {
  const ours = { "aws:PrincipalAccount": accountId };
  return JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      may("OwnAccount", ["*"], "*", { ...ours, "aws:ResourceAccount": accountId }),
      ...EXTRAS[service](region, ours),
    ],
  });
}
