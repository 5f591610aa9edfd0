// Recorded sessions: the list of them, the calls of one, and a call that is played into the ladder.

import { ask } from "./service.js";
import { byId, make, show } from "./elements.js";
import { forgetLadder, showLadder } from "./ladder.js";

const windowLimit = 1000;
const mostEvents = 10_000; // of a session; the service counts no further either
const asFastAsItGoes = 1e9;
const path = /^#\/sessions(?:\/([\w.-]+)(?:\/(\d+)\/([0-9a-f]{16}))?)?$/;

let session = { name: null, calls: [] };
const player = { call: null, shown: 0, plays: false, speed: 1, position: 0, since: 0, timer: 0 };

export const isRecorded = () => path.test(location.hash);

/** Shows what the address names: the sessions, the calls of one, a call. */
export async function showRecorded() {
  const { hash } = location;
  const [, name, run, connId] = path.exec(hash);
  stop();
  const sessions = await ask("/sessions");
  const chosen = !name || (name === session.name && connId) ? session : await read(name);
  // Somebody was faster than the service.
  if (location.hash !== hash) return;
  session = chosen;
  showSessions(sessions, name);
  const call = name ? session.calls.find(one => one.run === Number(run) && one.connId === connId) : null;
  showCalls(name ? session : { name: null, calls: [] }, call);
  choose(call);
}

/** Another view is shown: nothing plays on. */
export function leaveRecorded() {
  stop();
  player.call = null;
  byId("player").hidden = true;
}

function showSessions(sessions, chosen) {
  const list = byId("session-list");
  if (sessions.length === 0) {
    list.replaceChildren(make("li", { class: "empty" }, "No sessions here. serve --record NAME records one."));
    return;
  }
  show(list, sessions.map(one => ({ ...one, chosen: one.name === chosen })), one => one.name, one => make("li", {}, make("a", {
    href: `#/sessions/${one.name}`, "data-focus": one.name, "aria-current": one.chosen ? "true" : null,
  },
  line("who", one.name, `${one.events.toLocaleString("en")}${one.hasMore ? "+" : ""} events`),
  line("state", `${one.runs} ${one.runs === 1 ? "run" : "runs"}`, new Date(one.begun).toLocaleString("en-GB")))));
}

function showCalls({ name, calls }, chosen) {
  const list = byId("recorded-calls");
  const sentence = name ? "No calls in this session." : "Pick a session to see its calls.";
  if (calls.length === 0) {
    list.replaceChildren(make("li", { class: "empty" }, sentence));
    return;
  }
  const items = calls.map(call => ({ ...call, events: call.events.length, chosen: call === chosen }));
  show(list, items, hrefOf, call => make("li", {}, make("a", {
    href: hrefOf(call), "data-focus": hrefOf(call), "aria-current": call.chosen ? "true" : null,
  },
  line("who", call.dns.slice(0, 2).join(" → ") + (call.dns.length > 2 ? ` +${call.dns.length - 2}` : ""), `#${call.callId ?? "?"}`),
  line("state", call.title, `${call.events} events`))));
}

const line = (look, left, right) => make("span", { class: look }, make("span", {}, left), make("span", {}, right));
const hrefOf = call => `#/sessions/${call.session}/${call.run}/${call.connId}`;

async function read(name) {
  const runs = [];
  for (let offset = 0; offset < mostEvents; offset += windowLimit) {
    const answer = await ask(`/sessions/${name}/events?offset=${offset}&limit=${windowLimit}`);
    if (!answer) break;
    for (const run of answer.runs) file(run, runOf(runs, name, run));
    if (!answer.hasMore) break;
  }
  return { name, calls: runs.flatMap(run => [...run.calls.values()]).map(inOrder) };
}

// A run may begin in one window and go on in the next.
function runOf(runs, session, { run, name }) {
  if (runs.at(-1)?.run !== run) runs.push({ run, session, title: name, calls: new Map(), hook: new Map(), released: new Map() });
  return runs.at(-1);
}

