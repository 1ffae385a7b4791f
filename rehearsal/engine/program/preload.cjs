"use strict";
// Two costs of every program start, taken away without changing what a program sees.
const Module = require("node:module");
const path = require("node:path");

// A loader of the program's own turns the SDK's handling of ES modules off. This one must not count as such.
const self = process.execArgv.lastIndexOf(__filename);
if (self > 0) process.execArgv.splice(self - 1, 2);

// What the SDK loads at start and hardly a program needs: npm's tree reader and the TypeScript compiler (to serialize
// closures), the automation API, the exporters of traces. Each is loaded when something of it is first asked for.
const SDK = String.raw`[\\/]node_modules[\\/](?:@pulumi[\\/]pulumi|pulumi-[\d-]+)[\\/]`;
const within = (path) => new RegExp(SDK + path);
const LAZY = [
  { request: /^(@npmcli\/arborist|typescript)$/, from: within(String.raw`(typescript-shim|runtime[\\/]closure[\\/])`) },
  { request: /^\.\/automation$/, from: within(String.raw`index\.js$`) },
  // these are taken apart where they are imported, so that their members have to be lazy, too
  { request: /^@opentelemetry\/(?!api$)/, from: within(String.raw`cmd[\\/]run[\\/]tracing\.js$`), members: true },
];

const lazyMember = (real, key) =>
  new Proxy(function member() {}, {
    get: (_, name) => real()[key][name],
    apply: (_, self, args) => Reflect.apply(real()[key], self, args),
    construct: (_, args) => Reflect.construct(real()[key], args),
  });

const load = Module._load;
Module._load = function lazily(request, parent, isMain) {
  const lazy = LAZY.find((one) => one.request.test(request) && one.from.test(parent?.filename ?? ""));
  if (!lazy) return load.call(this, request, parent, isMain);
  // a missing module is an error here and now, as without us
  Module._resolveFilename(request, parent, isMain);
  let loaded;
  const real = () => (loaded ??= load.call(Module, request, parent, isMain));
  const get = lazy.members ? (key) => lazyMember(real, key) : (key) => (key === "default" ? real() : real()[key]);
  return new Proxy(Object.create(null), {
    // compiled imports take a module with this mark as it is, instead of copying it
    get: (_, key) => (key === "__esModule" ? true : get(key)),
    has: (_, key) => key in real(),
    ownKeys: () => Reflect.ownKeys(real()),
    getOwnPropertyDescriptor: (_, key) => ({ ...Object.getOwnPropertyDescriptor(real(), key), configurable: true }),
  });
};

// Most of a program's time goes into `new Error().stack` of the SDK's own promise book-keeping. This switches stacks
// off for that one function; every other stack stays as it is.
try {
  const from = path.join(process.env.ARCHIPEL_PROGRAM_DIRECTORY || process.cwd(), "package.json");
  const debuggable = Module.createRequire(from)("@pulumi/pulumi/runtime/debuggable");
  const original = debuggable.debuggablePromise;
  if (typeof original === "function") {
    debuggable.debuggablePromise = function debuggablePromise(promise, context) {
      const limit = Error.stackTraceLimit;
      Error.stackTraceLimit = 0;
      try {
        return original(promise, context);
      } finally {
        Error.stackTraceLimit = limit;
      }
    };
  }
} catch {
  // an SDK without that file keeps its full stacks
}
