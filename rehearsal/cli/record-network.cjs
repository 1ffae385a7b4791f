"use strict";
// for tests: writes down every address that this process listens on or connects to
const { appendFileSync } = require("node:fs");
const net = require("node:net");
const dns = require("node:dns");

const note = (what, where) => appendFileSync(process.env.ARCHIPEL_TEST_NETWORK, `${what} ${where}\n`);
const listen = Reflect.get(net.Server.prototype, "listen");
net.Server.prototype.listen = function (...args) {
  this.once("listening", () => {
    const address = this.address();
    note("listen", typeof address === "string" ? `pipe ${address}` : address?.address);
  });
  return listen.apply(this, args);
};
const connect = Reflect.get(net.Socket.prototype, "connect");
net.Socket.prototype.connect = function (...args) {
  this.once("connect", () => note("connect", this.remoteAddress ?? "pipe"));
  return connect.apply(this, args);
};
const { lookup } = dns;
dns.lookup = (name, ...rest) => {
  note("lookup", name);
  return lookup(name, ...rest);
};
