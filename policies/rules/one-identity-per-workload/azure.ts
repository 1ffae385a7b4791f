import type { WebAppArgs } from "@pulumi/azure-native/web/webApp.js";
import type { Bag, Unknown } from "../../core/props.ts";
import type { Resource } from "../../core/resource.ts";
import type { GraphRun } from "../../core/rule.ts";
import { holds } from "../../core/truth.ts";
import { decide, every, fail, PASS, undetermined, type Verdict } from "../../core/verdict.ts";
import { typeOf } from "../../models/reference.ts";

export const APP = "azure-native:web:WebApp";
const IDENTITY = "azure-native:managedidentity:UserAssignedIdentity";
const LIST = "identity.userAssignedIdentities";

/** What is known of an app's own identities; with edges, an unknown id is no doubt. */
interface Identities {
  readonly ids: readonly string[];
  readonly open: Unknown | undefined;
}

/** An app has an identity, and not one that another app has. */
export function app(own: Resource, { graph }: GraphRun): readonly Verdict[] {
  const type = (own as Resource<WebAppArgs>).text("identity.type");
  return every([
    decide(type, {
      known: (word) => (word.toLowerCase() === "none" ? "is None" : undefined),
      absent: "is not set; default is None",
    }),
    shared(own, graph.ofType(APP)),
  ]);
}

function shared(own: Resource, apps: readonly Resource[]): Verdict {
  const user = holds(own.text("identity.type"), (word) => /UserAssigned/i.test(word));
  if (user === false) return PASS;
  const mine = identitiesOf(own);
  const others = apps.filter((other) => other !== own).map((other) => ({ name: other.name, ...identitiesOf(other) }));
  const same = others.find(({ ids }) => ids.some((id) => mine.ids.includes(id)));
  if (same !== undefined) return user === true ? fail(LIST, `is shared with ${same.name}`) : undetermined(user);
  const open = others.length > 0 ? (mine.open ?? others.find((other) => other.open !== undefined)?.open) : undefined;
  return open === undefined ? PASS : undetermined(open);
}

function identitiesOf(own: Resource): Identities {
  const edges = (own.edges["identity"] ?? []).filter((urn) => typeOf(urn) === IDENTITY);
  const list = own.list(LIST);
  if (list.state === "unknown") return { ids: edges, open: edges.length > 0 ? undefined : list };
  const reads = list.state === "known" ? list.value.map(idsIn) : [];
  const open = edges.length > 0 ? undefined : reads.find((read) => "state" in read);
  return {
    ids: [...edges, ...reads.flatMap((read) => ("state" in read ? [] : read))],
    open: open !== undefined && "state" in open ? open : undefined,
  };
}

// a list of ids, or an object whose names they are; case does not count
function idsIn(item: Bag): readonly string[] | Unknown {
  const self = item.self();
  if (self.state === "unknown") return self;
  const text = item.itself();
  if (text.state === "known") return [text.value.toLowerCase()];
  const keys = item.keys();
  return keys.state === "known" ? keys.value.map((key) => key.toLowerCase()) : [];
}
