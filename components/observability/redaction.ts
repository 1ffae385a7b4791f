/** What is done with an attribute that may carry personal data or a secret; names are those of OpenTelemetry's conventions. */
export const ATTRIBUTES: Readonly<Record<string, "drop" | "hash">> = {
  "client.address": "hash",
  "db.query.parameter": "drop",
  "db.query.text": "drop",
  "enduser.id": "hash",
  "enduser.pseudo.id": "hash",
  "http.request.header.authorization": "drop",
  "http.request.header.cookie": "drop",
  "http.response.header.set-cookie": "drop",
  "network.peer.address": "hash",
  "session.id": "hash",
  "source.address": "hash",
  "url.full": "drop",
  "url.query": "drop",
  "user.email": "drop",
  "user.full_name": "drop",
  "user.id": "hash",
  "user.name": "drop",
};

/** Names that say a secret is inside, whoever invented them. */
export const SECRET_NAMES = ["(?i).*(password|passwd|secret|token|api[_.-]?key|authorization|cookie).*"];

/** What personal data and secrets look like, in any value. */
export const PERSONAL_VALUES = [
  "[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\\.[A-Za-z]{2,}", // addresses of mail
  "\\b[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}\\b", // IBAN
  "\\b(?:4[0-9]{15}|5[1-5][0-9]{14}|3[47][0-9]{13})\\b", // numbers of cards
  "\\beyJ[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+", // JSON web tokens
];
