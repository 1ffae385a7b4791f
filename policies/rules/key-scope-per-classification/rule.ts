import type { CryptoKeyArgs } from "@pulumi/gcp/kms/cryptoKey.js";
import type { Graph } from "../../core/graph.ts";
import type { Read } from "../../core/props.ts";
import type { Resource } from "../../core/resource.ts";
import { each, type GraphRun, type Rule, type Run } from "../../core/rule.ts";
import type { Setting } from "../../core/settings.ts";
import { effectiveTag, tagName } from "../../core/tags.ts";
import { allOf, anyOf, faultIf, holds, type Truth } from "../../core/truth.ts";
import { every, notApplicable, type Verdict } from "../../core/verdict.ts";
import { ALIAS, isSameKey, type KeyUse, keyUses, STORES } from "../../models/store-key.ts";

const KEY = "aws:kms/key:Key";
const CRYPTO_KEY = "gcp:kms/cryptoKey:CryptoKey";
const TENANT_TAG = {
  name: "tenantTag",
  schema: {
    type: "string",
    description: "The tag that says whose data it is, where one stack serves several tenants.",
  },
} as const satisfies Setting;

/** What a key must not mix, by the tag that says it. */
function scopes({ config }: Run): readonly (readonly [tag: string, what: string])[] {
  const tenant = config.text(TENANT_TAG.name);
  return [
    [tagName(config, "class"), "classes"],
    ...(tenant.state === "known" ? [[tenant.value, "tenants"] as const] : []),
  ];
}

/** Whether both say it, and not the same; what says nothing is the matter of `data-classified`. */
function differ(mine: Read<string>, theirs: Read<string>): Truth {
  if (theirs.state !== "known") return theirs.state === "unknown" && mine.state !== "absent" && theirs;
  return holds(mine, (value) => value !== theirs.value);
}

function isUnder({ pointer, urns }: KeyUse, key: Resource, graph: Graph): Truth {
  if (urns.length > 0) return urns.includes(key.urn);
  if (pointer.from.cloud !== key.cloud || pointer.value.state === "absent") return false;
  if (pointer.value.state === "unknown") return pointer.value;
  const said = pointer.value.value;
  if (key.cloud === "gcp") {
    return holds((key as Resource<CryptoKeyArgs>).text("name"), (name) => said.endsWith(`/cryptoKeys/${name}`));
  }
  // the id of a key is known only once it is there, and then there is an edge; the name of an alias may be
  if (!said.includes("alias/")) return false;
  const unnamed = graph.ofType(ALIAS).filter((alias) => alias.edges["targetKeyId"]?.includes(key.urn));
  return anyOf(unnamed.map((alias) => holds(alias.text("name"), () => false)));
}

function key(key: Resource, run: GraphRun): readonly Verdict[] {
  const users = keyUses(run.graph)
    .map((use) => [use.store, isUnder(use, key, run.graph)] as const)
    .filter(([, under]) => under !== false);
  if (users.length === 0) return [notApplicable("protects no store of this stack")];
  const all = [[key, true] as const, ...users];
  return every(
    scopes(run).map(([tag, what]) => {
      const tagged = all.map(([one, under]) => [effectiveTag(one, tag), under] as const);
      const mixed = tagged.flatMap(([one, mine], index) =>
        tagged.slice(index + 1).map(([other, theirs]) => allOf([mine, theirs, differ(one, other)])),
      );
      return faultIf(anyOf(mixed), "", `protects data of several ${what}`);
    }),
  );
}

/** A key of another stack has nobody here who answers for it but the stores; the first of them is left alone. */
function store(store: Resource, run: GraphRun): readonly Verdict[] {
  const uses = keyUses(run.graph);
  const mine = uses.filter((use) => use.store === store && use.urns.length === 0);
  const [first] = mine;
  if (first === undefined) return [notApplicable("has no key, or one that is judged itself")];
  const others = uses.filter((use) => use.urns.length === 0 && use.store.urn < store.urn);
  return every(
    scopes(run).map(([tag, what]) => {
      const own = effectiveTag(store, tag);
      const mixed = others.flatMap((other) =>
        mine.map((use) => {
          const same = isSameKey(use, other);
          return same !== false && allOf([differ(own, effectiveTag(other.store, tag)), same]);
        }),
      );
      return faultIf(anyOf(mixed), first.pointer.value.path, `is a key for data of several ${what}`);
    }),
  );
}

export const keyScopePerClassification: Rule = {
  id: "key-scope-per-classification",
  packs: ["gdpr"],
  title: "A key protects data of one class",
  severity: "low",
  scope: "graph",
  since: "0.2.0",
  why: "To destroy a key is to erase all that it protects: that works only where nothing else hangs on it.",
  fixText: ({ type, path }) =>
    type === KEY || type === CRYPTO_KEY
      ? "Make a key for each class, and name it where the stores name this one."
      : `Set \`${path}\` to a key for data of this class alone.`,
  settings: [TENANT_TAG],
  checks: { [KEY]: key, [CRYPTO_KEY]: key, ...each(STORES, store) },
};
