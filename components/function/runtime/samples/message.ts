import { defineHandler } from "../index.ts";

/** Fails for orders named so, and says what it was given. */
export const handler = defineHandler<{ readonly orderId: string }>({
  on: "message",
  async handle({ id, key, attempt, attributes, data }, { log }) {
    if (data.orderId === "broken") throw new Error("broken order");
    log("handled", { id, key, attempt, attributes, data });
  },
});
