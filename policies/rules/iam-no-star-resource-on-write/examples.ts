import { type Example, type Examples, UNKNOWN } from "../../core/examples.ts";

const types = [
  "aws:iam/policy:Policy",
  "aws:iam/rolePolicy:RolePolicy",
  "aws:iam/userPolicy:UserPolicy",
  "aws:iam/groupPolicy:GroupPolicy",
];
const allow = (Action: unknown, Resource: unknown = "*", more: object = {}) => ({
  Effect: "Allow",
  Action,
  Resource,
  ...more,
});
const of = (...Statement: object[]): Example => ({
  type: types[0] ?? "",
  props: { policy: JSON.stringify({ Version: "2012-10-17", Statement }) },
});
const all = (Statement: unknown): readonly Example[] =>
  types.map((type) => ({ type, props: { policy: { Statement } } }));

export const examples: Examples = {
  pass: [
    ...all([allow("sqs:SendMessage", "arn:aws:sqs:eu-central-1:1:orders")]),
    ...all(allow(["s3:Get*", "s3:List*", "ec2:Describe*"])),
    of(allow(["s3:PutObject"], ["arn:aws:s3:::data/*"])),
    of(allow("ec2:TerminateInstances", "*", { Condition: { StringEquals: { "aws:ResourceTag/team": "shop" } } })),
    of({ Effect: "Deny", Action: "*", Resource: "*" }),
    // what these change has no name to give
    of(allow(["xray:PutTraceSegments", "xray:PutTelemetryRecords", "cloudwatch:PutMetricData"])),
    of(allow(["ec2:CreateNetworkInterface", "ec2:DeleteNetworkInterface", "ec2:DescribeNetworkInterfaces"])),
    of(allow(["ssmmessages:CreateDataChannel", "ec2messages:SendReply", "ecr:GetAuthorizationToken"])),
    of(allow(["acm:RequestCertificate", "kms:CreateKey", "ssm:UpdateInstanceInformation"])),
    of(allow(["ec2:AssignPrivateIpAddresses", "logs:CreateLogDelivery"])),
    of(allow("s3:PutObject", "arn:aws:s3:::*-uploads/*")),
    of(allow("logs:PutLogEvents", "arn:aws:logs:*:*:log-group:/aws/lambda/app:*")),
  ],
  fail: [
    ...all([allow("dynamodb:PutItem")]),
    ...all(allow("kms:Decrypt")),
    of(allow("*")),
    of(allow("sqs:*")),
    of(allow(["s3:GetObject", "S3:PUTOBJECT"])),
    of(allow("s3:Put*", "arn:aws:s3:::*")),
    of(allow("s3:DeleteObject", ["arn:aws:s3:::data/*", "arn:aws:s3:::*/*"])),
    of(allow("iam:PassRole")),
    of(allow("sts:AssumeRole")),
    of(allow("lambda:InvokeFunction")),
    of(allow("sns:Publish"), allow("s3:GetObject")),
    of({ Effect: "Allow", NotAction: "iam:*", Resource: "*" }),
    of({ Effect: "Allow", Action: "s3:DeleteObject", NotResource: "arn:aws:s3:::data/*" }),
    of(allow("ec2:*")),
  ],
  undetermined: [
    ...types.map((type) => ({ type, props: { policy: UNKNOWN } })),
    of(allow("dynamodb:PutItem", UNKNOWN)),
    of(allow(UNKNOWN)),
  ],
};
