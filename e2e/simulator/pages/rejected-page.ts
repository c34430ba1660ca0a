/** What the gateway's firewall answers, with HTTP 200, to a call that it does not like. */
export function rejectedByFirewall(): string {
  const support = `${Date.now()}`.padStart(19, "0");
  return `<html><head><title>Request Rejected</title></head><body>The requested URL was rejected. Please consult with your administrator.<br><br>Your support ID is: ${support}</body></html>`;
}
