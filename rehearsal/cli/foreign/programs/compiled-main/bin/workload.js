"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.Workload = void 0;
const k8s = require("@pulumi/kubernetes");
const pulumi = require("@pulumi/pulumi");
class Workload extends pulumi.ComponentResource {
    constructor(name, args, opts) {
        super("night:k8s:Workload", name, {}, opts);
        const labels = { app: name };
        const metadata = { namespace: args.namespace, labels };
        this.deployment = new k8s.apps.v1.Deployment(name, {
            metadata,
            spec: {
                replicas: 2,
                selector: { matchLabels: labels },
                template: {
                    metadata: { labels },
                    spec: { containers: [{ name, image: args.image, ports: [{ containerPort: 80 }], envFrom: [{ configMapRef: { name: args.settings.metadata.name } }] }] },
                },
            },
        }, { parent: this });
        this.service = new k8s.core.v1.Service(name, { metadata, spec: { type: "ClusterIP", ports: [{ port: 80 }], selector: labels } }, { parent: this, dependsOn: [this.deployment] });
        this.registerOutputs();
    }
}
exports.Workload = Workload;
