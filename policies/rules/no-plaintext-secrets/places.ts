import type { Bag, Read } from "../../core/props.ts";
import { asText } from "../../core/props.ts";
import type { Resource } from "../../core/resource.ts";
import { decide, fail, forAll, undetermined, type Verdict } from "../../core/verdict.ts";
import { credentialIn, credentialInLines, credentialOf, namesCredential } from "../../models/credential.ts";
import { podOf } from "../../models/pod.ts";

/** Somewhere in a resource where people put credentials. */
export type Place = (resource: Resource) => readonly Verdict[];
type Finds = (name: string, text: string) => string | undefined;

/** Values under names. */
export const map =
  (path: string, finds: Finds = credentialOf): Place =>
  (resource) => {
    const values = resource.bag(path);
    const names = values.keys();
    if (names.state !== "known") return names.state === "unknown" ? [undetermined(names)] : [];
    return names.value.map((name) => {
      const value = asText(values.key(name));
      return willHold(resource, name, value) ?? judge(value, (text) => finds(name, text));
    });
  };

/** Whole files under names. */
export const files = (path: string): Place => map(path, fileHolds);

/** A list of `name` and `value`; what comes from a secret store has no `value`. */
export const pairs =
  (path: string): Place =>
  (resource) =>
    forAll(resource.list(path), pairOf(resource));

/** Such lists inside each element of another list. */
export const pairsIn =
  (list: string, path: string): Place =>
  (resource) =>
    flat(resource.list(list), (item) => forAll(item.list(path), pairOf(resource)));

/** Container definitions, which are JSON text. */
export const definitions: Place = (task) =>
  flat(task.json("containerDefinitions").items(), (item) => forAll(item.list("environment"), pairOf(task)));

/** A script, as it is or in base64. */
export const script =
  (path: string): Place =>
  (resource) => [judge(resource.text(path), (text) => credentialInLines(decoded(text)))];

/** The containers of a pod. */
export const podEnvironment: Place = (workload) => {
  const pod = podOf(workload);
  if (pod === undefined) return [];
  const spec = pod.spec.self();
  if (spec.state === "unknown") return [undetermined(spec)];
  return pod.containers.flatMap((container) =>
    "state" in container ? [undetermined(container)] : forAll(container.list("env"), pairOf(workload)),
  );
};

function pairOf(resource: Resource): (item: Bag) => Verdict {
  return (item) => {
    const [name, value] = [item.text("name"), item.text("value")];
    const open = name.state === "known" ? willHold(resource, name.value, value) : undefined;
    return open ?? judgeNamed(name, value);
  };
}

// sealed in the state, and open to whoever may look at the resource
function willHold(resource: Resource, name: string, value: Read<string>): Verdict | undefined {
  if (value.state !== "unknown" || !namesCredential(name) || resource.isSecret(value.path) !== true) return undefined;
  return fail(value.path, "will hold a secret in plain text, a credential by its name");
}

/** A value by its form and by its name, which may both still be unknown. */
export function judgeNamed(name: Read<string>, value: Read<string>): Verdict {
  const verdict = judge(value, (text) => credentialOf(name.state === "known" ? name.value : "", text));
  return verdict.word === "pass" && value.state === "known" && name.state === "unknown" ? undetermined(name) : verdict;
}

function judge(read: Read<string>, find: (text: string) => string | undefined): Verdict {
  return decide(read, {
    known: (text) => {
      const kind = find(text);
      return kind && `holds ${kind} in plain text`;
    },
  });
}

function flat(list: Read<readonly Bag[]>, each: (item: Bag) => readonly Verdict[]): readonly Verdict[] {
  if (list.state !== "known") return list.state === "unknown" ? [undetermined(list)] : [];
  return list.value.flatMap(each);
}

// one line is a value, which its name judges; more are a file
function fileHolds(name: string, text: string): string | undefined {
  return text.trim().includes("\n") ? credentialInLines(text) : (credentialOf(name, text) ?? credentialIn(text));
}

function decoded(text: string): string {
  if (!/^[A-Za-z0-9+/\s]+={0,2}\s*$/.test(text)) return text;
  const plain = Buffer.from(text, "base64").toString("utf8");
  return plain.includes("�") ? text : plain;
}
