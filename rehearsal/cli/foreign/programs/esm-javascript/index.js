import * as gcp from "@pulumi/gcp";
import * as pulumi from "@pulumi/pulumi";
import { services } from "./services.js";

const project = gcp.organizations.getProjectOutput({});
const enabled = services.map((service) => new gcp.projects.Service(service, { service, disableOnDestroy: false }));

const runner = new gcp.serviceaccount.Account("runner", { accountId: "night-runner" }, { dependsOn: enabled });
new gcp.projects.IAMMember("runner", { project: gcp.config.project, role: "roles/pubsub.publisher", member: pulumi.interpolate`serviceAccount:${runner.email}` });

const code = new gcp.storage.Bucket("code", { location: "EU", uniformBucketLevelAccess: true, forceDestroy: true });
const archive = new gcp.storage.BucketObject("hello.zip", {
  bucket: code.name,
  source: new pulumi.asset.AssetArchive({ ".": new pulumi.asset.FileArchive("./hello") }),
});
const hello = new gcp.cloudfunctionsv2.Function("hello", {
  location: "europe-west1",
  buildConfig: { runtime: "nodejs22", entryPoint: "hello", source: { storageSource: { bucket: code.name, object: archive.name } } },
  serviceConfig: { serviceAccountEmail: runner.email, maxInstanceCount: 3 },
});

// the provider guards a cluster from deletion unless told otherwise
const cluster = new gcp.container.Cluster("small", { location: "europe-west1", initialNodeCount: 1 });

await Promise.resolve();

export const number = project.number;
export const url = hello.url;
export const endpoint = pulumi.secret(cluster.endpoint);
