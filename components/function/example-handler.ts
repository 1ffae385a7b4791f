import { defineHandler } from "./runtime/index.ts";

export const handler = defineHandler<{ readonly orderId: string }>({
  on: "message",
  async handle({ id, data }, { log }) {
    log("order accepted", { id, orderId: data.orderId });
  },
});
