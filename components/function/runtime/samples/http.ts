import { defineHandler } from "../index.ts";

/** Echoes what it was asked, and fails for `/broken`. */
export const handler = defineHandler({
  on: "http",
  async handle(request) {
    const { pathname, searchParams } = new URL(request.url);
    if (pathname === "/broken") throw new Error("broken");
    const answer = { method: request.method, pathname, q: searchParams.get("q"), body: await request.text() };
    return Response.json(answer, { status: 201 });
  },
});
