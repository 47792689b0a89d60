// npm's certified oidc-provider on loopback, with one person: node openid_provider.mjs PORT BACK CLAIMS
// It insists on PKCE and asks for a password that may be anything, on pages of its own.
import Provider from "oidc-provider";

const [port, back, told] = process.argv.slice(2);
const claims = JSON.parse(told);
const provider = new Provider(`http://127.0.0.1:${port}`, {
  clients: [{client_id: "upstander", client_secret: "hush", redirect_uris: [back]}],
  claims: {openid: ["sub"], email: ["email", "email_verified"]},
  pkce: {required: () => true},
  findAccount: (_context, id) => ({accountId: id, claims: () => ({...claims, sub: id})}),
});
provider.listen(Number(port), "127.0.0.1");
