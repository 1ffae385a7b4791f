import {
  type CreateRequest,
  type CreateResult,
  type DeleteRequest,
  ProviderError,
  type UpdateRequest,
  type UpdateResult,
} from "../../wire/provider.ts";
import { type Properties, unwrapSecretsIn } from "../../wire/value.ts";
import { withHint } from "../hints.ts";
import type { Subject } from "../package.ts";
import { contextOf } from "../shared.ts";
import type { Context } from "../type.ts";
import { withoutBookkeeping } from "./bookkeeping.ts";
import { keeping } from "./keeping.ts";
import { mustExist } from "./needs.ts";
import { outputs, plannedOutputs, plannedUpdate, updatedOutputs } from "./outputs.ts";
import { account, type Scene } from "./scene.ts";
import { seek } from "./seek.ts";
import { partsOf } from "./token.ts";

const plain = (wanted: Properties): Properties => unwrapSecretsIn(wanted);

/** Makes an object, or says what is known of it before. */
export function create(request: CreateRequest, scene: Scene): CreateResult {
  const { shared, site, subject } = scene;
  const wanted = withoutBookkeeping(request.properties);
  const context = contextOf(shared, site, subject, request, plain(wanted));
  if (request.preview) return { id: "", properties: plannedOutputs(wanted, context, subject) };
  mustExist(context, scene);
  refuse(context, subject);
  const { id, claims } = identity(context, scene);
  const properties = outputs(wanted, context, subject, id);
  shared.ledger.used(subject);
  shared.world.put("create", {
    package: subject.package.name,
    account: account(scene, context.inputs),
    type: subject.token,
    id,
    urn: request.urn,
    inputs: wanted,
    outputs: properties,
    origin: "created",
    claims,
    ...keeping(site, subject.hand, properties),
    ...(subject.hand?.tombstone !== undefined && { tombstone: subject.hand.tombstone }),
  });
  return { id, properties };
}

/** What the service itself does not take. */
function refuse(context: Context, { hand, package: pkg }: Subject): void {
  const rows = [...(hand?.refuses?.(context) ?? []), ...(pkg.refuses?.(context) ?? [])];
  const broken = rows.find(([, bad]) => bad);
  if (broken) throw new ProviderError("invalidArgument", withHint(broken[2], "service", { what: broken[0] }));
}

interface Claimed {
  readonly id: string;
  readonly claims: readonly string[];
}

/** The id of a new object; a name that is taken is refused as the cloud refuses it. */
function identity(context: Context, scene: Scene): Claimed {
  const { shared, subject } = scene;
  const { hand, package: pkg, token } = subject;
  const own = hand?.id?.(context);
  const found = own === undefined ? pkg.identify(context, subject) : { id: own, sure: true };
  const claims = hand?.claims?.(context) ?? [];
  const key = { package: pkg.name, account: account(scene, context.inputs), type: token, id: found.id };
  const there = shared.world.get(key);
  const holder = claims.map((claim) => shared.world.holder(claim)).find((thing) => thing && thing.origin !== "assumed");
  const taken = holder !== undefined || (there !== undefined && there.origin !== "assumed");
  if (!taken) return { id: found.id, claims };
  if (!holder && hand?.shared) return { id: found.id, claims };
  if (!holder && !found.sure) return { id: `${found.id}-${context.dice.hex("another", 8)}`, claims };
  const words = hand?.taken?.(context, found.id) ?? pkg.taken(token, found.id);
  throw new ProviderError("alreadyExists", withHint(words, "taken", { what: nameOfKind(subject) }));
}

/** Changes an object in place, or says what is known of it before. */
export function update(request: UpdateRequest, scene: Scene): UpdateResult {
  const { shared, site, subject } = scene;
  const wanted = withoutBookkeeping(request.news);
  const thing = seek(request.id, request, scene, request.oldOutputs);
  const birth = Math.max(0, shared.world.births(request.urn) - 1);
  const contextWith = (inputs: Properties) => contextOf(shared, site, subject, request, plain(inputs), birth);
  const after = contextWith(wanted);
  if (request.preview) return { properties: plannedUpdate(wanted, request.oldOutputs, after, subject) };
  if (!thing) throw gone(subject, request.id);
  mustExist(after, scene);
  refuse(after, subject);
  const before = contextWith(withoutBookkeeping(request.oldInputs));
  const olds = thing.outputs;
  const properties = updatedOutputs({ wanted, before, after, olds, id: request.id }, subject);
  const claims = subject.hand?.claims?.(after) ?? thing.claims;
  const kept = keeping(site, subject.hand, properties);
  shared.world.put("update", { ...thing, urn: request.urn, inputs: wanted, outputs: properties, claims, ...kept });
  return { properties };
}

const nameOfKind = ({ token }: Subject): string => partsOf(token).name;
const gone = (subject: Subject, id: string): ProviderError =>
  new ProviderError(
    "notFound",
    withHint(subject.package.missing(subject.token, id), "gone", { what: nameOfKind(subject) }),
  );

/** Deletes an object; one that is gone already is no failure. */
export function remove(request: DeleteRequest, scene: Scene): void {
  const { shared, site, subject } = scene;
  const thing = seek(request.id, request, scene, request.oldOutputs);
  if (!thing) return;
  if (subject.hand?.shared && thing.urn !== request.urn && shared.world.byUrn(request.urn) === undefined) return;
  const context = contextOf(shared, site, subject, request, plain(thing.inputs));
  const held = subject.hand?.holds?.(context, request.id);
  if (held !== undefined)
    throw new ProviderError("failedPrecondition", withHint(held, "held", { what: nameOfKind(subject) }));
  const along = subject.hand?.takesDown?.(context, request.id) ?? [];
  shared.world.remove("delete", thing);
  for (const other of along) shared.world.remove("delete", other);
}
