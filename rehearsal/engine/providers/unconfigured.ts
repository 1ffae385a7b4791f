import type { CheckRequest, CheckResult, DiffResult, InvokeResult, Provider, ReadResult } from "../../wire/provider.ts";

/** A provider whose configuration is not known yet: it echoes inputs and knows no outputs. Previews only. */
export class UnconfiguredProvider implements Provider {
  readonly #inner: Provider;
  constructor(inner: Provider) {
    this.#inner = inner;
  }
  checkConfig(request: Parameters<Provider["checkConfig"]>[0]): Promise<CheckResult> {
    return this.#inner.checkConfig(request);
  }
  diffConfig(request: Parameters<Provider["diffConfig"]>[0]): Promise<DiffResult> {
    return this.#inner.diffConfig(request);
  }
  configure(): Promise<void> {
    return Promise.resolve();
  }
  check({ news }: CheckRequest): Promise<CheckResult> {
    return Promise.resolve({ inputs: news, failures: [] });
  }
  diff(): Promise<DiffResult> {
    return Promise.resolve({ changes: "some", replaces: [], diffs: [], stables: [], deleteBeforeReplace: false });
  }
  create(): ReturnType<Provider["create"]> {
    return Promise.resolve({ id: "", properties: {} });
  }
  update(): ReturnType<Provider["update"]> {
    return Promise.resolve({ properties: {} });
  }
  read({ id }: Parameters<Provider["read"]>[0]): Promise<ReadResult> {
    return Promise.resolve({ id, properties: {}, inputs: {} });
  }
  delete(): Promise<void> {
    return Promise.reject(new Error("a provider with unknown configuration cannot delete"));
  }
  invoke(): Promise<InvokeResult> {
    return Promise.resolve({ result: {}, failures: [] });
  }
  call(): Promise<InvokeResult> {
    return Promise.resolve({ result: {}, failures: [] });
  }
  cancel(): Promise<void> {
    return this.#inner.cancel();
  }
  close(): Promise<void> {
    return this.#inner.close();
  }
}
