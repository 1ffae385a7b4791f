import { type Examples, UNKNOWN } from "../../core/examples.ts";

const endpoint = "aws:ec2/vpcEndpoint:VpcEndpoint";
const s3 = { vpcId: UNKNOWN, serviceName: "com.amazonaws.eu-central-1.s3" };
const all = { Effect: "Allow", Principal: "*", Action: "*", Resource: "*" };
const policy = (...Statement: object[]) => ({ ...s3, policy: { Version: "2012-10-17", Statement } });
const where = (key: string, value: unknown, operator = "StringEquals") => ({
  Condition: { [operator]: { [key]: value } },
});

export const examples: Examples = {
  pass: [
    { type: endpoint, props: policy({ ...all, ...where("aws:PrincipalOrgID", "o-1") }) },
    { type: endpoint, props: policy({ ...all, ...where("aws:ResourceOrgID", ["o-1", "o-2"]) }) },
    { type: endpoint, props: policy({ ...all, ...where("aws:ResourceAccount", "123456789012") }) },
    { type: endpoint, props: policy({ ...all, Resource: "arn:aws:s3:::uploads/*" }) },
    { type: endpoint, props: policy({ ...all, Principal: { AWS: "arn:aws:iam::123456789012:role/app" } }) },
    { type: endpoint, props: policy({ ...all, Effect: "Deny" }) },
    {
      type: endpoint,
      props: { ...s3, policy: JSON.stringify({ Statement: { ...all, ...where("aws:principalorgid", "o-1") } }) },
    },
    {
      type: endpoint,
      props: policy({ ...all, ...where("aws:ResourceOrgPaths", ["o-1/*"], "ForAnyValue:StringLike") }),
    },
    // whatever it is, nobody gets far
    {
      type: endpoint,
      props: { ...policy({ ...all, ...where("aws:ResourceOrgID", "o-1") }), vpcEndpointType: UNKNOWN },
    },
    { type: endpoint, props: policy({ ...all, ...where("aws:ResourceOrgID", "o-1", "StringEqualsIgnoreCase") }) },
  ],
  fail: [
    { type: endpoint, props: s3 },
    { type: endpoint, props: { ...s3, vpcEndpointType: "Interface" } },
    { type: endpoint, props: policy(all) },
    { type: endpoint, props: policy({ ...all, Principal: { AWS: ["*"] } }) },
    { type: endpoint, props: policy({ ...all, Resource: ["arn:aws:s3:::uploads/*", "*"] }) },
    { type: endpoint, props: policy({ ...all, ...where("aws:ResourceOrgID", "*") }) },
    { type: endpoint, props: policy({ ...all, ...where("aws:PrincipalOrgID", "o-1", "StringNotEquals") }) },
    { type: endpoint, props: policy({ ...all, ...where("aws:PrincipalOrgID", "o-1") }, { ...all, Action: "s3:*" }) },
    { type: endpoint, props: { ...s3, policy: JSON.stringify({ Statement: [all] }) } },
    { type: endpoint, props: policy({ ...all, ...where("aws:ResourceOrgID", "o-1", "StringNotEquals") }) },
    // true as well where there is nothing to compare
    { type: endpoint, props: policy({ ...all, ...where("aws:ResourceOrgID", ["o-1"], "ForAllValues:StringEquals") }) },
    { type: endpoint, props: policy({ ...all, ...where("aws:RequestedRegion", "eu-central-1") }) },
    {
      type: endpoint,
      props: policy({ Effect: "Allow", Principal: "*", Action: "*", NotResource: "arn:aws:s3:::audit/*" }),
    },
    { type: endpoint, props: policy({ ...all, ...where("aws:ResourceOrgID", "o-1", "StringEqualsIfExists") }) },
  ],
  undetermined: [
    { type: endpoint, props: { ...s3, policy: UNKNOWN } },
    { type: endpoint, props: { ...s3, vpcEndpointType: UNKNOWN } },
    { type: endpoint, props: policy({ ...all, Condition: UNKNOWN }) },
  ],
  notApplicable: [
    { type: endpoint, props: { ...s3, vpcEndpointType: "GatewayLoadBalancer" } },
    ...["Resource", "ServiceNetwork"].map((vpcEndpointType) => ({ type: endpoint, props: { ...s3, vpcEndpointType } })),
  ],
};
