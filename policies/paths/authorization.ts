import type { Bag, Read, Unknown } from "../core/props.ts";
import { allOf, anyItem, anyOf, holds, not, someItem, type Truth } from "../core/truth.ts";
import { AUTHORIZATION_POLICY, type Mesh } from "../models/mesh.ts";
import { type Internet, NO_TOKEN, type Port } from "./declaration.ts";
import { type Hop, uncovered } from "./hop.ts";
import { anyGlob, type Concern, concerning, globbed, isMember, isProxied, mayBegin, meshAt } from "./mesh.ts";
import type { PodSide } from "./pod.ts";

/** Who calls, as a proxy of the mesh sees it; nobody without an identity. */
interface Caller {
  readonly member: Truth;
  readonly namespace: string;
  /** All of an identity but the service account. */
  readonly place: Read<string>;
  readonly serviceAccount: Read<string>;
  /** What a caller of the internet says beside that. */
  readonly said?: Internet;
}
const DEPENDS = "depends on the request";
const NONE = { state: "absent", path: "principal" } as const;
const NOBODY: Caller = { member: false, namespace: "", place: NONE, serviceAccount: NONE };

/** Whether the mesh's policies let a caller call; nothing where the target is not in a mesh. */
export function authorizationHop(from: PodSide | undefined, to: PodSide, port: Port, said?: Internet): Hop | undefined {
  const mesh = meshAt(to.cluster);
  const target = isMember(to);
  if (mesh === undefined || target === false || !isProxied(port)) return undefined;
  const known = from === undefined ? NOBODY : callerOf(from, mesh.config.text("trustDomain"));
  const caller = said === undefined ? known : { ...known, said: heardOf(said, to, mesh) };
  const heard = concerning(AUTHORIZATION_POLICY, to, mesh).map((concern) => ({
    ...concern,
    matches: matches(concern, caller, port),
  }));
  const acts = (word: string) =>
    heard
      .map((one) => ({ ...one, concerns: allOf([one.concerns, isAction(one, word)]) }))
      .filter((one) => one.concerns !== false);
  const [allow, deny, custom] = [acts("ALLOW"), acts("DENY"), acts("CUSTOM")];
  const hit = (list: typeof allow) => anyOf(list.map(({ concerns, matches }) => allOf([concerns, matches])));
  const asked: Truth = hit(custom) === false ? true : uncovered(custom[0]?.policy.name ?? "", "asks somebody else");
  const listed = anyOf(allow.map(({ concerns }) => concerns));
  const let_ = allOf([not(hit(deny)), asked, anyOf([not(listed), hit(allow)])]);
  const denying = deny.filter((one) => one.matches !== false);
  const letting = allow.filter((one) => one.matches === true);
  const deciding = denying.length > 0 ? denying : letting.length > 0 ? letting : [...allow, ...custom];
  return {
    what: `authorization at pods of ${to.namespace}`,
    // pods that may be outside the mesh may have nobody who asks
    open: anyOf([not(target), let_]),
    by: deciding.map(({ policy }) => policy.urn),
  };
}

const REQUEST_AUTHENTICATION = "kubernetes:security.istio.io/v1:RequestAuthentication";

/** Whether pods take the token of a caller; nothing where there is none, or where nobody asks. */
export function tokenHop(to: PodSide, { token }: Internet, port: Port): Hop | undefined {
  const mesh = meshAt(to.cluster);
  if (token === undefined || token === NO_TOKEN || mesh === undefined || !isProxied(port)) return undefined;
  const asking = concerning(REQUEST_AUTHENTICATION, to, mesh);
  if (asking.length === 0) return undefined;
  const open = anyOf([not(anyOf(asking.map(({ concerns }) => concerns))), takes(asking, token)]);
  return { what: `tokens of ${token} at pods of ${to.namespace}`, open, by: asking.map(({ policy }) => policy.urn) };
}

function takes(asking: readonly Concern[], token: string): Truth {
  return anyOf(
    asking.map(({ policy, concerns }) => {
      const issued = someItem(policy.list("spec.jwtRules"), (rule) =>
        holds(rule.text("issuer"), (one) => one === token),
      );
      return allOf([concerns, issued]);
    }),
  );
}

// nobody reads a token that no policy asks for
function heardOf(said: Internet, to: PodSide, mesh: Mesh): Internet {
  const { token } = said;
  if (token === undefined || token === NO_TOKEN) return said;
  return concerning(REQUEST_AUTHENTICATION, to, mesh).length === 0 ? { ...said, token: NO_TOKEN } : said;
}