// Events by call. What the hook did just before belongs to the call, and what it does just after the release.
function file({ events }, run) {
  for (const event of events) {
    const dn = event.ThisDN;
    if (event.Event === "EventError" || event.Event === "EventPartyInfo") continue;
    if (event.ConnID) {
      const call = callOf(run, event);
      call.events.push(...(run.hook.get(dn) ?? []), event);
      run.hook.delete(dn);
      if (!dn && event.PreviousConnID && event.PreviousConnID !== event.ConnID) run.calls.get(event.PreviousConnID)?.events.push(event);
      run.released.set(dn, event.Event === "EventReleased" ? call : null);
    } else if (event.Event === "EventOffHook" || event.Event === "EventPrivateInfo") {
      run.hook.set(dn, [...(run.hook.get(dn) ?? []), event]);
    } else if (event.Event === "EventOnHook") {
      run.hook.delete(dn);
      run.released.get(dn)?.events.push(event);
    }
  }
}

function callOf({ run, session, title, calls }, event) {
  if (!calls.has(event.ConnID)) calls.set(event.ConnID, { session, run, title, connId: event.ConnID, callId: event.CallID, parties: {}, events: [] });
  const call = calls.get(event.ConnID);
  if (event.ThisDN) call.parties[event.ThisDN] ??= Infinity;
  if (event.DN) call.parties[event.DN] = Math.min(call.parties[event.DN] ?? Infinity, event.PartyID ?? Infinity);
  return call;
}

// The DNs in the order of their parties, though a DN's own events may come before monitoring's.
function inOrder({ parties, ...call }) {
  return { ...call, dns: Object.keys(parties).sort((one, other) => parties[one] - parties[other] || 0) };
}

// A call is shown whole until somebody plays it.
function choose(call) {
  player.call = call ?? null;
  byId("player").hidden = !call;
  byId("call-link").hidden = !call;
  byId("call-facts").textContent = call ? `recorded in ${call.session} · call #${call.callId ?? "?"} · ConnID ${call.connId}` : "";
  if (!call) {
    forgetLadder("Pick a call of a session, and play it.");
    return;
  }
  byId("call-link").href = hrefOf(call);
  player.shown = call.events.length;
  forgetLadder("");
  draw();
}

const timeOf = event => Date.parse(event.Time);
const isAtEnd = () => player.shown === player.call.events.length;
const positionNow = () => player.position + (player.plays ? (performance.now() - player.since) * player.speed : 0);

function draw() {
  const { call, shown, plays, speed } = player;
  if (shown > 0) showLadder({ call: { ...call, connId: hrefOf(call) }, events: call.events.slice(0, shown), eventsLeftOut: 0 });
  byId("play").textContent = plays ? "Pause" : isAtEnd() ? "Play" : "Go on";
  for (const button of document.querySelectorAll("[data-speed]"))
    button.setAttribute("aria-pressed", String(speedOf(button) === speed));
}

function step() {
  const { events } = player.call;
  const begun = timeOf(events[0]);
  const left = () => (timeOf(events[player.shown]) - begun - positionNow()) / player.speed;
  while (!isAtEnd() && left() <= 0) player.shown++;
  if (isAtEnd()) stop();
  else player.timer = setTimeout(step, left());
  draw();
}

function stop() {
  player.position = positionNow();
  player.plays = false;
  clearTimeout(player.timer);
}

function playOrPause() {
  if (player.plays) {
    stop();
    draw();
    return;
  }
  if (isAtEnd()) {
    Object.assign(player, { shown: 0, position: 0 });
    forgetLadder("");
  }
  Object.assign(player, { plays: true, since: performance.now() });
  step();
}

const speedOf = button => button.dataset.speed === "max" ? asFastAsItGoes : Number(button.dataset.speed);

byId("play").addEventListener("click", playOrPause);
for (const button of document.querySelectorAll("[data-speed]")) {
  button.addEventListener("click", () => {
    const { plays } = player;
    stop();
    Object.assign(player, { speed: speedOf(button), plays, since: performance.now() });
    if (plays) step();
    else draw();
  });
}
