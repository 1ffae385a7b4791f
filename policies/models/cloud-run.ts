import type { ServiceArgs } from "@pulumi/gcp/cloudrun/service.js";
import type { Read } from "../core/props.ts";
import type { Resource } from "../core/resource.ts";

/** Cloud Run by its first API, which has annotations where the second has properties. */
export const RUN_V1 = "gcp:cloudrun/service:Service";

/** What is said about the service, whichever revision serves. */
export const ofService = (service: Resource<ServiceArgs>, name: string): Read =>
  service.bag("metadata.annotations").key(`run.googleapis.com/${name}`);

/** What is said about the revision that this program makes. */
export const ofRevision = (service: Resource<ServiceArgs>, name: string): Read =>
  service.bag("template.metadata.annotations").key(`autoscaling.knative.dev/${name}`);
