exports.handler = async () => require("./words/hello").text;
