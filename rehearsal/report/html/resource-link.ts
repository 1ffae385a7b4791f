import type { Report } from "../model.ts";
import { nameOf, typeOf, typeTitle } from "../urn.ts";
import { anchorOf, html, type Markup } from "./markup.ts";

/** Shows a resource by name and type, linked where the estate lists it. */
export type ResourceLink = (urn: string) => Markup;

/** Makes links for the resources that this report's estate lists. */
export function resourceLinks({ resources }: Pick<Report, "resources">): ResourceLink {
  const listed = new Set(resources.filter(({ custom }) => custom).map(({ urn }) => urn));
  return (urn) => {
    if (urn === "") return html`the stack`;
    const name = html`<span class="name">${nameOf(urn)}</span>`;
    const shown = listed.has(urn) ? html`<a href="#${anchorOf(urn)}">${name}</a>` : name;
    const type = typeOf(urn);
    return html`${shown} <span class="type" title="${type}">${typeTitle(type)}</span>`;
  };
}
