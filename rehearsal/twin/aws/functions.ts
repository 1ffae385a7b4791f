import { ProviderError } from "../../wire/provider.ts";
import { isList, type Properties, Secret } from "../../wire/value.ts";
import { type Answer, type Call, text } from "../type.ts";
import { getPolicyDocument } from "./policy-document.ts";

const regionOf = ({ args, site }: Call): string => text(args, "region") ?? site.region;
const zones = (call: Call): readonly string[] => ["a", "b", "c"].map((letter) => `${regionOf(call)}${letter}`);
const short = (region: string): string =>
  region
    .split("-")
    .map((part, i) => (i === 0 ? part : (part[0] as string)))
    .join("");

const getCallerIdentity: Answer = ({ site, dice }) => ({
  accountId: site.account,
  arn: `arn:${site.places.aws.partition}:sts::${site.account}:assumed-role/rehearsal/rehearsal`,
  id: site.account,
  userId: `AROA${dice.letters("user", 17, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")}:rehearsal`,
});
const getRegion: Answer = (call) => {
  const region = text(call.args, "name") ?? regionOf(call);
  return { id: region, name: region, region, description: region, endpoint: `ec2.${region}.amazonaws.com` };
};
const getPartition: Answer = ({ site }) => ({
  dnsSuffix: "amazonaws.com",
  id: site.places.aws.partition,
  partition: site.places.aws.partition,
  reverseDnsPrefix: "com.amazonaws",
});
const getAvailabilityZones: Answer = (call) => ({
  groupNames: [regionOf(call)],
  id: regionOf(call),
  names: zones(call),
  zoneIds: [1, 2, 3].map((number) => `${short(regionOf(call))}-az${number}`),
});
const getServicePrincipal: Answer = (call) => {
  const service = text(call.args, "serviceName") ?? "";
  const name = `${service}.amazonaws.com`;
  return {
    id: `${service}.${regionOf(call)}.amazonaws.com`,
    name,
    region: regionOf(call),
    serviceName: service,
    suffix: "amazonaws.com",
  };
};
const getCanonicalUserId: Answer = ({ dice }) => ({ id: dice.hex("canonical", 64), displayName: "rehearsal" });

