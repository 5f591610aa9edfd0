// The phones: shared lines with a lamp per appearance, DNs, numbers outside, and what can be done at each of them now.

import { byId, make, show } from "./elements.js";
import { statesOf } from "./calls.js";

const words = {
  Alerting: "ringing", "Connected+Dialing": "dialing", Connected: "connected", Held: "held", Busy: "busy",
};

export const lampOf = state => words[state] ?? "busy";

export function showPhones(report, calls, { act, dial }) {
  const cards = [
    ...report.lines.map(line => ({ kind: "line", line, phones: report.dns.filter(dn => dn.line === line.number) })),
    { kind: "group", title: "DNs", phones: report.dns.filter(dn => !dn.line) },
    { kind: "group", title: "Outside the switch", phones: report.externals.map(external => withCalls(external, calls)) },
  ].filter(card => card.line || card.phones.length > 0);
  show(byId("phones"), cards, card => card.line?.number ?? card.title, card => {
    const body = make("div", { class: card.kind }, heading(card));
    if (card.line) body.append(appearances(card.line));
    for (const phone of card.phones) body.append(phoneRow(phone, card.line, { act, dial }));
    return body;
  });
}

// Nobody hears an external number but call monitoring: its calls are those in which it is a party.
function withCalls(external, calls) {
  const own = calls.filter(call => !call.ended).flatMap(call => {
    const at = call.parties.findIndex(party => party.dn === external.number);
    const other = call.parties.find(party => party.dn !== external.number)?.dn;
    return at < 0 ? [] : [{ connId: call.connId, state: statesOf(call)[at], otherDn: other }];
  });
  return { ...external, calls: own, external: true };
}

function heading({ line, title }) {
  if (!line) return make("h3", {}, title);
  return make("h3", {}, "Shared line ", make("b", {}, line.number));
}

function appearances(line) {
  return make("ol", { class: "appearances", "aria-label": `Appearances of ${line.number}` }, ...line.appearances.map(appearance =>
    make("li", { "data-appearance": appearance.index, "data-state": appearance.state },
      make("span", { class: `lamp ${appearance.state}`, "aria-hidden": "true" }),
      make("span", {}, `${appearance.index} ${appearance.state}`))));
}

function phoneRow(phone, line, { act, dial }) {
  const key = (label, action, order = {}, look = "") => make("button", {
    type: "button",
    class: look,
    "data-focus": `${phone.number} ${action} ${order.connId ?? ""}`,
    "aria-label": `${label} at ${phone.number}`,
    click: () => act(phone.number, { action, ...order }),
  }, label);
  const free = phone.calls.every(call => call.state === "Alerting" || call.state === "Held");
  const keys = [];
  if (phone.offHook && phone.calls.length === 0) keys.push(key("Hang up", "hangUp", {}, "end"));
  else if (free && !phone.external) keys.push(key("Off hook", "offHook", {}, "plain"));
  if (free) keys.push(make("button", { type: "button", "data-focus": `${phone.number} dial`, "aria-label": `Dial at ${phone.number}`, click: () => dial(phone.number) }, "Dial"));
  if (line && free) keys.unshift(...lineKeys(phone, line, key));
  return make("div", { class: "phone", "data-number": phone.number },
    make("div", { class: "top" },
      make("span", { class: "number" }, phone.number),
      make("span", { class: "says" }, saying(phone)),
      make("div", { class: "keys" }, ...keys)),
    ...phone.calls.map(call => callRow(call, key)));
}

// What a member can do with a call that another member has.
function lineKeys(phone, line, key) {
  const elsewhere = line.appearances.filter(appearance => appearance.connId && !appearance.members.includes(phone.number));
  return [
    ...elsewhere.filter(at => at.state === "held").map(at => key("Retrieve", "retrieve", { connId: at.connId })),
    ...elsewhere.filter(at => at.state === "connected").map(at => key("Barge in", "bargeIn", { connId: at.connId })),
  ];
}

function callRow(call, key) {
  const order = { connId: call.connId };
  const keys = {
    Alerting: () => [key("Answer", "answer", order, "primary"), key("Reject", "hangUp", order, "end")],
    Held: () => [key("Retrieve", "retrieve", order), key("Hang up", "hangUp", order, "end")],
    Connected: () => [key("Hold", "hold", order), key("Hang up", "hangUp", order, "end")],
  }[call.state] ?? (() => [key("Hang up", "hangUp", order, "end")]);
  const lamp = lampOf(call.state);
  const label = call.otherDn ? `${lamp} · ${call.otherDn}` : lamp;
  return make("div", { class: "at", "data-state": call.state },
    make("span", { class: `lamp ${lamp}`, "aria-hidden": "true" }),
    call.appearanceIndex ? make("span", { class: "key", title: `Appearance ${call.appearanceIndex}` }, call.appearanceIndex) : null,
    make("a", { href: `#/calls/${call.connId}`, "data-focus": call.connId }, label),
    make("div", { class: "keys" }, ...keys()));
}

function saying({ offHook, seizedAppearance, dnd, forward, habits, calls }) {
  const seconds = value => `${value} s`;
  return [
    seizedAppearance ? `holds appearance ${seizedAppearance}` : offHook && calls.length === 0 ? "off the hook" : null,
    dnd ? "do not disturb" : null,
    forward ? `forwarded to ${forward.dn}` : null,
    habits?.rejects ? "rejects calls" : null,
    habits?.answerAfter !== undefined ? `answers: ${seconds(habits.answerAfter)}` : null,
    habits?.hangUpAfter !== undefined ? `hangs up: ${seconds(habits.hangUpAfter)}` : null,
  ].filter(Boolean).join(", ");
}
