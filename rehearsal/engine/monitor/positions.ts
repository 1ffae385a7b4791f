import { isAbsolute, relative } from "node:path";
import { fileURLToPath } from "node:url";
import type sources from "@pulumi/pulumi/proto/source_pb.js";
import type { StackFrame } from "../resource.ts";

type Position = sources.SourcePosition;

/**
 * Where the program made a resource, as `project:///path#line,column`; empty when nobody knows. The SDK mangles the
 * positions of ES modules: the file's own URL is found inside.
 */
export function positionOf(position: Position | undefined, root: string): string {
  if (!position) return "";
  const uri = position.getUri();
  const inner = uri.indexOf("file:/", "file:/".length);
  const url = inner > 0 ? `file:///${uri.slice(inner + "file:/".length).replace(/^\/+/, "")}` : uri;
  if (!url.startsWith("file:///") || url.includes("node:")) return "";
  const path = relative(root, fileURLToPath(url));
  const where = isAbsolute(path) || path.startsWith("..") ? "" : path.split("\\").join("/");
  return where && `project:///${where}#${position.getLine()},${position.getColumn()}`;
}

export function stackOf(trace: sources.StackTrace | undefined, root: string): readonly StackFrame[] {
  return (trace?.getFramesList() ?? []).map((frame) => {
    const sourcePosition = positionOf(frame.getPc(), root);
    return sourcePosition ? { sourcePosition } : {};
  });
}

const LIBRARY = /^project:\/\/\/(?:.*\/)?(?:components|node_modules)\//;
/** The first place outside libraries: where a person would look. */
export function callerOf(position: string, trace: readonly StackFrame[]): string {
  const places = [...(position ? [position] : []), ...trace.flatMap(({ sourcePosition }) => sourcePosition ?? [])];
  return places.find((place) => !LIBRARY.test(place)) ?? places[0] ?? "";
}
