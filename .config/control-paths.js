// which properties the rules that stop an update read: found by watching them judge their own examples
import { judgedFirst, registrationsOf } from "../policies/core/judged.ts";
import { registeredLevel } from "../policies/core/level.ts";
import { isObject, isPlain } from "../policies/core/props.ts";
import { SIGNATURE } from "../policies/core/signatures.ts";
import { normalise } from "../policies/core/token.ts";
import { rules } from "../policies/rules/list.ts";

/** What `controls.json` of `ignore-changes-hides-control` holds: type, path, and the rules that read it. */
export async function controlPaths() {
  const types = new Map();
  for (const rule of rules.filter(judgesParts)) {
    const { examples } = await import(`../policies/rules/${rule.id}/examples.ts`);
    for (const [type, path] of Object.values(examples)
      .flat()
      .flatMap((example) => readsOf(rule, example))) {
      const paths = types.get(type) ?? new Map();
      types.set(type, paths.set(path, (paths.get(path) ?? new Set()).add(rule.id)));
    }
  }
  const lines = [...types].sort(byName).map(([type, paths]) => {
    const kept = [...paths].filter(([path, ids]) => !isPrefix(path, ids, paths)).sort(byName);
    return `"${type}": ${JSON.stringify(Object.fromEntries(kept.map(([path, ids]) => [path, [...ids]])))}`;
  });
  return `{\n${lines.join(",\n")}\n}\n`;
}

const byName = ([a], [b]) => (a < b ? -1 : 1);
// a rule about every type reads everything, and nothing that it alone would miss
const judgesParts = ({ severity, checks }) =>
  registeredLevel(severity) === "mandatory" && !Object.keys(checks).some((type) => type.endsWith(":*"));

// on the way to what a rule wants it passes what is around it
const isPrefix = (path, ids, paths) =>
  [...paths].some(
    ([other, its]) =>
      other !== path && other.startsWith(path) && /^[.[]/.test(other.slice(path.length)) && ids.isSubsetOf(its),
  );

function readsOf(rule, example) {
  const reads = [];
  const stack = registrationsOf(example).map(({ inputs, ...one }) => {
    const type = normalise(one.type).text;
    return { ...one, inputs: watched(inputs, "", (path) => reads.push([type, path])) };
  });
  // which environment it is may stand in a tag, which would make every rule one about tags
  judgedFirst(rule, stack, { environment: "prod", ...example.config });
  return reads;
}

function watched(value, path, note) {
  if (!isObject(value) || !isPlain(value)) return value;
  const isList = Array.isArray(value);
  // who lists the names of an object is interested in all of them
  let isListed = false;
  const pathOf = (key) => (isList ? path : joined(path, isListed ? "*" : key));
  const see = (key) => {
    if (typeof key === "string" && !isList && !key.startsWith("__") && key !== SIGNATURE) note(pathOf(key));
  };
  return new Proxy(value, {
    get: (target, key) => {
      see(key);
      return watched(Reflect.get(target, key), pathOf(key), note);
    },
    getOwnPropertyDescriptor: (target, key) => {
      see(key);
      return Reflect.getOwnPropertyDescriptor(target, key);
    },
    ownKeys: (target) => {
      isListed = !isList;
      if (isListed) note(joined(path, "*"));
      return Reflect.ownKeys(target);
    },
  });
}

function joined(path, key) {
  if (key === "*") return path === "" ? key : `${path}[*]`;
  if (!/^[\w-]+$/.test(key)) return `${path}[${JSON.stringify(key)}]`;
  return path === "" ? key : `${path}.${key}`;
}
