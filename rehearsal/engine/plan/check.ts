import { HIDDEN_FORM, toJson } from "../../wire/json.ts";
import type { Autonaming, CheckFailure, Provider } from "../../wire/provider.ts";
import { nameOf } from "../../wire/urn.ts";
import { containsUnknown, type Properties, Secret, some, UNKNOWN, type Value } from "../../wire/value.ts";
import type { ResourceState } from "../resource.ts";
import { Bail, diagnose, type Run } from "../run.ts";

/** Asks the provider to complete and judge inputs; `olds` undefined forgets the object there was. */
export type Checker = (olds: Properties | undefined, news: Properties) => Promise<Properties>;

export function checkerOf(
  run: Run,
  provider: Pick<Provider, "check">,
  { urn, type }: Pick<ResourceState, "urn" | "type">,
  randomSeed: Uint8Array,
  autonaming: Autonaming | undefined,
  onInvalid: () => void,
): Checker {
  return async (oldInputs, news) => {
    const known = run.options.preview ? news : withoutUnknowns(news);
    const request = {
      urn,
      name: nameOf(urn),
      type,
      oldInputs,
      news: known,
      randomSeed,
      ...(autonaming && { autonaming }),
    };
    const { inputs, failures } = await provider.check(request);
    if (failures.length > 0) {
      reportFailures(run, urn, type, inputs, failures, "error");
      onInvalid();
    }
    return inputs;
  };
}

export const failAtOnce = (): never => {
  throw new Bail("check failures");
};

export function reportFailures(
  run: Run,
  urn: string,
  type: string,
  inputs: Properties,
  failures: readonly CheckFailure[],
  severity: "error" | "warning",
): void {
  for (const { property, reason } of failures) {
    const about = property ? `property ${property} value ${redacted(inputs[property])} has a problem` : "has a problem";
    const what = `${type} resource '${nameOf(urn)}'`;
    diagnose(run, severity, urn, property ? `${what}: ${about}: ${reason}` : `${what} ${about}: ${reason}`);
  }
}

/** Outside previews providers see no unknowns: what depends on a resource left out is left out too. */
const withoutUnknowns = (news: Properties): Properties =>
  containsUnknown(news)
    ? Object.fromEntries(Object.entries(news).filter(([, value]) => !containsUnknown(value)))
    : news;

/** A value for an error text: short, and without any secret. */
export function redacted(value: Value | undefined): string {
  if (value === undefined || value === null) return "{<nil>}";
  if (some(value, (node) => node instanceof Secret)) return "[secret]";
  if (value === UNKNOWN) return "output<string>{}";
  const text = typeof value === "object" ? JSON.stringify(toJson(value, HIDDEN_FORM)) : String(value);
  return `{${text.length > 200 ? `${text.slice(0, 200)}…` : text}}`;
}
