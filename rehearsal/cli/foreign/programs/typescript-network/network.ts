import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

export enum Tier {
    Open = "open",
    Closed = "closed",
}

export interface NetworkArgs {
    zones: pulumi.Input<string>[];
    labels: Record<string, string>;
}

export class Network extends pulumi.ComponentResource {
    public readonly vpc: aws.ec2.Vpc;
    public readonly subnets: aws.ec2.Subnet[];

    constructor(name: string, private readonly args: NetworkArgs, opts?: pulumi.ComponentResourceOptions) {
        super("night:net:Network", name, args, opts);
        this.vpc = new aws.ec2.Vpc(`${name}-vpc`, { cidrBlock: "10.8.0.0/16", tags: args.labels }, { parent: this });
        const gateway = new aws.ec2.InternetGateway(`${name}-gw`, { vpcId: this.vpc.id }, { parent: this.vpc });
        const routes = new aws.ec2.RouteTable(`${name}-rt`, {
            vpcId: this.vpc.id,
            routes: [{ cidrBlock: "0.0.0.0/0", gatewayId: gateway.id }],
        }, { parent: this.vpc });
        this.subnets = args.zones.map((zone, i) => this.subnet(`${name}-${i}`, zone, i, routes));
        this.registerOutputs({ vpcId: this.vpc.id });
    }

    private subnet(name: string, availabilityZone: pulumi.Input<string>, i: number, routes: aws.ec2.RouteTable) {
        const subnet = new aws.ec2.Subnet(name, {
            vpcId: this.vpc.id,
            cidrBlock: `10.8.${i}.0/24`,
            availabilityZone,
            mapPublicIpOnLaunch: true,
            tags: { ...this.args.labels, tier: Tier.Open },
        }, { parent: this.vpc });
        new aws.ec2.RouteTableAssociation(name, { subnetId: subnet.id, routeTableId: routes.id }, { parent: subnet });
        return subnet;
    }
}
