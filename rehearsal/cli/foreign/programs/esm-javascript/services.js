import { readFile } from "node:fs/promises";

const text = await readFile(new URL("./services.json", import.meta.url), "utf8");
export const services = JSON.parse(text);
