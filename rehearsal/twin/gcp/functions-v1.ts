import { isObject, type Properties } from "../../wire/value.ts";
import { type Context, shown, type TwinType, text } from "../type.ts";
import { projectOf, regionOf } from "./site.ts";

const nameOf = ({ inputs }: Context): string => text(inputs, "name") ?? "";
const etag = ({ dice }: Context): string => Buffer.from(dice.hex("etag", 16), "hex").toString("base64");
const pathOf = (context: Context, name: string): string =>
  name.includes("/") ? name : `projects/${projectOf(context)}/locations/${regionOf(context)}/functions/${name}`;

const cloudFunction: TwinType = {
  token: "gcp:cloudfunctions/function:Function",
  defaults: { availableMemoryMb: 256, ingressSettings: "ALLOW_ALL", timeout: 60 },
  id: (context) => pathOf(context, nameOf(context)),
  limits: (inputs) => [
    [
      "name",
      !/^[a-zA-Z]([-_a-zA-Z0-9]{0,61}[a-zA-Z0-9])?$/.test(text(inputs, "name") ?? "a"),
      `"name" ("${text(inputs, "name") ?? ""}") may have letters, digits, - and _, begins with a letter, does not end with - or _ and has at most 63 characters`,
    ],
    [
      "timeout",
      typeof inputs["timeout"] === "number" && (inputs["timeout"] < 0 || inputs["timeout"] > 540),
      `expected timeout to be in the range (0 - 540), got ${shown(inputs["timeout"])}`,
    ],
    [
      "eventTrigger",
      inputs["eventTrigger"] !== undefined && inputs["triggerHttp"] !== undefined,
      '"event_trigger": conflicts with trigger_http',
    ],
    [
      "sourceRepository",
      inputs["sourceRepository"] !== undefined &&
        (inputs["sourceArchiveBucket"] ?? inputs["sourceArchiveObject"]) !== undefined,
      '"source_repository": conflicts with source_archive_bucket, source_archive_object',
    ],
  ],
  refuses: ({ inputs }) => [
    [
      "triggerHttp",
      inputs["eventTrigger"] === undefined && inputs["triggerHttp"] !== true,
      "One of `event_trigger` or `trigger_http` is required: you must specify a trigger when deploying a new function",
    ],
  ],
  needs: [
    {
      property: "sourceArchiveBucket",
      to: "gcp:storage/bucket:Bucket",
      words: (value) => `googleapi: Error 400: The source bucket ${value} does not exist.`,
    },
    {
      property: "serviceAccountEmail",
      to: "gcp:serviceaccount/account:Account",
      words: (value) => `googleapi: Error 404: Service account ${value} was not found.`,
    },
  ],
  computed: (context) => {
    const { inputs, site } = context;
    const project = projectOf(context);
    const trigger = inputs["eventTrigger"];
    return {
      automaticUpdatePolicy: isObject(inputs["automaticUpdatePolicy"]) ? inputs["automaticUpdatePolicy"] : {},
      buildServiceAccount:
        text(inputs, "buildServiceAccount") ??
        `projects/${project}/serviceAccounts/${site.places.gcp.projectNumber}-compute@developer.gserviceaccount.com`,
      dockerRegistry: text(inputs, "dockerRegistry") ?? "ARTIFACT_REGISTRY",
      ...(isObject(trigger) && { eventTrigger: { failurePolicy: { retry: false }, ...trigger } }),
      httpsTriggerSecurityLevel:
        text(inputs, "httpsTriggerSecurityLevel") ?? (inputs["triggerHttp"] === true ? "SECURE_OPTIONAL" : ""),
      httpsTriggerUrl:
        inputs["triggerHttp"] === true
          ? `https://${regionOf(context)}-${project}.cloudfunctions.net/${nameOf(context)}`
          : "",
      maxInstances: inputs["maxInstances"] ?? 0,
      serviceAccountEmail: text(inputs, "serviceAccountEmail") ?? `${project}@appspot.gserviceaccount.com`,
      status: "ACTIVE",
      versionId: "1",
      vpcConnectorEgressSettings: text(inputs, "vpcConnectorEgressSettings") ?? "",
    };
  },
  forceNew: [
    "name",
    "project",
    "region",
    "ingressSettings",
    "triggerHttp",
    "eventTrigger.eventType",
    "eventTrigger.resource",
  ],
  otherwise: "update",
  source:
    "Cloud Functions API v1 reference: projects.locations.functions; what the SDK's documentation says of changes",
};

