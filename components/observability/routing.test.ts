import { expect, it } from "vitest";
import type { Alerting } from "./alerting.ts";
import { routingSpec } from "./routing.ts";

const mail = {
  kind: "email",
  to: "a@b.example",
  from: "c@b.example",
  username: "c",
  server: "mail.b.example:587",
} as const;
const alerting: Alerting = {
  receivers: [
    { name: "pager", kind: "pagerduty", secret: "one" },
    { name: "hook", kind: "webhook", secret: "two" },
    { name: "chat", kind: "slack", secret: "three", channel: "#alerts" },
    { name: "mail", secret: "four", ...mail },
    { name: "more", secret: "five", ...mail, to: "d@b.example" },
  ],
  routes: { page: ["pager", "hook", "chat"], ticket: ["mail", "more"] },
};

it("sends each severity to all who are named for it, and to nobody else", () => {
  const { receivers, route } = routingSpec(alerting);
  const [page, ticket] = receivers;
  expect(route.routes.map(({ receiver, matchers }) => [receiver, matchers[0]?.value])).toEqual([
    ["page", "page"],
    ["ticket", "ticket"],
  ]);
  expect(Object.keys(page ?? {})).toEqual(["name", "pagerdutyConfigs", "webhookConfigs", "slackConfigs"]);
  expect(ticket?.emailConfigs?.map(({ to }) => to)).toEqual(["a@b.example", "d@b.example"]);
});

it("holds no secret, only where it lies", () => {
  const { receivers } = routingSpec(alerting);
  expect(receivers[0]).toMatchObject({
    pagerdutyConfigs: [{ routingKey: { name: "one", key: "routing-key" } }],
    webhookConfigs: [{ urlSecret: { name: "two", key: "url" } }],
    slackConfigs: [{ apiURL: { name: "three", key: "url" }, channel: "#alerts" }],
  });
  expect(receivers[1]?.emailConfigs?.[0]).toMatchObject({
    requireTLS: true,
    authPassword: { name: "four", key: "password" },
  });
});
