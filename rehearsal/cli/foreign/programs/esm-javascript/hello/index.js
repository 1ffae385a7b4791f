exports.hello = (_request, response) => response.send("still open");
