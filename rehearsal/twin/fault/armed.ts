import { type Fault, type FaultOperation, type FaultPoint } from "./fault.ts";
import { liesIn } from "./place.ts";

/** One call of a provider, as far as faults choose by it. */
export interface Call {
  readonly operation: FaultOperation;
  readonly urn: string;
  readonly type: string;
  readonly name: string;
  /** Regions and zones that it happens in. */
  readonly places: readonly string[];
}

/** A fault that struck, and what came of it. */
export interface Fired {
  readonly fault: Fault;
  readonly operation: FaultOperation;
  readonly urn: string;
  readonly point: FaultPoint;
  /** `absorbed`: the provider tried again by itself; `delayed`: nothing but time was lost. */
  readonly outcome: "failed" | "absorbed" | "delayed";
}

/** The faults of one step, with how often each may still strike. */
export class ArmedFaults {
  readonly #left: { readonly fault: Fault; times: number }[];
  readonly fired: Fired[] = [];
  /** The engine is gone: no call gets through any more. */
  crashed = false;
  /** Called at the moment in which the engine is killed. */
  onCrash: () => void = () => undefined;

  constructor(faults: readonly Fault[]) {
    this.#left = faults.map((fault) => ({ fault, times: fault.times }));
  }

  /** The fault that strikes this call, if one does; that counts as once. */
  take(call: Call): Fault | undefined {
    const found = this.#left.find(({ fault, times }) => times > 0 && strikes(fault, call));
    if (found) found.times--;
    return found?.fault;
  }

  /** Whether the service of a call is out, so that nothing of it answers. */
  isOut(call: Call): boolean {
    const asked = { ...call, operation: "read" } as const;
    return this.#left.some(
      ({ fault, times }) =>
        times > 0 && fault.operation === "*" && fault.kind === "unavailable" && strikes(fault, asked),
    );
  }

  note(fault: Fault, { operation, urn }: Call, outcome: Fired["outcome"]): void {
    this.fired.push({ fault, operation, urn, point: fault.point, outcome });
  }

  crash(): void {
    if (this.crashed) return;
    this.crashed = true;
    this.onCrash();
  }

  /** Faults that nothing matched. */
  get unfired(): Fault[] {
    const struck = new Set(this.fired.map(({ fault }) => fault));
    return this.#left.flatMap(({ fault }) => (struck.has(fault) ? [] : [fault]));
  }
}

function strikes(fault: Fault, call: Call): boolean {
  // providers check what they are given by themselves, without a cloud
  if (fault.operation === "*" ? call.operation === "check" : fault.operation !== call.operation) return false;
  if (fault.urn !== undefined && fault.urn !== call.urn) return false;
  if (!matches(fault.type, call.type) || !matches(fault.name, call.name)) return false;
  const { place } = fault;
  return place === undefined || call.places.some((one) => liesIn(one, place));
}

/** Whether a text fits a pattern in which `*` stands for any text. */
export function matches(pattern: string, text: string): boolean {
  const parts = pattern.split("*").map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`, "s").test(text);
}
