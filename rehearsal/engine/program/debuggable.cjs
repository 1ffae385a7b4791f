"use strict";
// Most of a program's time goes into `new Error().stack` of the SDK's own promise book-keeping. This switches stacks
// off for that one function; every other stack stays as it is.
const { createRequire } = require("node:module");
const path = require("node:path");

try {
  const load = createRequire(path.join(process.env.ARCHIPEL_PROGRAM_DIRECTORY || process.cwd(), "package.json"));
  const debuggable = load("@pulumi/pulumi/runtime/debuggable");
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
