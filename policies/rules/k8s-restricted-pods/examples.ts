import { type Example, type Examples, UNKNOWN } from "../../core/examples.ts";
import { POD_KINDS, POD_TYPES } from "../../models/pod.ts";

const deployment = "kubernetes:apps/v1:Deployment";
const securityContext = {
  runAsNonRoot: true,
  allowPrivilegeEscalation: false,
  capabilities: { drop: ["ALL"] },
  seccompProfile: { type: "RuntimeDefault" },
};
const container = { name: "app", image: "app", securityContext };
const tight = { containers: [container] };

function workload(type: string, spec: unknown): Example {
  const place = POD_KINDS[type as keyof typeof POD_KINDS];
  const steps = place === "" ? [] : place.split(".");
  const props = steps.reduceRight<unknown>((inner, step) => ({ [step]: inner }), { spec }) as object;
  return { type, props: { metadata: { name: "app" }, ...props } };
}
const pod = (spec: unknown) => workload(deployment, spec);
const withContext = (change: object) =>
  pod({ containers: [{ ...container, securityContext: { ...securityContext, ...change } }] });
const without = (key: keyof typeof securityContext) => {
  const { [key]: _, ...rest } = securityContext;
  return pod({ containers: [{ ...container, securityContext: rest }] });
};

export const examples: Examples = {
  pass: [
    ...POD_TYPES.map((type) => workload(type, tight)),
    { ...pod(tight), type: "kubernetes:apps/v1beta1:Deployment" },
    pod({
      securityContext: { runAsNonRoot: true, seccompProfile: { type: "Localhost" }, runAsUser: 1000 },
      containers: [{ securityContext: { allowPrivilegeEscalation: "false", capabilities: { drop: ["all"] } } }],
      volumes: [
        { name: "tmp", emptyDir: {} },
        { name: "config", configMap: { name: "app" } },
      ],
    }),
    withContext({ capabilities: { drop: ["ALL"], add: ["NET_BIND_SERVICE"] } }),
    withContext({ procMount: "Default" }),
    pod({ containers: [{ ...container, ports: [{ containerPort: 80 }, { containerPort: 81, hostPort: 0 }] }] }),
  ],
  fail: [
    ...POD_TYPES.map((type) => workload(type, { ...tight, hostNetwork: true })),
    pod({ ...tight, hostPID: true }),
    pod({ ...tight, hostIPC: true }),
    pod({ ...tight, initContainers: [{ name: "init", image: "init" }] }),
    pod({
      ...tight,
      ephemeralContainers: [{ ...container, securityContext: { ...securityContext, privileged: true } }],
    }),
    pod({ ...tight, volumes: [{ name: "host", hostPath: { path: "/" } }] }),
    pod({ ...tight, volumes: [{ name: "host", nfs: { server: "x", path: "/" } }] }),
    pod({ ...tight, securityContext: { runAsUser: 0 } }),
    pod({ ...tight, securityContext: { windowsOptions: { hostProcess: true } } }),
    pod({ containers: [{ ...container, ports: [{ containerPort: 80, hostPort: 80 }] }] }),
    withContext({ privileged: true }),
    withContext({ runAsNonRoot: false }),
    withContext({ runAsUser: 0 }),
    withContext({ allowPrivilegeEscalation: true }),
    withContext({ capabilities: { drop: ["NET_RAW"] } }),
    withContext({ capabilities: { drop: ["ALL"], add: ["SYS_ADMIN"] } }),
    withContext({ seccompProfile: { type: "Unconfined" } }),
    withContext({ procMount: "Unmasked" }),
    without("runAsNonRoot"),
    without("allowPrivilegeEscalation"),
    without("capabilities"),
    without("seccompProfile"),
    // what the container says goes before what its pod says
    pod({
      securityContext: { runAsNonRoot: true },
      containers: [{ ...container, securityContext: { ...securityContext, runAsNonRoot: false } }],
    }),
  ],
  undetermined: [
    ...POD_TYPES.map((type) => workload(type, { ...tight, hostNetwork: UNKNOWN })),
    pod(UNKNOWN),
    pod({ containers: UNKNOWN }),
    pod({ ...tight, volumes: UNKNOWN }),
    pod({ ...tight, os: { name: "windows" } }),
    withContext({ privileged: UNKNOWN }),
    withContext({ capabilities: { drop: [UNKNOWN] } }),
  ],
  notApplicable: [
    { type: "kubernetes:argoproj.io/v1alpha1:Rollout", props: { spec: { workloadRef: { name: "app" } } } },
  ],
};
