import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Secret, type Value } from "../../wire/value.ts";
import { Redactor } from "./redactor.ts";

const knowing = (...texts: string[]): Redactor => {
  const redactor = new Redactor();
  for (const text of texts) redactor.learn(text);
  return redactor;
};

const secrets = fc
  .string({ minLength: 8, maxLength: 60, unit: "grapheme" })
  .filter((text) => text.trim() === text && !text.includes("\n") && text.isWellFormed());

/** Ways in which programs and tools write down a text. */
const WRITERS: { readonly [name: string]: (text: string) => string } = {
  plain: (text) => text,
  "JSON once": (text) => JSON.stringify(text),
  "JSON twice": (text) => JSON.stringify(JSON.stringify(text)),
  "JSON in ASCII": (text) =>
    JSON.stringify(text).replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`),
  "percent-encoded": encodeURIComponent,
  "percent-encoded twice": (text) => encodeURIComponent(encodeURIComponent(text)),
  "a form": (text) => new URLSearchParams({ text }).toString().slice("text=".length),
  base64: (text) => Buffer.from(text).toString("base64"),
  base64url: (text) => Buffer.from(text).toString("base64url"),
  hex: (text) => Buffer.from(text).toString("hex"),
  "hex with spaces": (text) =>
    Buffer.from(text)
      .toString("hex")
      .replace(/..(?=.)/g, "$& "),
  HTML: (text) =>
    text.replace(/[&<>"']/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" })[c] ?? c),
};

describe("the redactor", () => {
  it("takes no label for a secret because a provider seals what it computes from it", () => {
    const said = (labels: Value) => {
      const redactor = new Redactor();
      redactor.learnFrom({ labels, effectiveLabels: new Secret({ purpose: "audit-log" }) });
      return redactor.redact("cloud-audit-log-on");
    };
    expect(said({ purpose: "audit-log" })).toBe("cloud-audit-log-on");
    expect(said({ purpose: new Secret("audit-log") })).toBe("cloud-[secret]-on");
    expect(said(new Secret({ purpose: "audit-log" }))).toBe("cloud-[secret]-on");
  });

  it.each(Object.entries(WRITERS))("hides what is written as %s", (_, write) => {
    fc.assert(
      fc.property(secrets, (secret) => {
        const written = write(secret);
        const hidden = knowing(secret).redact(`before ${written} after`);
        expect(hidden).toContain("[secret]");
        expect(hidden).not.toContain(written);
        expect(hidden).toMatch(/^before .* after$/su);
      }),
    );
  });

  it("hides base64 in the middle of more, at any alignment", () => {
    fc.assert(
      fc.property(secrets, fc.string({ maxLength: 5 }), fc.string({ maxLength: 5 }), (secret, before, after) => {
        const hidden = knowing(secret).redact(Buffer.from(`${before}${secret}${after}`).toString("base64"));
        expect(Buffer.from(hidden.replaceAll("[secret]", ""), "base64").toString()).not.toContain(secret);
        expect(hidden).toContain("[secret]");
      }),
    );
  });

  it("hides a longer secret whole, though a shorter one is part of it", () => {
    expect(knowing("hunter", "hunter-and-gatherer").redact("a hunter-and-gatherer!")).toBe("a [secret]!");
  });

  it("hides the lines of a text one by one", () => {
    expect(knowing("first line\nsecond line").redact("> second line <")).toBe("> [secret] <");
  });

  it("leaves texts of fewer than five characters alone", () => {
    expect(knowing("abcd").redact("abcd")).toBe("abcd");
  });

  it("learns what is below a secret, and nothing beside it", () => {
    const redactor = new Redactor();
    redactor.learnFrom({ open: "in the open", closed: new Secret({ deep: ["very deep", 1234567] }) });
    expect(redactor.redact("in the open, very deep, 1234567")).toBe("in the open, [secret], [secret]");
  });

  it("takes nothing for a secret that the same resource says in the open", () => {
    const redactor = new Redactor();
    redactor.learnFrom({ labels: { cluster: "northern" }, data: new Secret({ name: "northern", token: "hunter-2" }) });
    redactor.learnFrom({ labels: { cluster: "southern" }, data: new Secret({ token: "eastern" }) });
    expect(redactor.redact("northern southern eastern hunter-2")).toBe("northern southern [secret] [secret]");
  });

  it("lets the words of a format stand that happen to be somebody's secret", () => {
    const line = JSON.stringify({ op: "create", message: "will create it", inputs: { create: "create", size: 5 } });
    const redactor = knowing("create");
    expect(JSON.parse(redactor.redactLine(line))).toEqual({
      op: "create",
      message: "will [secret] it",
      inputs: { create: "[secret]", size: 5 },
    });
  });

  it("takes a secret that can't be a word out of names, too", () => {
    const redactor = knowing("s3cr3t-Kx9vQ2-value");
    expect(redactor.redactJson({ id: "queue-s3cr3t-Kx9vQ2-value" })).toEqual({ id: "queue-[secret]" });
  });
});
