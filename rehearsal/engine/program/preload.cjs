"use strict";
// Two costs of every program start, taken away without changing what a program sees.
const Module = require("node:module");
const path = require("node:path");

// A loader of the program's own turns the SDK's handling of ES modules off. This one must not count as such.
const self = process.execArgv.lastIndexOf(__filename);
if (self > 0) process.execArgv.splice(self - 1, 2);

// The SDK loads npm's tree reader and the TypeScript compiler at start, and needs them only to serialize closures:
// they are loaded when something of them is first asked for.
const LAZY = new Set(["@npmcli/arborist", "typescript"]);
const inSdk =
  /[\\/]node_modules[\\/](?:@pulumi[\\/]pulumi|pulumi-[\d-]+)[\\/](?:typescript-shim|runtime[\\/]closure[\\/])/;
const load = Module._load;
Module._load = function lazily(request, parent, isMain) {
  if (!LAZY.has(request) || !inSdk.test(parent?.filename ?? "")) return load.call(this, request, parent, isMain);
  // a missing module is an error here and now, as without us
  Module._resolveFilename(request, parent, isMain);
  let loaded;
  const real = () => (loaded ??= load.call(Module, request, parent, isMain));
  return new Proxy(Object.create(null), {
    // compiled imports take a module with this mark as it is, instead of copying it
    get: (_, key) => (key === "__esModule" ? true : key === "default" ? real() : real()[key]),
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
