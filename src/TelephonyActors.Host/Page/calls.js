// The list of calls: a window on it, the newest first.

import { byId, make, show } from "./elements.js";

export function showCalls(list, chosen) {
  const calls = byId("call-list");
  if (list.calls.length === 0) {
    calls.replaceChildren(make("li", { class: "empty" }, "No calls here. Dial at a phone to make the first one."));
    return;
  }
  show(calls, list.calls.map(call => ({ ...call, chosen: call.connId === chosen })), call => call.connId, callItem);
}

function callItem(call) {
  const [from] = call.dns;
  const [to, ...others] = (call.parties.length > 1 ? call.parties.map(party => party.dn) : call.dns).filter(dn => dn !== from);
  return make("li", {}, make("a", {
    href: `#/calls/${call.connId}`,
    "data-focus": call.connId,
    "aria-current": call.chosen ? "true" : null,
  },
  make("span", { class: "who" }, make("span", {}, to ? `${from} → ${to}${others.length > 0 ? ` +${others.length}` : ""}` : from ?? call.connId), make("span", {}, `#${call.callId ?? "?"}`)),
  make("span", { class: "state" }, make("span", {}, stateOf(call)), make("span", {}, call.begun ? clock(call.begun) : ""))));
}

export function stateOf(call) {
  if (call.ended) return "ended";
  const states = statesOf(call);
  if (states.filter(state => state === "Connected").length > 1) return call.parties.length > 2 ? "conference" : "connected";
  if (states.includes("Held")) return "held";
  if (states.includes("Alerting")) return "ringing";
  if (states.includes("Busy")) return "busy";
  return states.length === 0 ? "begins" : "dialing";
}

// Who dialed stays Connected+Dialing when somebody has answered: from then on it counts as Connected.
export function statesOf(call) {
  const answered = call.parties.some(party => party.state === "Connected" || party.state === "Held");
  return call.parties.map(party => answered && party.state === "Connected+Dialing" ? "Connected" : party.state);
}

const clock = time => new Date(time).toLocaleTimeString("en-GB");
