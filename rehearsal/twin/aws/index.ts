import { namedByHand } from "../life/bridged.ts";
import { AWS_NAMES } from "../names/aws.ts";
import { bridgedNames } from "../names/bridged.ts";
import type { Package } from "../package.ts";
import { failing } from "./failing.ts";
import { failures } from "./failures.ts";
import { functions } from "./functions.ts";
import { identify } from "./identify.ts";
import { needs } from "./needs.ts";
import { output, planned } from "./outputs.ts";
import { replacement } from "./replacement.ts";
import { awsAccount, awsSite } from "./site.ts";
import { types } from "./types.ts";

/** Amazon Web Services. */
export const aws: Package = {
  name: "aws",
  types,
  failing,
  functions,
  failures,
  bridged: true,
  zeroes: "all",
  keeps: true,
  site: awsSite,
  account: awsAccount,
  nameRule: bridgedNames(AWS_NAMES),
  replacement,
  adoptsAdditions: true,
  deleteBeforeReplace: namedByHand,
  identify,
  output,
  planned,
  fromId: (id, _context, { name }) => (name === undefined || name.kind === "copy" ? {} : { [name.property]: id }),
  needs,
  taken: (_token, id) => `EntityAlreadyExists: ${id} already exists`,
  missing: (_token, id) => `ResourceNotFoundException: ${id} does not exist`,
};
