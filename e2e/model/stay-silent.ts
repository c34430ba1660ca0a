import type { ServerResponse } from "node:http";
import type { Silence } from "@/e2e/model/said";

/** Answers with nothing that counts; unsigned words are the caller's. */
export function staySilent(silence: Exclude<Silence, "unsigned">, response: ServerResponse): void {
  switch (silence) {
    case "cut":
      return void response.destroy();
    case "status_500":
      return void response.writeHead(500).end("{}");
    case "html":
      return void response.end("<html>Request Rejected</html>");
    case "broken_body":
      return void response.end('{"pp_ResponseCode":');
    case "hang":
      return; // the shop gives up by itself
  }
}