const parseArn = (arn: string): Properties => {
  const [, partition = "", service = "", region = "", accountId = "", ...resource] = arn.split(":");
  return { account: accountId, accountId, arn, id: arn, partition, region, resource: resource.join(":"), service };
};
const getArn: Answer = ({ args }) => parseArn(text(args, "arn") ?? "");
const arnParse: Answer = ({ args }) => parseArn(text(args, "arn") ?? "");
const arnBuild: Answer = ({ args }) => ({
  result: [
    "arn",
    ...["partition", "service", "region", "accountId", "resource"].map((key) => text(args, key) ?? ""),
  ].join(":"),
});
const trimIamRolePath: Answer = ({ args }) => ({ result: (text(args, "arn") ?? "").replace(/:role\/.*\//, ":role/") });

/** Images are made up; the same question has the same answer. */
const image: Answer = (call) => {
  const { args, dice, now, site } = call;
  call.assumed(`an image that fits ${JSON.stringify(args)}`);
  const id = `ami-0${dice.hex("image", 16)}`;
  const arm = /arm64/.test(JSON.stringify(args));
  return {
    architecture: arm ? "arm64" : "x86_64",
    arn: `arn:${site.places.aws.partition}:ec2:${regionOf(call)}::image/${id}`,
    blockDeviceMappings: [],
    creationDate: now,
    id,
    imageId: id,
    imageOwnerAlias: "amazon",
    imageType: "machine",
    name: `simulated-image-${dice.hex("name", 8)}`,
    ownerId: "137112412989",
    public: true,
    rootDeviceName: "/dev/xvda",
    rootDeviceType: "ebs",
    state: "available",
    virtualizationType: "hvm",
  };
};
const getAmiIds: Answer = (call) => ({
  id: call.dice.digits("images", 10),
  ids: [`ami-0${call.dice.hex("image", 16)}`],
});

/** Public parameters name images and versions; others come from the ledger. */
const getParameter: Answer = (call) => {
  const { args, world, dice, site, existing } = call;
  const name = text(args, "name") ?? "";
  const own = world.find("aws", "aws:ssm/parameter:Parameter", name);
  if (own) return { ...own.outputs, id: name };
  if (existing === "none" && !name.startsWith("/aws/service/"))
    throw new ProviderError("notFound", `ParameterNotFound: ${name}`);
  call.assumed(`the parameter ${name}`);
  const value = /ami|image/.test(name) ? `ami-0${dice.hex("image", 16)}` : `simulated-${dice.hex("value", 8)}`;
  return {
    arn: `arn:${site.places.aws.partition}:ssm:${regionOf(call)}:${site.account}:parameter/${name.replace(/^\//, "")}`,
    id: name,
    insecureValue: value,
    name,
    type: "String",
    value: new Secret(value),
    version: 1,
  };
};
const getAddonVersion: Answer = ({ args }) => ({ id: text(args, "addonName") ?? "", version: "v1.20.0-eksbuild.1" });
const getPrefixList: Answer = (call) => ({
  cidrBlocks: ["198.51.100.0/24"],
  id: `pl-${call.dice.hex("list", 8)}`,
  name: text(call.args, "name") ?? `com.amazonaws.${regionOf(call)}.s3`,
});
/** Accounts from which the old load balancers write their logs, as the documentation lists them. */
const getServiceAccount: Answer = (call) => ({
  arn: "arn:aws:iam::156460612806:root",
  id: regionOf(call) === "eu-west-1" ? "156460612806" : "797873946194",
});

const registryHost = (call: Call): string =>
  `${text(call.args, "registryId") ?? call.site.account}.dkr.ecr.${regionOf(call)}.amazonaws.com`;
const getAuthorizationToken: Answer = (call) => {
  const password = `simulated-${call.dice.hex("password", 32)}`;
  const expires = new Date(Date.parse(call.now) + 12 * 3_600_000).toISOString();
  return {
    authorizationToken: new Secret(Buffer.from(`AWS:${password}`).toString("base64")),
    expiresAt: expires,
    id: regionOf(call),
    password: new Secret(password),
    proxyEndpoint: `https://${registryHost(call)}`,
    userName: "AWS",
  };
};
const getCredentials: Answer = (call) => ({
  authorizationToken: new Secret(Buffer.from(`AWS:simulated-${call.dice.hex("password", 32)}`).toString("base64")),
  expiresAt: call.now,
  id: text(call.args, "registryId") ?? call.site.account,
  proxyEndpoint: `https://${registryHost(call)}`,
});
const getClusterAuth: Answer = ({ args, dice }) => ({
  id: text(args, "name") ?? "",
  token: new Secret(`k8s-aws-v1.simulated-${dice.hex("token", 40)}`),
});
const getOrganization: Answer = ({ site, dice }) => ({
  arn: `arn:aws:organizations::${site.account}:organization/o-${dice.hex("org", 10)}`,
  featureSet: "ALL",
  id: `o-${dice.hex("org", 10)}`,
  masterAccountId: site.account,
  accounts: [
    {
      arn: `arn:aws:organizations::${site.account}:account/o-${dice.hex("org", 10)}/${site.account}`,
      email: "owner@example.com",
      id: site.account,
      name: "rehearsal",
      status: "ACTIVE",
    },
  ],
});
/** A default network has a subnet in each zone. */
const getSubnets: Answer = (call) => {
  const { world, dice, args } = call;
  const wanted = JSON.stringify(args["filters"] ?? []);
  const own = world
    .list("aws", "aws:ec2/subnet:Subnet")
    .filter(({ outputs, origin }) => origin !== "assumed" && wanted.includes(String(outputs["vpcId"] as string)));
  if (own.length > 0 || call.existing === "none") return { id: regionOf(call), ids: own.map(({ id }) => id) };
  call.assumed("three subnets of the default network");
  const filters = isList(args["filters"]) ? args["filters"].length : 0;
  return { id: regionOf(call), ids: [0, 1, 2].map((i) => `subnet-0${dice.hex(`subnet ${i} ${filters}`, 16)}`) };
};

const TABLE: { readonly [token: string]: Answer } = {
  "aws:index/getCallerIdentity:getCallerIdentity": getCallerIdentity,
  "aws:index/getRegion:getRegion": getRegion,
  "aws:index/getPartition:getPartition": getPartition,
  "aws:index/getAvailabilityZones:getAvailabilityZones": getAvailabilityZones,
  "aws:index/getServicePrincipal:getServicePrincipal": getServicePrincipal,
  "aws:index/getArn:getArn": getArn,
  "aws:index/arnParse:arnParse": arnParse,
  "aws:index/arnBuild:arnBuild": arnBuild,
  "aws:index/trimIamRolePath:trimIamRolePath": trimIamRolePath,
  "aws:s3/getCanonicalUserId:getCanonicalUserId": getCanonicalUserId,
  "aws:iam/getPolicyDocument:getPolicyDocument": getPolicyDocument,
  "aws:ec2/getAmi:getAmi": image,
  "aws:ec2/getAmiIds:getAmiIds": getAmiIds,
  "aws:ec2/getSubnets:getSubnets": getSubnets,
  "aws:ec2/getPrefixList:getPrefixList": getPrefixList,
  "aws:ssm/getParameter:getParameter": getParameter,
  "aws:eks/getAddonVersion:getAddonVersion": getAddonVersion,
  "aws:eks/getClusterAuth:getClusterAuth": getClusterAuth,
  "aws:elb/getServiceAccount:getServiceAccount": getServiceAccount,
  "aws:ecr/getAuthorizationToken:getAuthorizationToken": getAuthorizationToken,
  "aws:ecr/getCredentials:getCredentials": getCredentials,
  "aws:organizations/getOrganization:getOrganization": getOrganization,
};

/** What AWS answers without looking at single objects: a new function adds its line here. */
export const functions: ReadonlyMap<string, Answer> = new Map(Object.entries(TABLE));