function callerOf(from: PodSide, domain: Read<string>): Caller {
  const { serviceAccount, namespace } = from;
  const name = domain.state === "absent" ? "cluster.local" : domain.state === "known" ? domain.value : undefined;
  const place: Read<string> =
    name === undefined
      ? (domain as Unknown)
      : { state: "known", path: domain.path, value: `${name}/ns/${namespace}/sa/` };
  return { member: isMember(from), namespace, place, serviceAccount };
}

function isAction({ policy }: Concern, word: string): Truth {
  return holds(policy.text("spec.action"), (action) => action === word, word === "ALLOW");
}

function matches({ policy }: Concern, caller: Caller, port: Port): Truth {
  return someItem(policy.list("spec.rules"), (rule) => {
    const conditions = rule.list("when");
    const free = holds(conditions, (list) => list.length === 0, true);
    return allOf([
      anyIn(rule.list("from"), (entry) => isSource(entry.bag("source"), caller)),
      anyIn(rule.list("to"), (entry) => isOperation(entry.bag("operation"), port, caller.said?.host)),
      free === false ? uncovered(conditions.path, "depend on the request") : free,
    ]);
  });
}

// an absent or empty list is anything
function anyIn(list: Read<readonly Bag[]>, test: (item: Bag) => Truth): Truth {
  if (list.state === "absent" || (list.state === "known" && list.value.length === 0)) return true;
  return someItem(list, test);
}

type Word = (list: Read<readonly Bag[]>, caller: Caller) => Truth;
const byNamespace: Word = (list, caller) => allOf([caller.member, anyGlob(list, caller.namespace)]);
const byPrincipal: Word = (list, { member, place, serviceAccount }) => {
  if (place.state !== "known") return place.state === "unknown" ? allOf([member, place]) : false;
  if (serviceAccount.state === "known") return allOf([member, anyGlob(list, place.value + serviceAccount.value)]);
  const may = anyItem(list, (pattern) => mayBegin(pattern, place.value));
  return allOf([member, may, serviceAccount.state === "unknown" && serviceAccount]);
};
// a token names its issuer and, after it, whom it is about
const byToken: Word = (list, { said }) => {
  if (said?.token === undefined) return uncovered(list.path, DEPENDS);
  const begin = `${said.token}/`;
  if (said.token === NO_TOKEN) return false;
  const whole = anyItem(list, (pattern) => pattern.endsWith("*") && globbed(pattern, begin));
  const may = anyItem(list, (pattern) => mayBegin(pattern, begin));
  return whole !== false || may === false ? whole : uncovered(list.path, "is about one of whom a token may be");
};
/** What a source may be named by, of what a path knows. */
const SOURCES: Readonly<Record<string, Word>> = {
  namespaces: byNamespace,
  principals: byPrincipal,
  requestPrincipals: byToken,
};
const NOT_SOURCES: Readonly<Record<string, Word>> = {
  notNamespaces: byNamespace,
  notPrincipals: byPrincipal,
  notRequestPrincipals: byToken,
};

function isSource(source: Bag, caller: Caller): Truth {
  return allTerms(source, (key, list) => {
    const [named, barred] = [SOURCES[key], NOT_SOURCES[key]];
    if (named) return named(list, caller);
    if (barred) return not(barred(list, caller));
    return uncovered(list.path, "depends on the request or its address");
  });
}

function isOperation(operation: Bag, port: Port, host: string | undefined): Truth {
  const number = String(port.number);
  return allTerms(operation, (key, list) => {
    if (key === "ports") return anyGlob(list, number);
    if (key === "notPorts") return not(anyGlob(list, number));
    if (key === "hosts" && host !== undefined) return anyGlob(list, host);
    if (key === "notHosts" && host !== undefined) return not(anyGlob(list, host));
    return uncovered(list.path, DEPENDS);
  });
}

function allTerms(bag: Bag, test: (key: string, list: Read<readonly Bag[]>) => Truth): Truth {
  const keys = bag.keys();
  if (keys.state !== "known") return keys.state === "unknown" ? keys : true;
  return allOf(
    keys.value.map((key) => {
      const list = bag.list(key);
      const empty = list.state === "absent" || (list.state === "known" && list.value.length === 0);
      return empty || test(key, list);
    }),
  );
}
