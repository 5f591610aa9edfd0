// Looks at the switch every so often, and shows what has changed. Only windows on long lists are asked for.

import { act, ask, forgetVersions, Refused } from "./service.js";
import { byId, make, pager } from "./elements.js";
import { showPhones } from "./phones.js";
import { showCalls, stateOf } from "./calls.js";
import { forgetLadder, showLadder } from "./ladder.js";
import { isRecorded, leaveRecorded, showRecorded } from "./recorded.js";

const often = 400;
const seldom = 5000;
const callLimit = 60;
const phoneLimit = 100;

const view = { state: "live", dn: "", callOffset: 0, phoneOffset: 0, paused: false };
const seen = { phones: null, calls: null };
let timer = 0;
let looking = false;
let again = false;

const chosenCall = () => /^#\/calls\/([0-9a-f]{16})$/.exec(location.hash)?.[1] ?? null;

async function look() {
  clearTimeout(timer);
  if (view.paused) return;
  if (looking) {
    again = true;
    return;
  }
  looking = true;
  try {
    await lookOnce();
    if (!view.paused) connection("", "connected");
  } catch (trouble) {
    connection("lost", trouble instanceof Refused ? trouble.message : "the service cannot be reached");
  }
  looking = false;
  if (!view.paused) timer = setTimeout(look, again ? 0 : document.hidden ? seldom : often);
  again = false;
}

async function lookOnce() {
  const callQuery = new URLSearchParams({ state: view.state, offset: view.callOffset, limit: callLimit });
  if (view.dn) callQuery.set("dn", view.dn);
  const [phones, calls] = await Promise.all([
    ask(`/dns?offset=${view.phoneOffset}&limit=${phoneLimit}`, { onlyIfChanged: true }),
    ask(`/calls?${callQuery}`, { onlyIfChanged: true }),
  ]);
  // What came after somebody pressed Pause is not shown; it is asked for again when they go on.
  if (view.paused) {
    forgetVersions();
    return;
  }
  seen.phones = phones ?? seen.phones;
  seen.calls = calls ?? seen.calls;
  if (phones || calls) render();
  if (isRecorded()) {
    look.connId = null;
    return;
  }
  const connId = chosenCall() ?? seen.calls.calls[0]?.connId;
  if (phones || calls || connId !== look.connId) await lookAtCall(connId);
  look.connId = connId;
}

async function lookAtCall(connId) {
  const call = connId ? await ask(`/calls/${connId}`) : undefined;
  if (isRecorded()) return;
  const facts = byId("call-facts");
  const link = byId("call-link");
  link.hidden = !call;
  if (!call) {
    facts.textContent = "";
    forgetLadder(connId ? "This call is not known, or ended too long ago." : "A call's events come here, a column for each phone. Dial 60970 at 60972, and answer.");
    return;
  }
  link.href = `#/calls/${connId}`;
  facts.textContent = `call #${call.call.callId ?? "?"} · ${call.call.callType ?? ""} · ${stateOf(call.call)} · ConnID ${connId}`;
  showLadder(call);
}

function render() {
  const { phones, calls } = seen;
  byId("switch-name").textContent = phones.name;
  byId("live").textContent = calls.live.toLocaleString("en");
  byId("created").textContent = calls.created.toLocaleString("en");
  showPhones(phones, calls.calls, { act: actAt, dial });
  if (!isRecorded()) showCalls(calls, chosenCall() ?? calls.calls[0]?.connId);
  pager(byId("phones-pager"), { offset: view.phoneOffset, count: phones.dnCount, limit: phoneLimit, what: "DNs", turn: offset => change({ phoneOffset: offset }) });
  pager(byId("calls-pager"), { offset: view.callOffset, count: calls.matching, limit: callLimit, what: "calls", turn: offset => change({ callOffset: offset }) });
  if (byId("numbers").childElementCount === 0) byId("numbers").append(...numbers().map(number => make("option", { value: number })));
}

const numbers = () => [...seen.phones.dns, ...seen.phones.externals].map(phone => phone.number);

function change(how) {
  Object.assign(view, how);
  look();
}

async function actAt(number, order) {
  try {
    await act(number, order);
  } catch (trouble) {
    notice(trouble instanceof Refused ? trouble.message : "The service cannot be reached.");
  }
  // What was caused may take a moment to be heard.
  await look();
  setTimeout(look, 60);
}

function dial(number) {
  const dialog = byId("dial");
  const entry = byId("dial-number");
  byId("dial-title").textContent = `${number} dials`;
  entry.value = "";
  dialog.returnValue = "";
  byId("dial-numbers").replaceChildren(...numbers().filter(other => other !== number).slice(0, 60).map(other =>
    make("button", { type: "button", click: () => { entry.value = other; dialog.close("dial"); } }, other)));
  dialog.onclose = async () => {
    if (dialog.returnValue !== "dial" || !entry.value) return;
    location.hash = "";
    Object.assign(view, { state: "live", callOffset: 0 });
    showChoice();
    await actAt(number, { action: "dial", number: entry.value.trim() });
  };
  dialog.showModal();
}

function notice(sentence) {
  const note = byId("notice");
  note.textContent = sentence;
  note.hidden = false;
  clearTimeout(notice.timer);
  notice.timer = setTimeout(() => { note.hidden = true; }, 6000);
}

function connection(look, text) {
  const status = byId("connection");
  status.className = look;
  if (status.textContent !== text) status.textContent = text;
}

function showChoice() {
  for (const button of document.querySelectorAll("[data-state][aria-pressed]"))
    button.setAttribute("aria-pressed", String(button.dataset.state === (isRecorded() ? "recorded" : view.state)));
  byId("recorded").hidden = !isRecorded();
  byId("known-calls").hidden = isRecorded();
}

function pause() {
  view.paused = !view.paused;
  byId("pause").setAttribute("aria-pressed", String(view.paused));
  byId("pause").textContent = view.paused ? "Go on" : "Pause";
  if (view.paused) connection("paused", "paused");
  else look();
}

for (const button of document.querySelectorAll("[data-state][aria-pressed]")) {
  button.addEventListener("click", () => {
    if (button.dataset.state === "recorded") {
      location.hash = "#/sessions";
      return;
    }
    if (isRecorded()) location.hash = "";
    change({ state: button.dataset.state, callOffset: 0 });
    showChoice();
  });
}
byId("filter").addEventListener("input", input => change({ dn: input.target.value.trim(), callOffset: 0 }));
byId("pause").addEventListener("click", pause);
addEventListener("keydown", key => {
  if (key.key.toLowerCase() === "p" && !key.ctrlKey && !key.metaKey && !key.altKey && !key.target.closest("input, dialog")) pause();
});
addEventListener("hashchange", async () => {
  showChoice();
  if (isRecorded()) {
    await showRecorded().catch(trouble => notice(trouble.message));
    return;
  }
  leaveRecorded();
  if (seen.calls) render();
  // A paused page shows another call all the same.
  if (view.paused) await lookAtCall(chosenCall()).catch(trouble => notice(trouble.message));
  else look();
});
document.addEventListener("visibilitychange", () => { if (!document.hidden && !view.paused) look(); });
if (isRecorded()) dispatchEvent(new Event("hashchange"));
look();
