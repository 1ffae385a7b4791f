"use strict";
var __createBinding = (this && this.__createBinding) || function (o, m, k) { Object.defineProperty(o, k, { enumerable: true, get: () => m[k] }); };
Object.defineProperty(exports, "__esModule", { value: true });
exports.address = exports.frontend = void 0;
const k8s = require("@pulumi/kubernetes");
const workload_1 = require("./workload");
const cluster = new k8s.Provider("cluster", {
    kubeconfig: JSON.stringify({ apiVersion: "v1", kind: "Config", clusters: [], contexts: [], users: [] }),
    enableServerSideApply: true,
});
const namespace = new k8s.core.v1.Namespace("night", {}, { provider: cluster });
const settings = new k8s.core.v1.ConfigMap("settings", {
    metadata: { namespace: namespace.metadata.name },
    data: { mode: "quiet", lines: "one\ntwo" },
}, { provider: cluster });
const frontend = new workload_1.Workload("frontend", { image: "nginx:1.29", namespace: namespace.metadata.name, settings }, { provider: cluster });
exports.frontend = frontend.deployment.metadata.name;
exports.address = frontend.service.spec.clusterIP;
new k8s.apiextensions.CustomResource("certificate", {
    apiVersion: "cert-manager.io/v1",
    kind: "Certificate",
    metadata: { namespace: namespace.metadata.name },
    spec: { secretName: "shop-tls", dnsNames: ["shop.example.com"], issuerRef: { name: "own" } },
}, { provider: cluster, dependsOn: frontend });
