/** @public */
export { type Context, defineHandler, type Message } from "./handler.ts";
