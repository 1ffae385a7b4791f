import { namedByHand } from "../life/bridged.ts";
import { bridgedNames } from "../names/bridged.ts";
import { GCP_NAMES } from "../names/gcp.ts";
import type { Package } from "../package.ts";
import { failing } from "./failing.ts";
import { failures } from "./failures.ts";
import { finish } from "./finish.ts";
import { functions } from "./functions.ts";
import { identify } from "./identify.ts";
import { output, planned } from "./outputs.ts";
import { parse } from "./parse.ts";
import { replacement } from "./replacement.ts";
import { gcpAccount, gcpSite } from "./site.ts";
import { types } from "./types.ts";

/** Google Cloud. */
export const gcp: Package = {
  name: "gcp",
  types,
  failing,
  functions,
  failures,
  bridged: true,
  zeroes: "all",
  keeps: true,
  site: gcpSite,
  account: gcpAccount,
  nameRule: bridgedNames(GCP_NAMES),
  replacement,
  adoptsAdditions: true,
  deleteBeforeReplace: namedByHand,
  identify,
  output,
  planned,
  finish,
  fromId: (id, context, { name }) => parse(id, context.schema, name?.property),
  taken: (_token, id) => `googleapi: Error 409: The resource '${id}' already exists, alreadyExists`,
  missing: (_token, id) => `googleapi: Error 404: The resource '${id}' was not found, notFound`,
};
