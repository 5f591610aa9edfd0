// Talks to the service over HTTP. Nothing else in the page does.

const versions = new Map();
let token = sessionStorage.getItem("token") ?? "";
let asking = null;

export class Refused extends Error {}

/** Asks for a path; null where nothing has changed since the same path was asked last. */
export async function ask(path, { onlyIfChanged = false } = {}) {
  const known = onlyIfChanged ? versions.get(path) : undefined;
  const answer = await send(path, known ? { headers: { "If-None-Match": known } } : {});
  if (answer.status === 304) return null;
  if (answer.status === 404) return undefined;
  if (!answer.ok) throw new Refused((await answer.json()).detail);
  if (versions.size > 100) versions.clear();
  versions.set(path, answer.headers.get("ETag"));
  return answer.json();
}

/** Whatever is asked next is answered in full. */
export const forgetVersions = () => versions.clear();

/** Has somebody act at a phone; throws Refused with the switch's own words where it is not allowed. */
export async function act(number, order) {
  const answer = await send(`/phones/${encodeURIComponent(number)}`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(order),
  });
  if (!answer.ok) throw new Refused((await answer.json()).detail);
}

async function send(path, options) {
  const headers = { ...options.headers };
  if (token) headers.Authorization = `Bearer ${token}`;
  const answer = await fetch(path, { ...options, headers, cache: "no-store" });
  if (answer.status !== 401) return answer;
  await (asking ??= askForToken());
  asking = null;
  return send(path, options);
}

function askForToken() {
  const dialog = document.getElementById("token");
  const text = document.getElementById("token-text");
  text.value = "";
  dialog.showModal();
  return new Promise(resolve => dialog.addEventListener("close", () => {
    token = text.value.trim();
    sessionStorage.setItem("token", token);
    resolve();
  }, { once: true }));
}
