import * as fs from "fs";
import * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";

const files = fs.readdirSync("manifests").map(file => `manifests/${file}`);

const manifests = new k8s.yaml.ConfigGroup("manifests", {
    files,
    transformations: [obj => { obj.metadata.annotations = { owner: "night" }; }],
});

const password = new pulumi.Config().getSecret("password") ?? pulumi.secret("unlikely");
const credentials = new k8s.core.v1.Secret("credentials", { stringData: { password } });
const job = new k8s.batch.v1.CronJob("sweep", {
    spec: {
        schedule: "0 3 * * *",
        jobTemplate: { spec: { template: { spec: {
            restartPolicy: "Never",
            containers: [{ name: "sweep", image: "busybox:1.37", env: [{ name: "PASSWORD", valueFrom: { secretKeyRef: { name: credentials.metadata.name, key: "password" } } }] }],
        } } } },
    },
}, { customTimeouts: { create: "2m" } });

export = {
    sweep: job.metadata.name,
    root: pulumi.getProject(),
    queue: manifests.getResource("apps/v1/StatefulSet", "queue").metadata.annotations["owner"],
};
