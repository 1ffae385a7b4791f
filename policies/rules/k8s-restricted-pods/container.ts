import type { Bag, Read } from "../../core/props.ts";
import { anyItem, faultIf, holds, not, type Truth } from "../../core/truth.ts";
import { decide, forAll, type Verdict } from "../../core/verdict.ts";

/** What Pod Security "restricted" asks of one container, whose settings go before those of its pod. */
export function containerFaults(container: Bag, pod: Bag): readonly Verdict[] {
  const own = container.bag("securityContext");
  const shared = pod.bag("securityContext");
  return [
    mustNot(own.flag("privileged"), "is true"),
    decide(own.flag("allowPrivilegeEscalation"), {
      known: (on) => (on ? "is true" : undefined),
      absent: "is not set; default is true",
    }),
    asRoot(own, shared),
    root(own.number("runAsUser")),
    ...capabilities(own),
    seccomp(own, shared),
    decide(own.text("procMount"), { known: (mount) => (mount === "Default" ? undefined : `is ${mount}`) }),
    ...hostPorts(container),
    hostProcess(own),
  ];
}

export function mustNot(read: Read<boolean>, what: string): Verdict {
  return decide(read, { known: (on) => (on ? what : undefined) });
}

export function root(user: Read<number>): Verdict {
  return decide(user, { known: (id) => (id === 0 ? "is 0, which is root" : undefined) });
}

export function hostProcess(context: Bag): Verdict {
  return mustNot(context.bag("windowsOptions").flag("hostProcess"), "is true");
}

function either<T>(own: Read<T>, shared: Read<T>): Read<T> {
  return own.state === "absent" && shared.state !== "absent" ? shared : own;
}

function asRoot(own: Bag, shared: Bag): Verdict {
  return decide(either(own.flag("runAsNonRoot"), shared.flag("runAsNonRoot")), {
    known: (on) => (on ? undefined : "is false"),
    absent: "is not set; default is false",
  });
}

function capabilities(own: Bag): readonly Verdict[] {
  const dropsAll: Truth = anyItem(own.list("capabilities.drop"), (name) => name.toUpperCase() === "ALL");
  const path = own.bag("capabilities.drop").path;
  return [
    faultIf(not(dropsAll), path, "does not hold ALL"),
    ...forAll(own.list("capabilities.add"), (item) =>
      decide(item.itself(), { known: (name) => (name === "NET_BIND_SERVICE" ? undefined : `adds ${name}`) }),
    ),
  ];
}

function seccomp(own: Bag, shared: Bag): Verdict {
  return decide(either(own.text("seccompProfile.type"), shared.text("seccompProfile.type")), {
    known: (type) => (type === "RuntimeDefault" || type === "Localhost" ? undefined : `is ${type}`),
    absent: "is not set; default is Unconfined",
  });
}

function hostPorts(container: Bag): readonly Verdict[] {
  return forAll(container.list("ports"), (port) => {
    const taken = holds(port.number("hostPort"), (number) => number !== 0);
    return faultIf(taken, port.bag("hostPort").path, "takes a port of the node");
  });
}
