import type { Package } from "../package.ts";
import { digest } from "../seed.ts";
import { text } from "../type.ts";
import { customLimits } from "./custom.ts";
import { failing } from "./failing.ts";
import { failures } from "./failures.ts";
import { fill } from "./fill.ts";
import { functions } from "./functions.ts";
import { kindOf } from "./kind.ts";
import { isAutonamed, metadataOf, metadataText } from "./metadata.ts";
import { finish } from "./outputs.ts";
import { behaviour, replacedPaths, replacement } from "./replacement.ts";
import { serverOf } from "./server.ts";
import { hasMetadata } from "./shape.ts";
import { types } from "./types.ts";

/** Namespaces that every cluster begins with. */
const BUILT_IN = new Set(["default", "kube-system", "kube-public", "kube-node-lease"]);

/** Kubernetes: every cluster is an account of its own. */
export const kubernetes: Package = {
  name: "kubernetes",
  types,
  failing,
  functions,
  failures,
  bridged: false,
  zeroes: "none",
  keeps: true,
  site: (config, places) => {
    const named = text(config, "clusterIdentifier") ?? text(config, "kubeconfig") ?? text(config, "context");
    const account = named === undefined ? places.kubernetes.cluster : `cluster-${digest(named).slice(0, 12)}`;
    const server = serverOf(config["kubeconfig"]);
    return { account, region: "", config, places, ...(server !== undefined && { server }) };
  },
  account: (site) => site.account,
  nameRule: () => undefined,
  fill,
  replacement,
  replacedPaths,
  behaviour,
  deleteBeforeReplace: ({ oldInputs, news }) =>
    !isAutonamed(news) &&
    metadataText(oldInputs, "name") === metadataText(news, "name") &&
    metadataText(oldInputs, "namespace") === metadataText(news, "namespace"),
  identify: ({ inputs, dice, name, type }) => {
    const metadata = metadataOf(inputs);
    const start = text(metadata, "generateName") ?? `${name}-`;
    const own = text(metadata, "name") ?? `${start}${dice.letters("name", 5)}`;
    const namespace = kindOf(type).namespaced ? text(metadata, "namespace") : undefined;
    return { id: namespace === undefined ? own : `${namespace}/${own}`, sure: true };
  },
  output: () => undefined,
  finish,
  fromId: (id, { schema, type }) => {
    const [name = id, namespace] = id.split("/").reverse();
    const { apiVersion, kind } = kindOf(type);
    const metadata = { name, ...(namespace !== undefined && { namespace }) };
    return hasMetadata(type, schema) ? { apiVersion, kind, metadata } : {};
  },
  adoptsAdditions: false,
  apart: true,
  free: (token) => token.split(":").length === 3 && !token.startsWith("kubernetes:helm.sh/"),
  identityArgs: (olds, news) =>
    olds["clusterIdentifier"] !== undefined || news["clusterIdentifier"] !== undefined
      ? ["clusterIdentifier"]
      : ["kubeconfig", "context", "cluster"],
  needs: ({ inputs, type }) => {
    const namespace = kindOf(type).namespaced ? text(metadataOf(inputs), "namespace") : undefined;
    if (namespace === undefined || BUILT_IN.has(namespace)) return [];
    return [
      { to: "kubernetes:core/v1:Namespace", named: namespace, words: (named) => `namespaces "${named}" not found` },
    ];
  },
  refuses: customLimits,
  taken: (token, id) => `${plural(token)} "${id.slice(id.indexOf("/") + 1)}" already exists`,
  missing: (token, id) => `${plural(token)} "${id.slice(id.indexOf("/") + 1)}" not found`,
};

const plural = (token: string): string => {
  const { kind, apiVersion } = kindOf(token);
  const group = apiVersion.includes("/") ? `.${apiVersion.split("/")[0]}` : "";
  const word = kind.toLowerCase();
  return `${/(s|x|ch)$/.test(word) ? `${word}es` : /[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ies` : `${word}s`}${group}`;
};
