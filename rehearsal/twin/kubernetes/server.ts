import type { Value } from "../../wire/value.ts";
import { hostOf } from "../world/host.ts";

const SERVER = /["']?server["']?\s*:\s*["']?(https?:\/\/[^\s"',}]+)/g;

/** The host of the one API server that a kubeconfig names; several, or a path to a file, say nothing. */
export function serverOf(kubeconfig: Value | undefined): string | undefined {
  const text = typeof kubeconfig === "string" ? kubeconfig : JSON.stringify(kubeconfig ?? "");
  const servers = new Set([...text.matchAll(SERVER)].map(([, url]) => hostOf(url)));
  const [only] = servers;
  return servers.size === 1 ? only : undefined;
}
