import { isAbsolute, relative } from "node:path";
import type { ResourceState } from "../../engine/resource.ts";

/** The same entry with readable source positions: those of ES modules come mangled, those outside the project are noise. */
export function withPlaces(state: ResourceState, root: string): ResourceState {
  return {
    ...state,
    sourcePosition: placeOf(state.sourcePosition, root),
    stackTrace: state.stackTrace.map(({ sourcePosition = "" }) => {
      const place = placeOf(sourcePosition, root);
      return place ? { sourcePosition: place } : {};
    }),
  };
}

const PROJECT = "project:///";

function placeOf(position: string, root: string): string {
  // the file's own URL is found inside
  const at = position.indexOf("file:/");
  const path = at >= 0 ? relative(root, position.slice(at + "file:".length)) : position.slice(PROJECT.length);
  if (!position.startsWith(PROJECT) || isAbsolute(path) || path.startsWith("..") || path.includes("node:")) return "";
  return `${PROJECT}${path.split("\\").join("/")}`;
}
