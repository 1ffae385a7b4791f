import { HIDDEN_FORM, toJson } from "../../wire/json.ts";
import { isList, isObject, type Properties, Secret, type Value } from "../../wire/value.ts";
import type { SomePlaces } from "../places.ts";
import { text } from "../type.ts";
import type { Recording } from "./recording.ts";

/** Where and when a recorded resource was made, as far as it tells. */
export interface RecordedPlace {
  readonly places: SomePlaces;
  /** Arguments that its provider must have had. */
  readonly args: Properties;
}

type Read = (recording: Recording, texts: readonly string[]) => RecordedPlace;

const NOWHERE: RecordedPlace = { places: {}, args: {} };
const READERS: { readonly [pkg: string]: Read } = {
  aws: ({ outputs }, texts) => {
    const arns = texts.filter((one) => one.startsWith("arn:")).map((one) => one.split(":"));
    const part = (n: number): string | undefined => arns.map((arn) => arn[n]).find(Boolean);
    const zones = texts.map((one) => /^([a-z]{2}(?:-[a-z]+)+-\d)[a-z]$/.exec(one)?.[1]).find(Boolean);
    const host = texts.map((one) => /\.([a-z]{2}-[a-z]+-\d)\.(?:compute|elb|eks|rds)\./.exec(one)?.[1]).find(Boolean);
    const region = text(outputs, "region") ?? part(3) ?? zones ?? host;
    const accountId = text(outputs, "ownerId") ?? part(4);
    return {
      places: {
        aws: {
          ...(region && { region }),
          ...(accountId && { accountId }),
          ...(part(1) && { partition: part(1) as string }),
        },
      },
      args: {},
    };
  },
  gcp: ({ outputs, id }, texts) => {
    const from = (pattern: RegExp): string | undefined => texts.map((one) => pattern.exec(one)?.[1]).find(Boolean);
    const project = text(outputs, "project") ?? /^projects\/([^/]+)/.exec(id)?.[1] ?? from(/projects\/([^/]+)\//);
    const zone = text(outputs, "zone") ?? from(/\/zones\/([^/]+)/);
    const place =
      text(outputs, "region") ??
      from(/\/regions\/([^/]+)/) ??
      zone?.replace(/-[a-z]$/, "") ??
      text(outputs, "location");
    const region = place?.slice(place.lastIndexOf("/") + 1);
    const projectNumber = from(/projects\/(\d+)\//);
    return {
      places: {
        gcp: {
          ...(project && { project }),
          ...(region && { region }),
          ...(zone && { zone }),
          ...(projectNumber && { projectNumber }),
        },
      },
      // labels of the provider's own came with version 8
      args: JSON.stringify(outputs["effectiveLabels"] ?? {}).includes("goog-pulumi-provisioned")
        ? {}
        : { addPulumiAttributionLabel: false },
    };
  },
  kubernetes: ({ outputs }) => ({
    places: {},
    args: JSON.stringify(toJson(outputs["metadata"] ?? null, HIDDEN_FORM)).includes("last-applied-configuration")
      ? { enableServerSideApply: false }
      : {},
  }),
  "azure-native": ({ id }, texts) => {
    const subscriptionId = [id, ...texts].map((one) => /^\/subscriptions\/([^/]+)/.exec(one)?.[1]).find(Boolean);
    return { places: { azure: { ...(subscriptionId && { subscriptionId }) } }, args: {} };
  },
};

/** Account, project or subscription, region and zone, read off the id and the outputs. */
export function placeOf(recording: Recording): RecordedPlace {
  const pkg = recording.type.split(":", 1)[0] as string;
  return READERS[pkg]?.(recording, [recording.id, ...textsIn(recording.outputs)]) ?? NOWHERE;
}

function textsIn(value: Value | undefined): readonly string[] {
  if (typeof value === "string") return [value];
  if (value instanceof Secret) return textsIn(value.value);
  if (isList(value)) return value.flatMap(textsIn);
  return isObject(value) ? Object.values(value).flatMap(textsIn) : [];
}
