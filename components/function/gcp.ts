import { Repository } from "@pulumi/gcp/artifactregistry/repository.js";
import { RepositoryIamMember } from "@pulumi/gcp/artifactregistry/repositoryIamMember.js";
import { Function as CloudFunction } from "@pulumi/gcp/cloudfunctionsv2/function.js";
import { ServiceIamMember } from "@pulumi/gcp/cloudrunv2/serviceIamMember.js";
import { IAMMember } from "@pulumi/gcp/projects/iammember.js";
import { Subscription } from "@pulumi/gcp/pubsub/subscription.js";
import { SubscriptionIAMMember } from "@pulumi/gcp/pubsub/subscriptionIAMMember.js";
import { Account } from "@pulumi/gcp/serviceaccount/account.js";
import { BucketObject } from "@pulumi/gcp/storage/bucketObject.js";
import { Bucket } from "../bucket/index.ts";
import type { Granter } from "../core/grant.ts";
import type { GcpIdentity } from "../core/identity.ts";
import { physicalName } from "../core/name.ts";
import type { Scope } from "../core/scope.ts";
import type { Queue } from "../queue/index.ts";
import type { FunctionSpec, MemoryMb } from "./args.ts";
import { bundle } from "./bundle.ts";
import type { FunctionChildren } from "./native.ts";

type GcpScope = Scope<"gcp", FunctionChildren["gcp"]>;
const FRAMEWORK = { "@google-cloud/functions-framework": "5.0.5" };
const PACKAGE = JSON.stringify({ main: "index.js", dependencies: FRAMEWORK });
// Google's own pairs; less than one CPU is enough for one request at a time
const CPU: { readonly [M in MemoryMb]: string } = { 512: "0.333", 2048: "1", 4096: "2" };
const KEPT_IMAGES = 3;

export function gcpFunction(scope: GcpScope, spec: FunctionSpec) {
  const { name, site, opts } = scope;
  const { project, region: location } = site;
  const account = account30(scope);
  const principal = new Account(...scope.child("identity", account("run")));
  const identity: GcpIdentity = { cloud: "gcp", name, member: principal.member };
  const build = buildPipeline(scope, spec);
  const lambda = new CloudFunction(
    ...scope.child(
      "function",
      {
        name: physicalName(site, name, { max: 63 }),
        location,
        buildConfig: { runtime: "nodejs22", entryPoint: "handler", ...build.config },
        serviceConfig: {
          availableMemory: `${spec.memoryMb}Mi`,
          availableCpu: CPU[spec.memoryMb],
          timeoutSeconds: spec.timeoutSeconds,
          minInstanceCount: 0,
          maxInstanceCount: spec.maxInstances,
          maxInstanceRequestConcurrency: 1,
          allTrafficOnLatestRevision: true,
          serviceAccountEmail: principal.email,
          ingressSettings: spec.http ? "ALLOW_ALL" : "ALLOW_INTERNAL_ONLY",
          environmentVariables: { ...spec.env, PORTABLE_TIMEOUT_SECONDS: String(spec.timeoutSeconds) },
        },
        labels: spec.tags,
      },
      { dependsOn: build.rights },
    ),
  );
  const service = lambda.serviceConfig.apply((config) => config?.service ?? "");
  const uri = lambda.serviceConfig.apply((config) => config?.uri ?? "");
  const mayInvoke = { project, location, name: service, role: "roles/run.invoker" };
  const push = spec.queues.length > 0 && pushers(scope, spec.queues, { uri, mayInvoke, invoker: account("push") });
  const grant: Granter<"gcp", "invoke"> = (_, { member }, grantName) => [
    new ServiceIamMember(grantName, { ...mayInvoke, member }, opts),
  ];
  return {
    outputs: { id: lambda.id, name: lambda.name, url: spec.http ? uri : undefined },
    nodes: { identity: principal, function: lambda, ...build.nodes, ...push },
    identity,
    grant,
  };
}

/** Cloud Build, with an account of its own that may read this code, write these images, and log. */
function buildPipeline(scope: GcpScope, { entry, code, criticality, tags }: FunctionSpec) {
  const { name, site, opts } = scope;
  const { project, region: location } = site;
  const builder = new Account(...scope.child("builder", account30(scope)("build")));
  const { member } = builder;
  const sources = new Bucket(`${name}-code`, { site, data: code, expires: false, criticality }, opts);
  const packed = bundle("gcp", entry, { "package.json": PACKAGE });
  const packageObject = new BucketObject(
    ...scope.child("package", { bucket: sources.name, name: `${packed.hash}.zip`, source: packed.archive }),
  );
  const images = new Repository(
    ...scope.child("images", {
      location,
      repositoryId: physicalName(site, name, { max: 63 }),
      format: "DOCKER",
      cleanupPolicies: [
        { id: "keep-recent", action: "KEEP", mostRecentVersions: { keepCount: KEPT_IMAGES } },
        { id: "delete-old", action: "DELETE", condition: { olderThan: "2592000s" } },
      ],
      labels: tags,
    }),
  );
  const builderLogs = new IAMMember(
    ...scope.child("builderLogs", { project, role: "roles/logging.logWriter", member }),
  );
  const builderImages = new RepositoryIamMember(
    ...scope.child("builderImages", {
      location,
      repository: images.name,
      role: "roles/artifactregistry.writer",
      member,
    }),
  );
  const reads = sources.grantRead({ cloud: "gcp", name: `${name}-builder`, member });
  return {
    config: {
      serviceAccount: builder.id,
      dockerRepository: images.id,
      source: {
        storageSource: {
          bucket: sources.name,
          object: packageObject.name,
          // an input as number, an output as text; without it a changed package is not deployed
          generation: packageObject.generation.apply(Number),
        },
      },
    },
    rights: [builderLogs, builderImages, ...reads.resources],
    nodes: { builder, sources, package: packageObject, images, builderLogs, builderImages },
  };
}

type Service = Pick<ConstructorParameters<typeof ServiceIamMember>[1], "project" | "location" | "name" | "role">;
interface Pushed {
  readonly uri: CloudFunction["url"];
  readonly mayInvoke: Service;
  readonly invoker: FunctionChildren["gcp"]["invoker"];
}

/** The account that Pub/Sub calls with may do nothing but call; the function's own account is never lent. */
function pushers(scope: GcpScope, queues: readonly Queue[], { uri, mayInvoke, invoker: args }: Pushed) {
  const invoker = new Account(...scope.child("invoker", args));
  const invoke = new ServiceIamMember(...scope.child("invoke", { ...mayInvoke, member: invoker.member }));
  const oidcToken = { serviceAccountEmail: invoker.email, audience: uri };
  const listeners = queues.flatMap((queue) => {
    const of = queue.logicalName;
    const source = queue.listen(scope.name);
    if (source.cloud !== "gcp") throw new TypeError(`${of} is not on gcp`);
    const pushConfig = { pushEndpoint: uri, oidcToken };
    const subscription = new Subscription(
      ...scope.child("subscription", { ...source.terms, pushConfig }, { of, lasting: true, dependsOn: [invoke] }),
    );
    const subscriber = { subscription: subscription.name, role: "roles/pubsub.subscriber", member: source.agent };
    return [subscription, new SubscriptionIAMMember(...scope.child("agentSubscribes", subscriber, { of }))];
  });
  return { invoker, invoke, listeners };
}

// the account id is the strictest name of all: 6 to 30 characters
function account30({ name, site }: GcpScope) {
  return (job: string) => ({
    accountId: physicalName(site, `${name}-${job}`, { max: 30 }),
    displayName: `${name} ${job}`,
    project: site.project,
  });
}
