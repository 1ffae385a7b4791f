import { type Context, type TwinType, text } from "../type.ts";
import { projectOf } from "./site.ts";

const emailOf = (context: Context): string =>
  `${text(context.inputs, "accountId") ?? ""}@${projectOf(context)}.iam.gserviceaccount.com`;
const pathOf = (context: Context): string => `projects/${projectOf(context)}/serviceAccounts/${emailOf(context)}`;

const account: TwinType = {
  token: "gcp:serviceaccount/account:Account",
  defaults: { disabled: false },
  limits: (inputs) => [
    [
      "accountId",
      !/^[a-z]([-a-z0-9]*[a-z0-9])$/.test(text(inputs, "accountId") ?? "aa") ||
        (text(inputs, "accountId") ?? "").length < 6,
      `"account_id" ("${text(inputs, "accountId") ?? ""}") doesn't match regexp "^[a-z](?:[-a-z0-9]{4,28}[a-z0-9])$"`,
    ],
  ],
  id: pathOf,
  taken: (context) =>
    `googleapi: Error 409: Service account ${text(context.inputs, "accountId") ?? ""} already exists within project projects/${projectOf(context)}.`,
  computed: (context, id) => ({
    email: emailOf(context),
    member: `serviceAccount:${emailOf(context)}`,
    name: id,
    uniqueId: context.dice.digits("unique", 21),
  }),
  fromId: (id) => ({
    accountId: (id.split("/").at(-1) ?? "").split("@")[0] as string,
    ...(id.startsWith("projects/") && { project: id.split("/")[1] as string }),
  }),
  forceNew: ["accountId", "project"],
  otherwise: "update",
  source: "IAM API reference: projects.serviceAccounts",
};
const key: TwinType = {
  token: "gcp:serviceaccount/key:Key",
  needs: [
    {
      property: "serviceAccountId",
      to: "gcp:serviceaccount/account:Account",
      words: (value) => `googleapi: Error 404: Service account ${value} does not exist., notFound`,
    },
  ],
  defaults: {
    keyAlgorithm: "KEY_ALG_RSA_2048",
    privateKeyType: "TYPE_GOOGLE_CREDENTIALS_FILE",
    publicKeyType: "TYPE_X509_PEM_FILE",
  },
  id: ({ inputs, dice, site }) => {
    const on = text(inputs, "serviceAccountId") ?? "";
    const path = on.startsWith("projects/") ? on : `projects/${site.account}/serviceAccounts/${on}`;
    return `${path}/keys/${dice.hex("key", 40)}`;
  },
  computed: ({ dice, now }, id) => ({
    name: id,
    privateKey: Buffer.from(
      JSON.stringify({ type: "service_account", private_key: `simulated ${dice.hex("key", 40)}` }),
    ).toString("base64"),
    publicKey: Buffer.from(`simulated ${dice.hex("public", 40)}`).toString("base64"),
    validAfter: now,
    validBefore: "9999-12-31T23:59:59Z",
  }),
  secrets: ["privateKey"],
  otherwise: "replace",
  source: "IAM API reference: projects.serviceAccounts.keys",
};
const customRole: TwinType = {
  token: "gcp:projects/iAMCustomRole:IAMCustomRole",
  defaults: { stage: "GA" },
  id: (context) => `projects/${projectOf(context)}/roles/${text(context.inputs, "roleId") ?? ""}`,
  computed: (_context, id) => ({ deleted: false, name: id }),
  limits: (inputs) => [
    [
      "roleId",
      !/^[a-zA-Z0-9_.]{3,64}$/.test(text(inputs, "roleId") ?? "abc"),
      "googleapi: Error 400: The role name must be in the form [a-zA-Z0-9_.]{3,64}.",
    ],
  ],
  tombstone: "a deleted custom role keeps its name for 37 days",
  forceNew: ["roleId", "project"],
  otherwise: "update",
  source: "IAM API reference: projects.roles",
};
const serviceIdentity: TwinType = {
  token: "gcp:projects/serviceIdentity:ServiceIdentity",
  id: (context) => `projects/${projectOf(context)}/services/${text(context.inputs, "service") ?? ""}`,
  shared: true,
  computed: ({ inputs, site }) => {
    const service = (text(inputs, "service") ?? "").split(".")[0] as string;
    const email = `service-${site.places.gcp.projectNumber}@gcp-sa-${service}.iam.gserviceaccount.com`;
    return { email, member: `serviceAccount:${email}` };
  },
  forceNew: ["project", "service"],
  otherwise: "update",
  source: "Service Usage API reference: services.generateServiceIdentity",
};
const service: TwinType = {
  token: "gcp:projects/service:Service",
  id: (context) => `${projectOf(context)}/${text(context.inputs, "service") ?? ""}`,
  shared: true,
  forceNew: ["project", "service"],
  otherwise: "update",
  source: "Service Usage API reference: services.enable",
};

/** Who programs are, and what a project offers them. */
export const identity: readonly TwinType[] = [account, key, customRole, serviceIdentity, service];
