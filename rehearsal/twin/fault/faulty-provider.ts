import {
  type CheckRequest,
  type CheckResult,
  type ConfigRequest,
  type ConfigureRequest,
  type CreateRequest,
  type CreateResult,
  type DeleteRequest,
  type DiffRequest,
  type DiffResult,
  type InvokeRequest,
  type InvokeResult,
  type OpenRequest,
  PartialFailure,
  type Provider,
  ProviderError,
  type ProviderSource,
  type ReadRequest,
  type ReadResult,
  type UpdateRequest,
  type UpdateResult,
} from "../../wire/provider.ts";
import { nameOf, typeOf } from "../../wire/urn.ts";
import { type Properties, unwrapSecretsIn } from "../../wire/value.ts";
import { packageNamed } from "../packages.ts";
import type { Places } from "../places.ts";
import type { Environment } from "../site.ts";
import type { ArmedFaults, Call } from "./armed.ts";
import { Blows } from "./blows.ts";
import type { Instead } from "./failures.ts";
import type { FaultOperation } from "./fault.ts";
import { placesIn } from "./place.ts";

/** A source whose providers fail where the faults armed at that moment say so. */
export const faultySource = (source: ProviderSource, at: Surroundings, armed: () => ArmedFaults): ProviderSource => ({
  open: async (request) => new FaultyProvider(await source.open(request), request, at, armed),
});

/** What providers take from around them. */
export interface Surroundings {
  readonly places: Places;
  readonly env: Environment;
}

interface Of {
  readonly urn: string;
  readonly name: string;
  readonly type: string;
}

class FaultyProvider implements Provider {
  readonly version?: string;
  readonly #inner: Provider;
  readonly #request: OpenRequest;
  readonly #at: Surroundings;
  readonly #blows: Blows;
  #region: readonly string[];
  #args: Properties = {};

  constructor(inner: Provider, request: OpenRequest, at: Surroundings, armed: () => ArmedFaults) {
    this.#inner = inner;
    this.#request = request;
    this.#at = at;
    this.#blows = new Blows(armed, packageNamed(request.package).failures);
    this.#region = this.#regionOf({});
    if (inner.version !== undefined) this.version = inner.version;
  }

  checkConfig(request: ConfigRequest): Promise<CheckResult> {
    return this.#inner.checkConfig(request);
  }
  diffConfig(request: Parameters<Provider["diffConfig"]>[0]): Promise<DiffResult> {
    return this.#inner.diffConfig(request);
  }
  configure(request: ConfigureRequest): Promise<void> {
    this.#region = this.#regionOf(request.args);
    this.#args = unwrapSecretsIn(request.args);
    const of = { urn: request.urn, name: nameOf(request.urn), type: typeOf(request.urn) };
    const call = this.#call("configure", of);
    const effect = () => this.#inner.configure(request);
    return this.#without(call, () => this.#blows.around(call, effect), { "own part": effect });
  }
  check(request: CheckRequest): Promise<CheckResult> {
    const call = this.#call("check", request, request.news);
    const { oldInputs = {} } = request;
    const asked = () => this.#blows.around(call, () => this.#inner.check(request));
    if (!this.#blows.isOut(call)) return asked();
    return this.#instead(call) === "as it was" ? Promise.resolve({ inputs: oldInputs, failures: [] }) : asked();
  }
  diff(request: DiffRequest): Promise<DiffResult> {
    return this.#inner.diff(request);
  }
  create(request: CreateRequest): Promise<CreateResult> {
    const effect = (): Promise<CreateResult> => this.#inner.create(request);
    if (request.preview) return effect();
    return this.#blows.around(this.#call("create", request, request.properties), effect, {
      timeoutSeconds: request.timeout,
      unready: ({ id, properties }, reason) => new PartialFailure(id, properties, undefined, [reason]),
    });
  }
  update(request: UpdateRequest): Promise<UpdateResult> {
    const effect = (): Promise<UpdateResult> => this.#inner.update(request);
    if (request.preview) return effect();
    return this.#blows.around(this.#call("update", request, request.oldOutputs, request.news), effect, {
      timeoutSeconds: request.timeout,
      unready: ({ properties }, reason) => new PartialFailure(request.id, properties, undefined, [reason]),
    });
  }
  read(request: ReadRequest): Promise<ReadResult | undefined> {
    const call = this.#call("read", request, request.state ?? {}, request.inputs);
    const { id, state = {}, inputs = {} } = request;
    return this.#without<ReadResult | undefined>(
      call,
      () => this.#blows.around(call, () => this.#inner.read(request)),
      { "as it was": async () => ({ id, properties: state, inputs }), gone: async () => undefined },
    );
  }
  delete(request: DeleteRequest): Promise<void> {
    const call = this.#call("delete", request, request.oldOutputs, request.oldInputs);
    const timeoutSeconds = request.timeout;
    return this.#without<void>(
      call,
      () => this.#blows.around(call, () => this.#inner.delete(request), { timeoutSeconds }),
      { gone: async () => undefined },
    );
  }
  invoke(request: InvokeRequest): Promise<InvokeResult> {
    const of = { urn: "", name: "", type: request.token };
    return this.#blows.around(this.#call("invoke", of, request.args), () => this.#inner.invoke(request));
  }
  call(request: InvokeRequest): Promise<InvokeResult> {
    return this.#inner.call(request);
  }
  cancel(): Promise<void> {
    return this.#inner.cancel();
  }
  close(): Promise<void> {
    return this.#inner.close();
  }

  #instead(call: Call): Instead | undefined {
    return packageNamed(this.#request.package).failures?.unanswered?.(call, this.#args, this.#at.env);
  }
  /** What a provider does that goes on without a service which does not answer. */
  async #without<Result>(
    call: Call,
    asked: () => Promise<Result>,
    instead: { readonly [does in Instead]?: () => Promise<Result> },
  ): Promise<Result> {
    try {
      return await asked();
    } catch (error) {
      const does = this.#instead(call);
      const goesOn = does && instead[does];
      if (!(error instanceof ProviderError && error.status === "unavailable") || !goesOn) throw error;
      return await goesOn();
    }
  }

  #regionOf(args: Properties): string[] {
    const plain = unwrapSecretsIn(args);
    const { region } = packageNamed(this.#request.package).site(plain, this.#at.places, {});
    return [region, ...placesIn(plain)];
  }

  /** Where an object lies is said by itself, else by its provider. */
  #call(operation: FaultOperation, { urn, name, type }: Of, ...bags: readonly (Properties | undefined)[]): Call {
    const own = bags.flatMap((bag) => (bag ? placesIn(unwrapSecretsIn(bag)) : []));
    return { operation, urn, name, type, places: own.length > 0 ? own : this.#region };
  }
}
