/** A program in somebody else's style. */
export interface Foreign {
  readonly name: string;
  readonly files: { readonly [path: string]: string };
  /** Types that must be in the state after the up. */
  readonly types: readonly string[];
  /** The @pulumi/pulumi it brings, as an alias in our own modules. */
  readonly sdk?: "pulumi-3-113" | "pulumi-3-150" | "pulumi-3-228";
  readonly args?: readonly string[];
}

const yaml = (runtime: string, main?: string): string =>
  `name: shop\nruntime: ${runtime}\n${main ? `main: ${main}\n` : ""}`;
const TYPESCRIPT = yaml("nodejs");
const PLAIN = yaml("{name: nodejs, options: {typescript: false}}");
const MODULE = '{"name": "shop", "type": "module", "main": "index.js"}';

const random = (sdk: NonNullable<Foreign["sdk"]>): Foreign => ({
  name: `an old SDK: ${sdk}`,
  sdk,
  types: ["random:index/randomPet:RandomPet", "random:index/randomPassword:RandomPassword"],
  files: {
    "Pulumi.yaml": PLAIN,
    "index.js": `
      const pulumi = require("@pulumi/pulumi");
      const random = require("@pulumi/random");
      class Zoo extends pulumi.ComponentResource {
        constructor(name, opts) {
          super("shop:index:Zoo", name, {}, opts);
          this.pet = new random.RandomPet(name + "-pet", { length: 3 }, { parent: this });
          this.registerOutputs({ pet: this.pet.id });
        }
      }
      const zoo = new Zoo("zoo");
      const password = new random.RandomPassword("password", { length: 20, keepers: { pet: zoo.pet.id } }, { protect: true });
      exports.pet = zoo.pet.id;
      exports.password = password.result;`,
  },
});

