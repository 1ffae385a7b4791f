// Stands in for ts-node: `./names.js` finds names.ts, and an enum is code, neither of which Node does by itself.
const { stripTypeScriptTypes } = require("node:module");
const { readFile } = require("node:fs/promises");

const isOwn = (url) => url?.startsWith("file:") && !url.includes("/node_modules/");

exports.VERSION = "10.9.2";
exports.register = () => ({});
exports.createEsmHooks = () => ({
  resolve: (specifier, context, next) =>
    isOwn(context.parentURL) && /^\..*\.js$/.test(specifier)
      ? next(specifier.replace(/\.js$/, ".ts"), context)
      : next(specifier, context),
  load: async (url, context, next) => {
    if (!isOwn(url) || !url.endsWith(".ts")) return next(url, context);
    const source = stripTypeScriptTypes(await readFile(new URL(url), "utf8"), { mode: "transform" });
    return { format: "module", source, shortCircuit: true };
  },
});
