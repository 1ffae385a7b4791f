import type { Report } from "../model.ts";
import { duration } from "../words.ts";
import { html, type Markup, when } from "./markup.ts";
import type { ResourceLink } from "./resource-link.ts";

const SLOWEST = 10;

/** Where the time went. */
export function timings({ steps, timing }: Report, link: ResourceLink): Markup {
  const longest = Math.max(1, ...steps.map(({ durationMs }) => durationMs));
  const rows = steps.map(
    ({ number, title, durationMs }) =>
      html`<tr><th scope="row"><a href="#step-${number}">${title}</a></th><td class="num">${duration(durationMs)}</td><td class="track"><svg class="bar" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect class="fill-time" width="${Math.max(4, (1000 * durationMs) / longest).toFixed(1)}" height="10" rx="2"/></svg></td></tr>`,
  );
  const slow = steps
    .flatMap(({ number, operations }) => operations.map(({ op, urn, durationMs }) => ({ number, op, urn, durationMs })))
    .sort((a, b) => b.durationMs - a.durationMs)
    .slice(0, SLOWEST)
    .filter(({ durationMs }) => durationMs > 0);
  const list = slow.map(
    ({ number, op, urn, durationMs }) => html`<li>${link(urn)} – ${op} in step ${number}, ${duration(durationMs)}</li>`,
  );
  return html`<section id="timings" aria-labelledby="timings-title">
<h2 id="timings-title">Timings</h2>
<p class="lead">${duration(timing.totalMs)} in all, from <time datetime="${timing.startedAt}">${timing.startedAt}</time>. These are the times of the simulation, not of a cloud.</p>
<table class="times"><thead><tr><th scope="col">Step</th><th scope="col" class="num">Time</th><th scope="col"><span class="unseen">Share</span></th></tr></thead><tbody>${rows}</tbody></table>
${when(list.length > 0, () => html`<details><summary>Slowest operations <span class="count">${list.length}</span></summary><ol>${list}</ol></details>`)}
</section>`;
}
