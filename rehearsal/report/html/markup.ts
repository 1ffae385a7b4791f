import { createHash } from "node:crypto";
import escape from "escape-html";
import { visible } from "../controls.ts";

/** HTML that is safe to put into a page as it is. */
export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}
type Part = string | number | Markup | readonly Markup[];

/** A template whose values are escaped, unless they are markup. */
export function html(strings: TemplateStringsArray, ...values: readonly Part[]): Markup {
  return new Markup(strings.reduce((text, string, index) => text + written(values[index - 1] ?? "") + string));
}

/** Nothing. */
export const NOTHING = new Markup("");

/** Markup where the condition holds. */
export const when = (condition: boolean, markup: () => Markup): Markup => (condition ? markup() : NOTHING);

function written(value: Part): string {
  if (value instanceof Markup) return value.text;
  if (typeof value === "object") return value.map(({ text }) => text).join("");
  return escape(visible(String(value)));
}

const short = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 10);
/** The anchor of a resource, the same in every report about it. */
export const anchorOf = (urn: string): string => `r-${short(urn)}`;
/** The anchor of what a component has on one cloud; of what has no component there. */
export const groupAnchor = (cloud: string, component: string): string => `g-${short(`${cloud} ${component}`)}`;
/** The anchor of a cloud. */
export const cloudAnchor = (cloud: string): string => `c-${short(cloud)}`;
