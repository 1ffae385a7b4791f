import { isObject, type Properties } from "../../wire/value.ts";
import { type Context, type TwinType, text } from "../type.ts";
import { callerOf, projectOf } from "./site.ts";

const member = (inputs: Properties, key: string): Properties => (isObject(inputs[key]) ? inputs[key] : {});
const locationOf = ({ inputs, site }: Context): string => text(inputs, "location") ?? site.region;
const nameOf = ({ inputs }: Context): string => text(inputs, "name") ?? "";
const defaultIdentity = ({ site }: Context): string =>
  `${site.places.gcp.projectNumber}-compute@developer.gserviceaccount.com`;
/** Cloud Run's short host names: name, a hash of the project, a short region. */
const runUrl = (context: Context): string =>
  `https://${nameOf(context)}-${context.site.places.gcp.projectNumber}.${locationOf(context)}.run.app`;

const cloudFunction: TwinType = {
  token: "gcp:cloudfunctionsv2/function:Function",
  limits: (inputs) => [
    [
      "name",
      !/^[a-z]([-a-z0-9]{0,61}[a-z0-9])?$/.test(text(inputs, "name") ?? "a"),
      "googleapi: Error 400: function name must match [a-z]([-a-z0-9]*[a-z0-9])? and be at most 63 characters",
    ],
  ],
  computed: (context) => {
    const { inputs, now } = context;
    const path = `projects/${projectOf(context)}/locations/${locationOf(context)}`;
    const config = member(inputs, "serviceConfig");
    const trigger = member(inputs, "eventTrigger");
    return {
      environment: "GEN_2",
      state: "ACTIVE",
      updateTime: now,
      url: `https://${locationOf(context)}-${projectOf(context)}.cloudfunctions.net/${nameOf(context)}`,
      serviceConfig: {
        allTrafficOnLatestRevision: true,
        availableCpu: "0.1666",
        availableMemory: "256M",
        environmentVariables: {},
        gcfUri: "",
        ingressSettings: "ALLOW_ALL",
        maxInstanceCount: 100,
        maxInstanceRequestConcurrency: 1,
        minInstanceCount: 0,
        secretEnvironmentVariables: [],
        secretVolumes: [],
        serviceAccountEmail: defaultIdentity(context),
        timeoutSeconds: 60,
        vpcConnector: "",
        vpcConnectorEgressSettings: "",
        ...config,
        service: `${path}/services/${nameOf(context)}`,
        uri: runUrl(context),
      },
      ...(isObject(inputs["eventTrigger"]) && {
        eventTrigger: {
          ...trigger,
          trigger: `${path}/triggers/${nameOf(context)}-${context.dice.digits("trigger", 6)}`,
        },
      }),
    };
  },
  needs: [
    {
      property: "buildConfig.source.storageSource.bucket",
      to: "gcp:storage/bucket:Bucket",
      words: (value) => `googleapi: Error 400: Build source bucket ${value} does not exist.`,
    },
    {
      property: "serviceConfig.serviceAccountEmail",
      to: "gcp:serviceaccount/account:Account",
      words: (value) => `googleapi: Error 404: Service account ${value} was not found.`,
    },
  ],
  forceNew: ["name", "location", "project", "kmsKeyName"],
  otherwise: "update",
  source: "Cloud Functions API v2 reference: projects.locations.functions",
};
const service: TwinType = {
  token: "gcp:cloudrunv2/service:Service",
  computed: (context, id) => {
    const { inputs, now, dice } = context;
    const condition = (type: string) => ({
      executionReason: "",
      lastTransitionTime: now,
      message: "",
      reason: "",
      revisionReason: "",
      severity: "",
      state: "CONDITION_SUCCEEDED",
      type,
    });
    const revision = `${id}/revisions/${nameOf(context)}-00001-${dice.letters("revision", 3)}`;
    const template = member(inputs, "template");
    const latest = { percent: 100, revision: "", tag: "", type: "TRAFFIC_TARGET_ALLOCATION_TYPE_LATEST" };
    return {
      conditions: [condition("RoutesReady"), condition("ConfigurationsReady")],
      createTime: now,
      creator: callerOf(context),
      generation: "1",
      ingress: text(inputs, "ingress") ?? "INGRESS_TRAFFIC_ALL",
      lastModifier: callerOf(context),
      latestCreatedRevision: revision,
      latestReadyRevision: revision,
      launchStage: text(inputs, "launchStage") ?? "GA",
      observedGeneration: "1",
      template: {
        serviceAccount: defaultIdentity(context),
        timeout: "300s",
        maxInstanceRequestConcurrency: 80,
        scaling: { maxInstanceCount: 100, minInstanceCount: 0 },
        ...template,
      },
      terminalConditions: [condition("Ready")],
      trafficStatuses: [{ ...latest, uri: "" }],
      traffics: inputs["traffics"] ?? [latest],
      uid: dice.uuid("uid"),
      updateTime: now,
      uri: runUrl(context),
      urls: [runUrl(context)],
    };
  },
  holds: ({ inputs }) =>
    inputs["deletionProtection"] === false
      ? undefined
      : inputs["deletionProtection"] === true
        ? "cannot destroy service without setting deletion_protection=false and running `terraform apply`"
        : undefined,
  forceNew: ["name", "location", "project"],
  otherwise: "update",
  source: "Cloud Run Admin API v2 reference: projects.locations.services",
};

/** Functions and services that run containers. */
export const functionsV2: readonly TwinType[] = [cloudFunction, service];
