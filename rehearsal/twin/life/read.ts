import type { ReadRequest, ReadResult } from "../../wire/provider.ts";
import {
  equal,
  isList,
  isObject,
  type Properties,
  Secret,
  unwrapSecrets,
  unwrapSecretsIn,
  type Value,
} from "../../wire/value.ts";
import { contextOf } from "../shared.ts";
import type { Thing } from "../world/thing.ts";
import { bare, withoutBookkeeping } from "./bookkeeping.ts";
import { keeping } from "./keeping.ts";
import { outputs } from "./outputs.ts";
import { sample } from "./sample.ts";
import { account, type Scene } from "./scene.ts";

/** Reads an object for a refresh, a `.get` or an import. */
export function read(request: ReadRequest, scene: Scene): ReadResult | undefined {
  const { shared, subject } = scene;
  const { id, state, inputs } = request;
  const thing = find(request, scene) ?? assume(request, scene);
  if (!thing) return undefined;
  // many passwords have the id "none": of another one nothing can be learnt
  if (subject.package.onlyInState === true && state !== undefined && thing.urn !== request.urn) {
    return { id, properties: state, inputs: inputs ?? {} };
  }
  shared.ledger.used(subject);
  const imports = state === undefined && inputs === undefined;
  const next = imports ? importedInputs(thing, scene) : refreshedInputs(inputs ?? {}, state ?? {}, thing, scene);
  return { id, properties: thing.outputs, inputs: next };
}

function find({ id, state }: ReadRequest, scene: Scene): Thing | undefined {
  const { world } = scene.shared;
  const pkg = scene.subject.package.name;
  const type = scene.subject.token;
  const here = world.get({ package: pkg, account: account(scene, state ?? {}), type, id });
  return here ?? (scene.subject.package.apart ? undefined : world.find(pkg, type, id));
}

/** An object that the ledger does not know: real for all we can tell, unless it was deleted here. */
function assume(request: ReadRequest, scene: Scene): Thing | undefined {
  const { shared, site, subject } = scene;
  const { id, urn } = request;
  const pkg = subject.package;
  if (shared.existing === "none" || shared.world.wasDeleted(pkg.name, subject.token, id)) return undefined;
  const state = withoutBookkeeping(request.state ?? {});
  const empty = contextOf(shared, site, subject, request, unwrapSecretsIn(state));
  const named = subject.hand?.fromId?.(id, empty) ?? pkg.fromId(id, empty, subject);
  const wanted =
    request.state === undefined ? { ...required(scene), ...subject.hand?.assumed, ...named } : { ...named, ...state };
  const given = Object.fromEntries(Object.entries(wanted).filter(([key]) => isInput(key, scene)));
  const context = contextOf(shared, site, subject, request, unwrapSecretsIn(given));
  const made = { ...outputs(given, context, subject, id), ...state };
  const thing: Thing = {
    package: pkg.name,
    account: account(scene, context.inputs),
    type: subject.token,
    id,
    urn,
    inputs: given,
    outputs: made,
    origin: isState(state, scene) ? "stated" : "assumed",
    claims: [],
    ...keeping(site, subject.hand, made),
  };
  shared.world.put(thing.origin === "stated" ? "adopt" : "assume", thing);
  if (thing.origin === "assumed") shared.ledger.assumed(subject.token, `${id} exists`);
  return thing;
}

const isInput = (key: string, { subject: { schema } }: Scene): boolean => !schema || schema.inputs[key] !== undefined;
/** Computed outputs are known only of what a provider once made. */
const isState = (state: Properties, { subject: { schema } }: Scene): boolean =>
  Object.keys(state).some((key) => schema?.outputs[key]?.computed === true);

/** The least an object must have been made with. */
function required({ subject: { schema, schemas } }: Scene): Properties {
  const least: Record<string, Value> = {};
  for (const [key, input] of Object.entries(schema?.inputs ?? {})) {
    if (input.constant !== undefined) least[key] = input.constant;
    else if (input.required) least[key] = sample(key, input.type, schemas, "assumed");
  }
  return least;
}

/** Inputs that would make the object as it is now. */
function importedInputs(thing: Thing, { subject }: Scene): Properties {
  const { schema, package: pkg } = subject;
  if (!schema) return thing.inputs;
  const inputs: Record<string, Value> = {};
  for (const key of Object.keys(schema.inputs)) {
    const value = thing.inputs[key] ?? (schema.inputs[key]?.required ? thing.outputs[key] : undefined);
    if (value !== undefined) inputs[key] = value;
  }
  return pkg.bridged ? { ...inputs, __defaults: [] } : inputs;
}

/** The last inputs with everything that changed behind the program's back. */
function refreshedInputs(inputs: Properties, state: Properties, thing: Thing, { subject }: Scene): Properties {
  const { schema, package: pkg } = subject;
  const now = unwrapSecretsIn(thing.outputs);
  const keys = Object.keys(schema?.inputs ?? inputs).filter(
    (key) => state[key] !== undefined || inputs[key] !== undefined,
  );
  const next: Record<string, Value> = { ...inputs };
  for (const key of keys) {
    const seen = reflect(inputs[key], bare(state[key]), now[key], pkg.adoptsAdditions);
    if (seen === undefined) delete next[key];
    else next[key] = seen;
  }
  return next;
}

/** An input with what changed between two states of the output of the same name. */
function reflect(
  input: Value | undefined,
  was: Value | undefined,
  is: Value | undefined,
  adopts: boolean,
): Value | undefined {
  const old = was === undefined ? undefined : unwrapSecrets(was);
  if (equal(old, is) || old === undefined) return input;
  if (input instanceof Secret) {
    const inner = reflect(input.value, old, is, adopts);
    return inner === undefined || inner === input.value ? inner && input : new Secret(inner);
  }
  if (isObject(old) && isObject(is) && (isObject(input) || (input === undefined && adopts))) {
    const next: Record<string, Value> = { ...(isObject(input) ? input : {}) };
    for (const key of new Set([...Object.keys(old), ...Object.keys(is)])) {
      const seen =
        old[key] === undefined ? (adopts ? is[key] : next[key]) : reflect(next[key], old[key], is[key], adopts);
      if (seen === undefined) delete next[key];
      else next[key] = seen;
    }
    return input === undefined && Object.keys(next).length === 0 ? undefined : next;
  }
  if (isList(old) && isList(is) && isList(input) && input.length === is.length && old.length === is.length) {
    return input.map((item, i) => reflect(item, old[i], is[i], adopts) ?? null);
  }
  return input === undefined && !adopts ? undefined : is;
}
