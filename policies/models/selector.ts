import type { Bag, Read } from "../core/props.ts";
import { allOf, anyItem, holds, isSet, not, type Truth } from "../core/truth.ts";

/** The value of one label. */
export type Labels = (name: string) => Read<string>;

export function labelsIn(bag: Bag): Labels {
  return (name) => bag.under(name).itself();
}

/** Whether a label selector names nothing, so that it means all. */
export function selectsAll(selector: Bag): Truth {
  const self = selector.self();
  if (self.state === "unknown") return self;
  const none = (names: readonly unknown[]) => names.length === 0;
  const labels = selector.bag("matchLabels").keys();
  return allOf([holds(labels, none, true), holds(selector.list("matchExpressions"), none, true)]);
}

/** Whether a label selector means something with these labels. */
export function selects(selector: Bag, labels: Labels): Truth {
  const terms = selector.list("matchExpressions");
  if (terms.state === "unknown") return terms;
  return allOf([
    carries(selector.bag("matchLabels"), labels),
    ...(terms.state === "known" ? terms.value : []).map((term) => fulfils(term, labels)),
  ]);
}

/** Whether these labels hold all pairs of a map. */
export function carries(pairs: Bag, labels: Labels): Truth {
  const names = pairs.keys();
  if (names.state !== "known") return names.state === "unknown" ? names : true;
  return allOf(names.value.map((name) => equal(pairs.under(name).itself(), labels(name))));
}

function equal(wanted: Read<string>, own: Read<string>): Truth {
  if (wanted.state !== "known") return wanted.state === "unknown" ? wanted : false;
  return holds(own, (value) => value === wanted.value);
}

function fulfils(term: Bag, labels: Labels): Truth {
  const key = term.text("key");
  const operator = term.text("operator");
  if (key.state === "unknown") return key;
  if (operator.state === "unknown") return operator;
  const own = labels(key.state === "known" ? key.value : "");
  const there = isSet(own);
  const among = own.state === "known" ? anyItem(term.list("values"), (value) => value === own.value) : there;
  const word = operator.state === "known" ? operator.value : "";
  if (word === "Exists") return there;
  if (word === "DoesNotExist") return not(there);
  if (word === "In") return among;
  if (word === "NotIn") return not(among);
  return { state: "unknown", path: operator.path, reason: `is ${word}, which is not known` };
}
