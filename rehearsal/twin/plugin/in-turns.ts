import type { Provider } from "../../wire/provider.ts";

/** A provider that does everything in turns, as those do who share a world. */
export function inTurns(provider: Provider, turn: <T>(work: () => Promise<T>) => Promise<T>): Provider {
  return {
    ...(provider.version !== undefined && { version: provider.version }),
    checkConfig: (request) => turn(() => provider.checkConfig(request)),
    diffConfig: (request) => turn(() => provider.diffConfig(request)),
    configure: (request) => turn(() => provider.configure(request)),
    check: (request) => turn(() => provider.check(request)),
    diff: (request) => turn(() => provider.diff(request)),
    create: (request) => turn(() => provider.create(request)),
    update: (request) => turn(() => provider.update(request)),
    read: (request) => turn(() => provider.read(request)),
    delete: (request) => turn(() => provider.delete(request)),
    invoke: (request) => turn(() => provider.invoke(request)),
    call: (request) => turn(() => provider.call(request)),
    cancel: () => provider.cancel(),
    close: () => provider.close(),
  };
}