/** Small programs of our own in the styles that people use. */
export const programs: readonly Foreign[] = [
  {
    name: "CommonJS JavaScript: a static site on AWS",
    types: ["aws:s3/bucket:Bucket", "aws:s3/bucketObject:BucketObject", "aws:s3/bucketPolicy:BucketPolicy"],
    files: {
      "Pulumi.yaml": PLAIN,
      "www/index.html": "<h1>shop</h1>",
      "index.js": `
        const aws = require("@pulumi/aws");
        const pulumi = require("@pulumi/pulumi");
        const site = new aws.s3.Bucket("site");
        new aws.s3.BucketObject("index.html", { bucket: site.id, source: new pulumi.asset.FileAsset("www/index.html"), contentType: "text/html" });
        new aws.s3.BucketPolicy("public", { bucket: site.id, policy: site.arn.apply((arn) => JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Principal: "*", Action: ["s3:GetObject"], Resource: [arn + "/*"] }] })) });
        exports.url = pulumi.interpolate\`http://\${site.websiteEndpoint}\`;`,
    },
  },
  {
    name: "TypeScript through ts-node: a VPC, lookups, several regions",
    types: ["aws:ec2/vpc:Vpc", "aws:ec2/subnet:Subnet", "aws:ec2/instance:Instance", "pulumi:providers:aws"],
    files: {
      "Pulumi.yaml": TYPESCRIPT,
      "Pulumi.dev.yaml": "config:\n  aws:region: eu-west-1\n",
      "tsconfig.json":
        '{"compilerOptions": {"target": "es2022", "module": "commonjs", "moduleResolution": "node10", "ignoreDeprecations": "6.0", "strict": true, "skipLibCheck": true, "noCheck": true}, "files": ["index.ts"]}',
      "network.ts": `
        import * as aws from "@pulumi/aws";
        export enum Tier { Public = "public", Private = "private" }
        export class Network {
          readonly vpc = new aws.ec2.Vpc("main", { cidrBlock: "10.0.0.0/16", enableDnsHostnames: true, tags: { tier: Tier.Public } });
          subnet(name: string, cidrBlock: string) { return new aws.ec2.Subnet(name, { vpcId: this.vpc.id, cidrBlock }); }
        }`,
      "index.ts": `
        import * as aws from "@pulumi/aws";
        import * as pulumi from "@pulumi/pulumi";
        import { Network } from "./network";
        const network = new Network();
        const subnets = ["10.0.1.0/24", "10.0.2.0/24"].map((cidr, i) => network.subnet("subnet-" + i, cidr));
        const ami = aws.ec2.getAmiOutput({ mostRecent: true, owners: ["amazon"], filters: [{ name: "name", values: ["al2023-ami-*-x86_64"] }] });
        const caller = aws.getCallerIdentityOutput();
        new aws.ec2.Instance("web", { ami: ami.id, instanceType: "t3.micro", subnetId: subnets[0].id }, { ignoreChanges: ["tags"] });
        const elsewhere = new aws.Provider("us", { region: "us-east-1" });
        new aws.s3.Bucket("copy", {}, { provider: elsewhere, deleteBeforeReplace: true });
        export const account = caller.accountId;
        export const ids = pulumi.all(subnets.map((subnet) => subnet.id)).apply((all) => all.join(","));`,
    },
  },
  {
    name: "ES modules in JavaScript: Google Cloud",
    types: ["gcp:storage/bucket:Bucket", "gcp:pubsub/topic:Topic", "gcp:projects/iAMMember:IAMMember"],
    files: {
      "Pulumi.yaml": PLAIN,
      "package.json": MODULE,
      "Pulumi.dev.yaml": "config:\n  gcp:project: my-project\n  gcp:region: europe-west1\n",
      "index.js": `
        import * as gcp from "@pulumi/gcp";
        const account = new gcp.serviceaccount.Account("runner", { accountId: "runner" });
        new gcp.projects.IAMMember("viewer", { project: "my-project", role: "roles/viewer", member: account.member });
        const bucket = new gcp.storage.Bucket("data", { location: "EU", uniformBucketLevelAccess: true });
        const topic = new gcp.pubsub.Topic("events", { messageRetentionDuration: "86600s" });
        await Promise.resolve();
        export const url = bucket.url;
        export const topicId = topic.id;`,
    },
  },
  {
    name: "ES modules in TypeScript: Azure, an async entry and a component",
    types: ["azure-native:resources:ResourceGroup", "azure-native:storage:StorageAccount", "shop:index:Store"],
    files: {
      "Pulumi.yaml": yaml("nodejs", "src/index.ts"),
      "package.json": MODULE,
      "Pulumi.dev.yaml": "config:\n  azure-native:location: westeurope\n",
      "src/index.ts": `
        import { ComponentResource, type ComponentResourceOptions, type Output } from "@pulumi/pulumi";
        import * as resources from "@pulumi/azure-native/resources/index.js";
        import * as storage from "@pulumi/azure-native/storage/index.js";
        class Store extends ComponentResource {
          readonly key: Output<string>;
          constructor(name: string, opts?: ComponentResourceOptions) {
            super("shop:index:Store", name, {}, opts);
            const group = new resources.ResourceGroup("group", {}, { parent: this });
            const account = new storage.StorageAccount("store", { resourceGroupName: group.name, sku: { name: "Standard_LRS" }, kind: "StorageV2" }, { parent: this });
            const keys = storage.listStorageAccountKeysOutput({ resourceGroupName: group.name, accountName: account.name });
            this.key = keys.keys.apply((all) => all[0]!.value);
            this.registerOutputs({ key: this.key });
          }
        }
        export default async () => ({ key: new Store("store").key });`,
    },
  },
  {
    name: "a compiled main: Kubernetes with an explicit provider",
    types: ["kubernetes:apps/v1:Deployment", "kubernetes:core/v1:Service", "kubernetes:example.com/v1:Widget"],
    files: {
      "Pulumi.yaml": yaml("nodejs", "bin"),
      "bin/package.json": '{"name": "shop", "main": "index.js"}',
      "bin/index.js": `
        "use strict";
        Object.defineProperty(exports, "__esModule", { value: true });
        const k8s = require("@pulumi/kubernetes");
        const provider = new k8s.Provider("cluster", { kubeconfig: JSON.stringify({ apiVersion: "v1", kind: "Config", clusters: [], contexts: [], users: [] }) });
        const opts = { provider };
        const ns = new k8s.core.v1.Namespace("shop", {}, opts);
        const labels = { app: "web" };
        const settings = new k8s.core.v1.ConfigMap("settings", { metadata: { namespace: ns.metadata.name }, data: { mode: "quiet" } }, opts);
        const web = new k8s.apps.v1.Deployment("web", { metadata: { namespace: ns.metadata.name }, spec: { replicas: 2, selector: { matchLabels: labels }, template: { metadata: { labels }, spec: { containers: [{ name: "web", image: "nginx:1.29", envFrom: [{ configMapRef: { name: settings.metadata.name } }] }] } } } }, opts);
        new k8s.core.v1.Service("web", { metadata: { namespace: ns.metadata.name }, spec: { selector: labels, ports: [{ port: 80 }] } }, { ...opts, dependsOn: [web] });
        new k8s.apiextensions.CustomResource("widget", { apiVersion: "example.com/v1", kind: "Widget", metadata: { namespace: ns.metadata.name }, spec: { size: 3 } }, opts);
        exports.name = web.metadata.name;`,
    },
  },
  {
    name: "everything at once: transforms, reads, stack references, closures, dynamic providers",
    types: ["aws:lambda/function:Function", "pulumi-nodejs:dynamic:Resource", "tls:index/privateKey:PrivateKey"],
    args: ["--stack-outputs", "organization/base/dev=base.json"],
    files: {
      "Pulumi.yaml": PLAIN,
      "base.json": '{"vpcId": "vpc-123"}',
      "index.js": `
        const aws = require("@pulumi/aws");
        const pulumi = require("@pulumi/pulumi");
        const tls = require("@pulumi/tls");
        pulumi.runtime.registerStackTransformation(({ props, opts, type }) => (type === "aws:sqs/queue:Queue" ? { props: { ...props, tags: { owner: "shop" } }, opts } : undefined));
        const base = new pulumi.StackReference("organization/base/dev");
        const vpc = aws.ec2.Vpc.get("base", base.requireOutput("vpcId"));
        const queue = new aws.sqs.Queue("jobs", { visibilityTimeoutSeconds: 60 }, { protect: true, aliases: [{ name: "old-jobs" }] });
        const worker = new aws.lambda.CallbackFunction("worker", { callback: async () => "done " + queue.url.get() });
        queue.onEvent("work", worker);
        const key = new tls.PrivateKey("key", { algorithm: "ED25519" });
        class Clock extends pulumi.dynamic.Resource {
          constructor(name) { super({ create: async () => ({ id: "x", outs: { time: 1 } }) }, name, { zone: "UTC" }); }
        }
        new Clock("clock");
        exports.vpc = vpc.id;
        exports.publicKey = key.publicKeyOpenssh;
        exports.secret = pulumi.secret("hush");`,
    },
  },
  {
    name: "three clouds in one program",
    types: ["aws:sns/topic:Topic", "gcp:pubsub/topic:Topic", "azure-native:resources:ResourceGroup"],
    files: {
      "Pulumi.yaml": PLAIN,
      "Pulumi.dev.yaml": "config:\n  aws:region: eu-west-1\n  gcp:project: p\n  azure-native:location: westeurope\n",
      "index.js": `
        const { Topic } = require("@pulumi/aws/sns");
        const gcp = require("@pulumi/gcp");
        const azure = require("@pulumi/azure-native");
        const first = new Topic("events");
        const second = new gcp.pubsub.Topic("events", { labels: { origin: first.name.apply((name) => name.toLowerCase()) } });
        const group = new azure.resources.ResourceGroup("events", { tags: { origin: second.name } }, { deleteBeforeReplace: true });
        module.exports = { group: group.name };`,
    },
  },
  random("pulumi-3-113"),
  random("pulumi-3-150"),
  random("pulumi-3-228"),
];
