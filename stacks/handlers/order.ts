import { defineHandler } from "../../components/function/runtime/index.ts";

interface OrderPlaced {
  readonly orderId: string;
  readonly items: readonly { readonly sku: string; readonly count: number }[];
}

export const handler = defineHandler<OrderPlaced>({
  on: "message",
  async handle({ id, attempt, data }, { log }) {
    if (!Array.isArray(data.items) || data.items.length === 0) throw new Error(`order ${data.orderId} has no items`);
    log("order accepted", { id, attempt, orderId: data.orderId, items: data.items.length });
  },
});
