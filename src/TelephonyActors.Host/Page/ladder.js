// The ladder diagram of one call: a column for each DN and one for monitoring, time downwards.

import { byId, make } from "./elements.js";

const sameMoment = 100; // ms between events that one request caused
const lamps = {
  EventRinging: "ringing", EventDialing: "ringing",
  EventEstablished: "connected", EventRetrieved: "connected", EventPartyAdded: "connected",
  EventHeld: "held",
  EventReleased: "over", EventAbandoned: "over", EventDestinationBusy: "over", EventCallDeleted: "over",
};
const shown = { connId: null, count: 0 };
let pinned = null;

export function forgetLadder(sentence) {
  Object.assign(shown, { connId: null, count: 0 });
  byId("ladder").replaceChildren(make("p", { class: "empty" }, sentence));
  byId("attributes").hidden = true;
}

export function showLadder({ call, events, eventsLeftOut }) {
  if (shown.connId === call.connId && shown.count === events.length) return;
  const fresh = shown.connId === call.connId ? shown.count : Infinity;
  if (shown.connId !== call.connId) pinned = null;
  Object.assign(shown, { connId: call.connId, count: events.length });

  const columns = [...columnsOf(call, events), "monitoring"];
  const grid = make("div", { class: "grid" });
  grid.style.gridTemplateColumns = `60px repeat(${columns.length - 1}, minmax(142px, 1fr)) minmax(194px, 1.3fr)`;
  grid.append(make("div", { class: "head" }), ...columns.map(column => make("div", { class: "head" },
    make("b", {}, column), make("span", {}, column === "monitoring" ? "the call" : roleOf(column, events)))));
  const begun = at(events[0]);
  for (const moment of momentsOf(events)) {
    grid.append(make("div", { class: "time" }, `+${((at(moment[0].event) - begun) / 1000).toFixed(3)}`));
    for (const column of columns) {
      grid.append(make("div", { class: "cell", "data-column": column }, ...moment
        .filter(({ event }) => columnOf(event) === column)
        .map(({ event, place }) => eventButton(event, place, place >= fresh))));
    }
  }
  const ladder = byId("ladder");
  const follows = ladder.scrollTop + ladder.clientHeight >= ladder.scrollHeight - 30;
  const focused = ladder.contains(document.activeElement) ? document.activeElement.dataset.place : null;
  ladder.replaceChildren(grid);
  if (eventsLeftOut > 0) ladder.append(make("p", { class: "empty" }, `${eventsLeftOut} more events are not kept.`));
  if (focused) ladder.querySelector(`[data-place="${focused}"]`)?.focus();
  if (follows && fresh !== Infinity) ladder.scrollTop = ladder.scrollHeight;
  if (pinned === null) byId("attributes").hidden = true;
}

const at = event => Date.parse(event.Time);
const columnOf = event => event.ThisDN ?? "monitoring";

function columnsOf(call, events) {
  const silent = new Set(call.dns);
  for (const event of events) silent.delete(columnOf(event));
  return call.dns.filter(dn => !silent.has(dn));
}

function momentsOf(events) {
  const moments = [];
  let last = -Infinity;
  events.forEach((event, place) => {
    if (at(event) - last > sameMoment) moments.push([]);
    moments.at(-1).push({ event, place });
    last = Math.max(last, at(event));
  });
  return moments;
}

function roleOf(dn, events) {
  const role = events.find(event => event.ThisDN === dn && event.ThisDNRole)?.ThisDNRole;
  return { Origination: "calls", Destination: "is called", ConferenceMember: "joins" }[role] ?? "";
}

function eventButton(event, place, isNew) {
  return make("button", {
    type: "button",
    class: `event ${lamps[event.Event] ?? ""}${isNew ? " new" : ""}`,
    "data-place": place,
    "data-event": event.Event,
    "aria-pressed": String(pinned === place),
    pointerenter: () => pinned === null && showAttributes(event),
    focus: () => pinned === null && showAttributes(event),
    click: clicked => pin(clicked.currentTarget, event, place),
  }, make("span", { class: "name" }, event.Event), make("span", { class: "what" }, summary(event)));
}

function pin(button, event, place) {
  for (const other of document.querySelectorAll(".event[aria-pressed=true]")) other.setAttribute("aria-pressed", "false");
  pinned = pinned === place ? null : place;
  button.setAttribute("aria-pressed", String(pinned === place));
  showAttributes(event);
}

function summary(event) {
  return [
    event.DN ? `${event.DN}${event.PartyID ? ` (${event.PartyID})` : ""}` : null,
    event.State,
    event.OtherDN ? `OtherDN ${event.OtherDN}` : null,
    event.CallState && event.CallState !== "OK" ? event.CallState : null,
    event.ThirdPartyDN ? `${event.ThirdPartyDNRole ?? "by"} ${event.ThirdPartyDN}` : null,
    event.Extensions?.AppearanceIndex ? `appearance ${event.Extensions.AppearanceIndex}` : null,
  ].filter(Boolean).join(" · ") || " ";
}

function showAttributes(event) {
  const panel = byId("attributes");
  const text = value => typeof value === "object" ? JSON.stringify(value) : String(value);
  panel.replaceChildren(make("h3", {}, event.Event), make("dl", {}, ...Object.entries(event)
    .filter(([name]) => name !== "Event")
    .map(([name, value]) => make("div", {}, make("dt", {}, name), make("dd", {}, text(value))))));
  panel.hidden = false;
}
