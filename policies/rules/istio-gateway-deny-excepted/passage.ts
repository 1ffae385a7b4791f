import type { Bag, Read } from "../../core/props.ts";
import { allOf, anyOf, holds, not, someItem, type Truth } from "../../core/truth.ts";
import type { Shown } from "../../models/gateway-policy.ts";

const SERVICE = "kubernetes:core/v1:Service";
// what Istio's charts made of privileged ports, where no service says (istio/istio, manifests/charts/gateways)
const USUAL: Readonly<Record<number, string>> = { 80: "8080", 443: "8443" };
const some = (list: readonly unknown[]) => list.length > 0;

/** Whether a policy's port means one that a gateway opens: policies name the port of the pod, gateways that of the service. */
export function isListenedAt(port: number, text: Read<string>, pods: readonly Shown[]): Truth {
  const services = pods.filter(({ by }) => by.type === SERVICE);
  const served = services.map(({ by, its }) =>
    allOf([
      its,
      someItem(by.list("spec.ports"), (one) =>
        allOf([holds(one.number("port"), (number) => number === port), isTarget(one.text("targetPort"), text)]),
      ),
    ]),
  );
  const usual = allOf([not(anyOf(services.map(({ its }) => its))), holds(text, (word) => word === USUAL[port])]);
  return anyOf([holds(text, (word) => word === String(port)), ...served, usual]);
}

function isTarget(target: Read<string>, text: Read<string>): Truth {
  if (target.state !== "known") return target.state === "unknown" && target;
  if (!/^\d+$/.test(target.value)) return { state: "unknown", path: target.path, reason: "is the name of a port" };
  return holds(text, (word) => word === target.value);
}

/** What a gateway's port asks of a policy. */
export interface Passage {
  readonly fits: (port: Read<string>) => Truth;
  /** Whether neither the caller nor the request can be seen at the port. */
  readonly sealed: Truth;
}

/** Whether a rule of a policy means calls that come in at a port. */
export function letsThrough(policy: Bag, { fits, sealed }: Passage): Truth {
  const rules = policy.list("spec.rules");
  if (rules.state !== "known") return rules.state === "unknown" && rules;
  return anyOf(
    rules.value.map((rule) =>
      allOf([
        anyEntry(rule, "to", "operation", (operation) =>
          allOf([
            anyOf([
              not(holds(operation.list("ports"), some)),
              someItem(operation.list("ports"), (port) => fits(port.itself())),
            ]),
            not(someItem(operation.list("notPorts"), (port) => fits(port.itself()))),
            anyOf([not(sealed), asksOnlyFor(operation, /^(notP|p)orts$/)]),
          ]),
        ),
        anyEntry(rule, "from", "source", (source) => anyOf([not(sealed), asksOnlyFor(source, /ipBlocks$/i)])),
      ]),
    ),
  );
}

// none is any
function anyEntry(rule: Bag, list: string, part: string, test: (entry: Bag) => Truth): Truth {
  const entries = rule.list(list);
  if (entries.state !== "known") return entries.state === "unknown" ? entries : true;
  return entries.value.length === 0 || anyOf(entries.value.map((entry) => test(entry.bag(part))));
}

function asksOnlyFor(part: Bag, names: RegExp): Truth {
  return holds(part.keys(), (keys) => keys.every((key) => names.test(key)), true);
}
