import type { DataCatalogEncryptionSettingsArgs } from "@pulumi/aws/glue/dataCatalogEncryptionSettings.js";
import type { DataLakeSettingsArgs } from "@pulumi/aws/lakeformation/dataLakeSettings.js";
import type { DatasetArgs } from "@pulumi/gcp/bigquery/dataset.js";
import type { Bag } from "../../core/props.ts";
import type { Resource } from "../../core/resource.ts";
import type { Rule } from "../../core/rule.ts";
import { decide, every, forAll, notCovered, type Verdict } from "../../core/verdict.ts";

const DEFAULTS = ["createDatabaseDefaultPermissions", "createTableDefaultPermissions"] as const;
const CATALOG = "dataCatalogEncryptionSettings";
const MODE = `${CATALOG}.encryptionAtRest.catalogEncryptionMode` as const;
const PASSWORDS = `${CATALOG}.connectionPasswordEncryption.returnConnectionPasswordEncrypted` as const;

/** With this principal every right of IAM is a right in the lake. */
const notEverybody = (permission: Bag): Verdict =>
  decide(permission.text("principal"), {
    known: (name) => (name === "IAM_ALLOWED_PRINCIPALS" ? `is ${name}: whoever IAM lets in may read it` : undefined),
  });

const lake = (settings: Resource<DataLakeSettingsArgs>): readonly Verdict[] =>
  every(DEFAULTS.flatMap((path) => forAll(settings.list(path), notEverybody)));

function catalog(settings: Resource<DataCatalogEncryptionSettingsArgs>): readonly Verdict[] {
  const mode = settings.text(MODE);
  return every([
    decide(mode, {
      known: (word) => {
        if (/^SSE-KMS(-WITH-SERVICE-ROLE)?$/i.test(word)) return undefined;
        return word.toUpperCase() === "DISABLED"
          ? `is ${word}`
          : notCovered(mode.path, "is no mode that this rule knows");
      },
      absent: "is not set",
    }),
    decide(settings.flag(PASSWORDS), {
      known: (on) => (on ? undefined : "is false: passwords of connections are returned in the clear"),
      absent: "is not set",
    }),
  ]);
}

const dataset = (dataset: Resource<DatasetArgs>): readonly Verdict[] =>
  forAll(dataset.list("accesses"), (access) =>
    decide(access.text("specialGroup"), {
      known: (group) => (/^all(Authenticated)?Users$/i.test(group) ? `is ${group}` : undefined),
    }),
  );

export const lakeNoOpenDefaults: Rule = {
  id: "lake-no-open-defaults",
  packs: ["gdpr"],
  title: "A new table of the lake is closed until somebody opens it",
  severity: "medium",
  scope: "resource",
  since: "0.2.0",
  why: "Open defaults give every new table to whoever has any right on the lake, before anybody has looked at it.",
  equivalents: ["CKV_AWS_94"],
  fixText: ({ path }) => {
    if (path === MODE) return `Set \`${path}: SSE-KMS\` and a key.`;
    if (path === PASSWORDS) return `Set \`${path}: true\`.`;
    return "Remove this entry; grant the right to those who need it.";
  },
  checks: {
    "aws:lakeformation/dataLakeSettings:DataLakeSettings": lake,
    "aws:glue/dataCatalogEncryptionSettings:DataCatalogEncryptionSettings": catalog,
    "gcp:bigquery/dataset:Dataset": dataset,
  },
};
