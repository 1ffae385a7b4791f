import { secretsIn } from "../core/secrets.ts";
import { SECRET_SIGNATURE, SIGNATURE, UNKNOWN } from "../core/signatures.ts";
import { counted, type Format, type Subject } from "./format.ts";
import { isObject, type JsonObject } from "./json.ts";
import { UnreadableError } from "./unreadable.ts";

const DEPLOYMENT_VERSIONS = [3, 4];

/** What `pulumi stack export` prints, and what a file backend keeps. */
export const pulumiState: Format = {
  title: "a Pulumi state or export (JSON with a deployment or a checkpoint)",
  recognises: ({ jsonIfAny }) => deploymentIn(jsonIfAny) !== undefined,
  read: ({ path, json: file }) => {
    const deployment = deploymentIn(file);
    if (deployment === undefined) throw new UnreadableError(`${path} is no Pulumi state: it has no deployment`);
    const version = file["version"];
    if (!DEPLOYMENT_VERSIONS.includes(Number(version))) {
      throw new UnreadableError(
        `${path} is a Pulumi state of version ${String(version)}; known are ${DEPLOYMENT_VERSIONS.join(" and ")}`,
      );
    }
    const entries = (Array.isArray(deployment["resources"]) ? deployment["resources"] : []).filter(isObject);
    const broken = entries.find(({ urn, type }) => typeof urn !== "string" || typeof type !== "string");
    if (broken !== undefined) throw new UnreadableError(`${path} has a resource without urn or type`);
    const there = entries.filter((entry) => entry["delete"] !== true);
    const read = there.filter((entry) => entry["external"] === true);
    const own = there.filter((entry) => entry["external"] !== true);
    const byUrn = new Map(there.map((entry) => [String(entry["urn"]), entry]));
    // old states do not keep what was ignored, and new ones write no empty list
    const keepsIgnored = entries.some((entry) => "ignoreChanges" in entry);
    return {
      subjects: own.map((entry) => ({
        ...subjectOf(entry, byUrn, path),
        ignoreChanges: keepsIgnored ? textsIn(entry["ignoreChanges"]) : undefined,
      })),
      unmapped: counted(
        "is only read by the program, which does not decide it",
        read.map(({ type }) => String(type)),
      ),
    };
  },
};

function deploymentIn(file: JsonObject | undefined): JsonObject | undefined {
  const holder = isObject(file?.["checkpoint"]) ? file["checkpoint"]["latest"] : file?.["deployment"];
  return isObject(holder) && "manifest" in holder ? holder : undefined;
}

const textsIn = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);
const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

function subjectOf(entry: JsonObject, byUrn: ReadonlyMap<string, JsonObject>, file: string): Subject {
  const urn = String(entry["urn"]);
  const provider = textOf(entry["provider"]).replace(/::[^:]*$/, "");
  const edges = isObject(entry["propertyDependencies"]) ? entry["propertyDependencies"] : {};
  return {
    urn,
    type: String(entry["type"]),
    name: urn.slice(urn.lastIndexOf("::") + 2),
    inputs: opened(entry["inputs"] ?? {}),
    parent: textOf(entry["parent"]) || undefined,
    protect: entry["protect"] === true,
    secrets: secretsIn(entry["inputs"]),
    ...(provider !== "" && { provider: { urn: provider, props: opened(byUrn.get(provider)?.["inputs"] ?? {}) } }),
    edges: Object.fromEntries(Object.entries(edges).map(([key, urns]) => [key, textsIn(urns)])),
    address: urn,
    file,
  };
}

// a sealed secret is as good as a value that is not known yet; what begins with __ is the provider's own
function opened(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(opened);
  if (!isObject(value)) return value;
  if (value[SIGNATURE] === SECRET_SIGNATURE)
    return typeof value["plaintext"] === "string" ? plain(value["plaintext"]) : UNKNOWN;
  const kept = Object.entries(value).filter(([key]) => !key.startsWith("__"));
  return Object.fromEntries(kept.map(([key, inner]) => [key, opened(inner)]));
}

function plain(json: string): unknown {
  try {
    return opened(JSON.parse(json));
  } catch {
    return UNKNOWN;
  }
}