const SERVICE = "gcp:cloudrun/service:Service";
const locationOf = ({ inputs, site }: Context): string => text(inputs, "location") ?? site.region;
const part = (inputs: Properties, key: string): Properties => (isObject(inputs[key]) ? inputs[key] : {});
const service: TwinType = {
  token: SERVICE,
  defaults: { autogenerateRevisionName: false },
  refuses: (context) => [
    [
      "name",
      !/^[a-z]([-a-z0-9]{0,47}[a-z0-9])?$/.test(text(context.inputs, "name") ?? "a"),
      `googleapi: Error 400: metadata.name: ${nameOf(context)}: only lowercase letters, digits and '-', beginning with a letter, not ending with '-', less than 50 characters`,
    ],
  ],
  needs: [
    {
      property: "template.spec.serviceAccountName",
      to: "gcp:serviceaccount/account:Account",
      words: (value) => `googleapi: Error 404: Service account ${value} does not exist.`,
    },
  ],
  computed: (context) => {
    const { inputs, dice, site } = context;
    const revision = `${nameOf(context)}-${dice.digits("revision", 5)}-${dice.letters("revision", 3)}`;
    const url = `https://${nameOf(context)}-${site.places.gcp.projectNumber}.${locationOf(context)}.run.app`;
    const traffics = inputs["traffics"] ?? [{ latestRevision: true, percent: 100, revisionName: "", tag: "", url: "" }];
    const template = part(inputs, "template");
    const condition = (type: string) => ({ message: "", reason: "", status: "True", type });
    return {
      metadata: {
        annotations: {},
        generation: 1,
        labels: {},
        namespace: projectOf(context),
        resourceVersion: dice.letters("version", 11),
        selfLink: `/apis/serving.knative.dev/v1/namespaces/${site.places.gcp.projectNumber}/services/${nameOf(context)}`,
        uid: dice.uuid("uid"),
        ...part(inputs, "metadata"),
      },
      statuses: [
        {
          conditions: ["Ready", "ConfigurationsReady", "RoutesReady"].map(condition),
          latestCreatedRevisionName: revision,
          latestReadyRevisionName: revision,
          observedGeneration: 1,
          traffics,
          url,
        },
      ],
      template: {
        metadata: { name: "", ...part(template, "metadata") },
        spec: {
          containerConcurrency: 80,
          serviceAccountName: `${site.places.gcp.projectNumber}-compute@developer.gserviceaccount.com`,
          timeoutSeconds: 300,
          ...part(template, "spec"),
        },
      },
      traffics,
    };
  },
  forceNew: ["name", "location", "project"],
  otherwise: "update",
  source: "Cloud Run Admin API v1 reference: namespaces.services",
};

/** A grant on one object: its path, the role, the member. */
const grant = (
  { token, property, to }: { readonly token: string; readonly property: string; readonly to: string },
  path: (context: Context, on: string) => string,
): TwinType => ({
  token,
  id: (context) => {
    const { inputs } = context;
    const condition = inputs["condition"];
    const title = isObject(condition) ? text(condition, "title") : undefined;
    const parts = [path(context, text(inputs, property) ?? ""), text(inputs, "role"), text(inputs, "member"), title];
    return parts.filter((one) => one !== undefined).join("/");
  },
  shared: true,
  needs: [
    {
      property,
      to,
      words: (value) => `googleapi: Error 404: Resource '${value}' of kind '${to}' does not exist., notFound`,
    },
  ],
  computed: (context) => ({
    etag: etag(context),
    [property]: path(context, text(context.inputs, property) ?? ""),
  }),
  otherwise: "replace",
  source: "IAM reference: policies, a member of a role",
});

/** The first generation of functions and of services that run containers. */
export const functionsV1: readonly TwinType[] = [
  cloudFunction,
  service,
  grant(
    {
      token: "gcp:cloudfunctions/functionIamMember:FunctionIamMember",
      property: "cloudFunction",
      to: "gcp:cloudfunctions/function:Function",
    },
    pathOf,
  ),
  grant({ token: "gcp:cloudrun/iamMember:IamMember", property: "service", to: SERVICE }, (context, on) =>
    on.includes("/") ? on : `v1/projects/${projectOf(context)}/locations/${locationOf(context)}/services/${on}`,
  ),
];
