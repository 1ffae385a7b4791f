import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { Network } from "./network";

const config = new pulumi.Config();
const zones = aws.getAvailabilityZonesOutput({ state: "available" });
const count = config.requireNumber("zones");

const network = new Network("main", {
    zones: Array.from({ length: count }, (_, i) => zones.names[i]),
    labels: config.requireObject<Record<string, string>>("labels"),
});

const image = aws.ec2.getAmi({
    mostRecent: true,
    owners: ["137112412989"],
    filters: [{ name: "name", values: ["al2023-ami-2023*-x86_64"] }],
});

const firewall = new aws.ec2.SecurityGroup("web", {
    vpcId: network.vpc.id,
    ingress: [{ protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["0.0.0.0/0"] }],
    egress: [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["0.0.0.0/0"] }],
});

const trust = aws.iam.getPolicyDocumentOutput({
    statements: [{ actions: ["sts:AssumeRole"], principals: [{ type: "Service", identifiers: ["ec2.amazonaws.com"] }] }],
});
const role = new aws.iam.Role("web", { assumeRolePolicy: trust.json });
const profile = new aws.iam.InstanceProfile("web", { role });

const servers = network.subnets.map((subnet, i) => new aws.ec2.Instance(`web-${i}`, {
    ami: image.then(found => found.id),
    instanceType: config.get("size") ?? "t3.micro",
    subnetId: subnet.id,
    vpcSecurityGroupIds: [firewall.id],
    iamInstanceProfile: profile.name,
    userData: `#!/bin/sh\necho "server ${i}" > /srv/name\n`,
}));

const elsewhere = new aws.Provider("elsewhere", { region: "us-west-2", defaultTags: { tags: { copy: "yes" } } });
const copies = new aws.s3.Bucket("copies", {}, { provider: elsewhere });

export const account = aws.getCallerIdentityOutput().accountId;
export const region = aws.getRegionOutput().apply(({ region }) => region);
export const addresses = servers.map(server => server.privateIp);
export const copiesIn = copies.region;
export const vpcId = network.vpc.id;
