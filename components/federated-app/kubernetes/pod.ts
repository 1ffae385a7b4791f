import type { Probe } from "../args.ts";
import { mainPort, partLabels, podLabels } from "../names.ts";
import type { Part } from "../parts.ts";
import type { AppPlan } from "../plan.ts";

/** Where a container may write; all else is read-only. */
const SCRATCH = "/tmp";
const SCRATCH_MB = 64;

/** Base of a container's environment, volumes and mounts: what a member's identity is added to. */
export function baseOf({ env }: AppPlan) {
  return {
    env: Object.entries(env).map(([name, value]) =>
      isKey(value) ? { name, valueFrom: { secretKeyRef: { name: value.secret, key: value.key } } } : { name, value },
    ),
    volumes: [{ name: "scratch", emptyDir: { sizeLimit: `${SCRATCH_MB}Mi` } }],
    volumeMounts: [{ name: "scratch", mountPath: SCRATCH }],
  };
}

/** The pods of a workload: restricted, spread, and polite when they go. */
export function podTemplate(plan: AppPlan, part: Part) {
  const { user, drainSeconds, shutdownSeconds, priorityClass, args } = plan;
  const { env, volumes, volumeMounts } = baseOf(plan);
  return {
    metadata: { labels: { ...partLabels(plan, part) } },
    spec: {
      serviceAccountName: plan.name,
      automountServiceAccountToken: false,
      enableServiceLinks: false,
      terminationGracePeriodSeconds: drainSeconds + shutdownSeconds,
      ...(priorityClass !== undefined && { priorityClassName: priorityClass }),
      securityContext: {
        runAsNonRoot: true,
        runAsUser: user,
        runAsGroup: user,
        fsGroup: user,
        seccompProfile: { type: "RuntimeDefault" as const },
      },
      topologySpreadConstraints: ["topology.kubernetes.io/zone", "kubernetes.io/hostname"].map((topologyKey) => ({
        maxSkew: 1,
        topologyKey,
        whenUnsatisfiable: "ScheduleAnyway" as const,
        labelSelector: { matchLabels: { ...podLabels(plan) } },
      })),
      volumes,
      containers: [
        {
          name: plan.name,
          image: plan.image,
          ...(args !== undefined && { args: [...args] }),
          env,
          ports: plan.ports.map(({ name, port }) => ({ name, containerPort: port })),
          resources: resourcesOf(plan),
          ...probesOf(plan),
          // endpoints forget a pod a moment after it is told to go
          lifecycle: { preStop: { sleep: { seconds: drainSeconds } } },
          securityContext: {
            allowPrivilegeEscalation: false,
            readOnlyRootFilesystem: true,
            runAsNonRoot: true,
            capabilities: { drop: ["ALL"] },
          },
          volumeMounts,
        },
      ],
    },
  };
}

function resourcesOf({ resources: { cpuMillis, memoryMb, cpuLimitMillis, memoryLimitMb } }: AppPlan) {
  return {
    requests: { cpu: `${cpuMillis}m`, memory: `${memoryMb}Mi` },
    limits: {
      ...(cpuLimitMillis !== undefined && { cpu: `${cpuLimitMillis}m` }),
      memory: `${memoryLimitMb ?? memoryMb}Mi`,
    },
  };
}

const STARTUP_PERIODS = 30;

function probesOf(plan: AppPlan) {
  const { readiness, liveness = { port: mainPort(plan).name }, startup } = plan.probes;
  const asked = (probe: Probe) => {
    const { port, path, periodSeconds = 10 } = probe;
    const found = plan.ports.find(({ name }) => name === port);
    return { ...question(found, path), periodSeconds, timeoutSeconds: 2 };
  };
  return {
    readinessProbe: { ...asked(readiness), failureThreshold: 3 },
    // only what surely hangs is started again
    livenessProbe: { ...asked(liveness), failureThreshold: 6 },
    ...(startup && { startupProbe: { ...asked(startup), failureThreshold: STARTUP_PERIODS } }),
  };
}

function question(port: AppPlan["ports"][number] | undefined, path: string | undefined) {
  if (path !== undefined) return { httpGet: { path, port: port?.name ?? "" } };
  if (port?.protocol === "grpc") return { grpc: { port: port.port } };
  return { tcpSocket: { port: port?.name ?? "" } };
}

function isKey<T>(value: T): value is Extract<T, { readonly secret: string }> {
  return typeof value === "object" && value !== null && "secret" in value && "key" in value;
}
