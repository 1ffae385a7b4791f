"use strict";
// Costs of every program start, taken away without changing what a program sees.
const Module = require("node:module");
const path = require("node:path");
const { quickConsumer } = require("./source-maps.cjs");

// A loader of the program's own turns the SDK's handling of ES modules off. This one must not count as such.
const self = process.execArgv.lastIndexOf(__filename);
if (self > 0) process.execArgv.splice(self - 1, 2);

// What the SDK loads at start and hardly a program needs: the serializer of closures with npm's tree reader and the
// TypeScript compiler, the automation API, the host of a program's own provider, readers of versions and of YAML
// manifests, the exporters of traces. Each is loaded when something of it is first asked for.
const SDK = String.raw`[\\/]node_modules[\\/](?:@pulumi[\\/]pulumi|pulumi-[\d-]+)[\\/]`;
const within = (path) => new RegExp(SDK + path);
const LAZY = [
  { request: /^(@npmcli\/arborist|typescript)$/, from: within(String.raw`(typescript-shim|runtime[\\/]closure[\\/])`) },
  { request: /^\.\/(automation|provider)$/, from: within(String.raw`index\.js$`) },
  { request: /^semver$/, from: within(String.raw`(runtime[\\/]rpc|cmd[\\/]run[\w-]*[\\/]run)\.js$`) },
  { request: /^js-yaml$/, from: within(String.raw`runtime[\\/]manifest\.js$`) },
  // these are taken apart where they are imported, so that their members have to be lazy, too
  {
    request: /^\.\/closure\/(serializeClosure|codePaths)$/,
    from: within(String.raw`runtime[\\/]index\.js$`),
    members: true,
  },
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
  if (request === "source-map" && /[\\/]source-map-support\.js$/.test(parent?.filename ?? "")) {
    return { SourceMapConsumer: quickConsumer(() => load.call(Module, request, parent, isMain).SourceMapConsumer) };
  }
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

const ownSdk = Module.createRequire(path.join(process.env.ARCHIPEL_PROGRAM_DIRECTORY || process.cwd(), "package.json"));
const change = (file, how) => {
  try {
    how(ownSdk(`@pulumi/pulumi/${file}`));
  } catch {
    // an SDK without that file stays as it is
  }
};

// Most of a program's time goes into `new Error().stack` of the SDK's own promise book-keeping. This switches stacks
// off for that one function; every other stack stays as it is.
change("runtime/debuggable", (debuggable) => {
  const original = debuggable.debuggablePromise;
  if (typeof original !== "function") return;
  debuggable.debuggablePromise = function debuggablePromise(promise, context) {
    const limit = Error.stackTraceLimit;
    Error.stackTraceLimit = 0;
    try {
      return original(promise, context);
    } finally {
      Error.stackTraceLimit = limit;
    }
  };
});

// A debugger listens from the start, to know the files of functions that may be serialized. This one is called when
// the first one is, and then hears of all files loaded before.
change("runtime/closure/v8Hooks", (hooks) => {
  const files = new Map();
  let session;
  const open = () => {
    const { Session } = require("node:inspector");
    const debug = new Session();
    debug.connect();
    debug.on("Debugger.scriptParsed", ({ params }) => files.set(params.scriptId, params.url));
    return new Promise((resolve, reject) => {
      debug.post("Debugger.enable", (error) => (error ? reject(error) : resolve(debug)));
    });
  };
  hooks.isInitializedAsync = async () => {};
  hooks.getSessionAsync = async () => await (session ??= open());
  hooks.getScriptUrl = (id) => files.get(id);
});

// A policy pack is killed when nobody asks it any more, so that what it compiled is not kept at its end, as a program's
// is. Once it has started, nearly everything is there.
const STARTED_MS = 500;
if (/[\\/]run-policy-pack$/.test(process.argv[1] ?? "") && Module.getCompileCacheDir()) {
  setTimeout(() => Module.flushCompileCache(), STARTED_MS).unref();
}
