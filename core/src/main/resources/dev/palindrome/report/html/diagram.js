"use strict";
// The schema as a diagram: laid out by dagre when it comes into sight, drawn as SVG, moved by pointer and keyboard.
(() => {
  const { tables, migrations } = JSON.parse(document.getElementById("schema-data").textContent);
  const host = document.getElementById("diagram");
  const LETTER = 7.25, ROW = 18, HEAD = 26, PAD = 10, SIGN = 26, MANY = 24, VERY_MANY = 150, GAP = 28;
  const byKeysOnly = (table) => table.columns.filter((column) => column.primary || column.foreign);
  const referencedBy = tables.map(() => []);
  tables.forEach((table, from) => table.references.forEach((key) => referencedBy[key.table].push(from)));
  const cut = (text, most) => text.length > most ? text.slice(0, most - 1) + "…" : text;
  const make = (tag, attributes = {}, ...children) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) { element.setAttribute(name, value); }
    element.append(...children);
    return element;
  };
  const draw = (tag, attributes = {}, text) => {
    const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
    for (const [name, value] of Object.entries(attributes)) { element.setAttribute(name, value); }
    if (text !== undefined) { element.textContent = text; }
    return element;
  };
  const MARKS = { passes: "✓", fails: "✗", declared: "–" };
  const counted = (count, what) => `${count} ${what}${count === 1 ? "" : "s"}`;
  const sign = (column) => column.primary ? (column.foreign ? "PF" : "PK") : column.foreign ? "FK" : "";

  let allColumns = tables.length <= MANY;
  let nodes = [], edges = [], frames = [], extent = { width: 1, height: 1 }, chosen = -1;
  let place = { x: 0, y: 0, scale: 1 };
  let svg, world, panel, view, choice, status;

  const boxOf = (table) => {
    const rows = allColumns ? table.columns : byKeysOnly(table);
    const hidden = table.columns.length - rows.length;
    const longest = Math.max(table.name.length + 1, ...rows.map((row) => Math.min(row.name.length, 32) + Math.min(row.type.length, 24) + 2));
    return { rows, hidden, width: Math.min(44, longest) * LETTER + PAD * 2 + SIGN, height: HEAD + (rows.length + (hidden ? 1 : 0)) * ROW + 8 };
  };

  const neighbours = tables.map((table, at) => new Set([...table.references.map((key) => key.table), ...referencedBy[at]].filter((other) => other !== at)));
  const components = () => {
    const seen = new Set(), all = [];
    tables.forEach((table, begin) => {
      if (seen.has(begin)) { return; }
      const members = [begin];
      seen.add(begin);
      for (const at of members) {
        for (const other of neighbours[at]) { if (!seen.has(other)) { seen.add(other); members.push(other); } }
      }
      all.push(members);
    });
    return all;
  };

  // Tables that hang on one other alone stand together in a block: side by side they would make a strip of the diagram.
  const blocksOf = (members, boxes) => {
    const byOwner = new Map();
    for (const at of members) {
      const [owner] = neighbours[at];
      if (neighbours[at].size === 1 && neighbours[owner].size > 1) { byOwner.set(owner, [...byOwner.get(owner) ?? [], at]); }
    }
    return [...byOwner].filter(([, leaves]) => leaves.length > 2).map(([owner, leaves]) => {
      const width = Math.max(...leaves.map((at) => boxes[at].width)), height = Math.max(...leaves.map((at) => boxes[at].height));
      const columns = Math.max(1, Math.round(Math.sqrt(leaves.length * height / width * 1.6))), lines = Math.ceil(leaves.length / columns);
      const places = leaves.map((at, number) => ({ at, x: 8 + (number % columns) * (width + 12), y: 8 + Math.floor(number / columns) * (height + 12) }));
      return { owner, places, width: columns * (width + 12) + 4, height: lines * (height + 12) + 4 };
    });
  };

  // Many tables that refer to the same one would stand in one long rank: spread, they stand in several behind each other.
  const layOutOne = (members, boxes, rankdir, spread) => {
    const children = new Map();
    const rank = (owner) => { const before = children.get(owner) ?? 0; children.set(owner, before + 1); return 1 + before % spread; };
    const graph = new dagre.graphlib.Graph({ multigraph: true });
    graph.setGraph({ rankdir, nodesep: 18, ranksep: 56, edgesep: 8, ranker: members.length > VERY_MANY ? "longest-path" : "network-simplex" });
    graph.setDefaultEdgeLabel(() => ({}));
    const blocks = blocksOf(members, boxes), inBlock = new Set(blocks.flatMap((block) => block.places.map((each) => each.at)));
    const single = members.filter((at) => !inBlock.has(at));
    single.forEach((at) => graph.setNode(String(at), { width: boxes[at].width, height: boxes[at].height }));
    blocks.forEach((block, number) => { graph.setNode("block" + number, { width: block.width, height: block.height }); graph.setEdge(String(block.owner), "block" + number, { block }); });
    single.forEach((at) => tables[at].references.forEach((key, number) => {
      if (key.table !== at && !inBlock.has(key.table)) { graph.setEdge(String(key.table), String(at), { minlen: rank(key.table) }, String(number)); }
    }));
    dagre.layout(graph);
    const corner = (name) => { const { x, y, width, height } = graph.node(name); return { x: x - width / 2, y: y - height / 2 }; };
    const at = new Map(single.map((each) => [each, corner(String(each))]));
    const frames = blocks.map((block, number) => {
      const { x, y } = corner("block" + number);
      block.places.forEach((each) => at.set(each.at, { x: x + each.x, y: y + each.y }));
      return { x, y, width: block.width, height: block.height };
    });
    const lines = graph.edges().map((edge) => {
      const { points, block } = graph.edge(edge);
      return { rankdir, points, ends: [Number(edge.v), ...block ? block.places.map((each) => each.at) : [Number(edge.w)]],
        arrows: !block || block.places.every((each) => tables[each.at].references.some((key) => key.table === block.owner)) };
    });
    const { width, height } = graph.graph();
    return { at, frames, lines, width, height, rankdir };
  };

  const layOut = () => {
    const boxes = tables.map(boxOf), { width, height } = size(), wide = Math.min(2, Math.max(.5, width / height));
    const laid = components().map((members) => {
      const needs = (one) => Math.max(one.width / wide, one.height), lies = (one) => Math.min(one.width / wide, one.height);
      const best = (ways) => ways.reduce((one, other) => needs(one) <= needs(other) ? one : other);
      const close = best((members.length > 1 ? ["LR", "TB"] : ["LR"]).map((rankdir) => layOutOne(members, boxes, rankdir, 1)));
      const isStrip = members.length > MANY && members.length <= VERY_MANY && needs(close) > 2 * lies(close);
      return isStrip ? best([close, layOutOne(members, boxes, close.rankdir, 4)]) : close;
    });
    laid.sort((one, other) => other.height - one.height);
    const room = Math.max(...laid.map((each) => each.width), Math.sqrt(laid.reduce((sum, each) => sum + (each.width + GAP) * (each.height + GAP), 0) * wide));
    let x = 0, y = 0, tallest = 0;
    nodes = [...boxes];
    edges = [];
    frames = [];
    for (const each of laid) {
      if (x > 0 && x + each.width > room) { x = 0; y += tallest + GAP; tallest = 0; }
      const dx = x, dy = y;
      each.at.forEach((corner, at) => { nodes[at].x = corner.x + dx; nodes[at].y = corner.y + dy; });
      each.frames.forEach((frame) => frames.push({ ...frame, x: frame.x + dx, y: frame.y + dy }));
      each.lines.forEach((line) => edges.push({ ...line, points: line.points.map((point) => ({ x: point.x + dx, y: point.y + dy })) }));
      x += each.width + GAP;
      tallest = Math.max(tallest, each.height);
    }
    extent = { width: Math.max(...nodes.map((node) => node.x + node.width)), height: Math.max(...nodes.map((node) => node.y + node.height)) };
  };

  const path = ({ points, rankdir }) => points.reduce((line, point, at) => {
    if (at === 0) { return `M${point.x} ${point.y}`; }
    const before = points[at - 1], across = (before.x + point.x) / 2, along = (before.y + point.y) / 2;
    return line + (rankdir === "LR" ? `C${across} ${before.y} ${across} ${point.y} ${point.x} ${point.y}` : `C${before.x} ${along} ${point.x} ${along} ${point.x} ${point.y}`);
  }, "");

  // From afar a box holds its name alone, in letters as large as fit.
  const schemas = new Set(tables.map((table) => table.name.split(".")[0]));
  const farName = (node, name) => {
    const words = (schemas.size === 1 ? name.slice(name.indexOf(".") + 1) : name).split(/(?<=[_. ])|(?<=[a-z])(?=[A-Z])/);
    let best = { size: 0 };
    for (let most = 1; most <= 3; most++) {
      const limit = Math.max(...words.map((word) => word.length), Math.ceil(words.join("").length / most));
      const lines = words.reduce((all, word) => all.at(-1).length + word.length <= limit ? [...all.slice(0, -1), all.at(-1) + word] : [...all, word], [""]);
      const size = Math.min(44, (node.width - 12) / (Math.max(...lines.map((line) => line.length)) * .61), (node.height - 8) / (lines.length * 1.1));
      if (size > best.size) { best = { size, lines }; }
    }
    const group = draw("g", { class: "far-name", "aria-hidden": "true" });
    best.lines.forEach((line, number) => group.append(draw("text", { x: node.width / 2, y: node.height / 2 + (number - best.lines.length / 2 + .8) * best.size * 1.1, "text-anchor": "middle", "font-size": best.size }, line)));
    return group;
  };

  const drawNode = (node, at) => {
    const table = tables[at];
    const group = draw("g", { class: "node", role: "button", tabindex: at === Math.max(chosen, 0) ? "0" : "-1", transform: `translate(${node.x} ${node.y})`,
      "aria-label": `${table.name}, ${counted(table.columns.length, "column")}, changed by ${counted(table.changed.length, "migration")}`, "aria-pressed": String(at === chosen) });
    const near = draw("g", { class: "near-text", "aria-hidden": "true" });
    group.append(draw("rect", { class: "box", width: node.width, height: node.height, rx: 5 }), near, farName(node, table.name));
    near.append(draw("rect", { class: "head", x: 1.5, y: 1.5, width: node.width - 3, height: HEAD - 3, rx: 4 }));
    near.append(draw("text", { class: "title", x: PAD, y: 17 }, cut(table.name, 44)));
    node.rows.forEach((row, number) => {
      const y = HEAD + number * ROW + 14;
      if (sign(row)) { near.append(draw("text", { class: "sign", x: PAD, y }, sign(row))); }
      near.append(draw("text", { x: PAD + SIGN, y }, cut(row.name, 32)), draw("text", { class: "type", x: node.width - PAD, y, "text-anchor": "end" }, cut(row.type, 24)));
    });
    if (node.hidden) { near.append(draw("text", { class: "more", x: PAD + SIGN, y: HEAD + node.rows.length * ROW + 14 }, `+ ${node.hidden} more`)); }
    group.addEventListener("click", () => { if (!moved) { choose(at); } });
    node.group = group;
    return group;
  };

  const drawAll = () => {
    layOut();
    world.replaceChildren();
    frames.forEach(({ x, y, width, height }) => world.append(draw("rect", { class: "frame", x, y, width, height, rx: 8 })));
    for (const edge of edges) {
      edge.line = draw("path", { class: "edge", d: path(edge), ...edge.arrows ? { "marker-start": "url(#arrow)" } : {} });
      world.append(edge.line);
    }
    nodes.forEach((node, at) => world.append(drawNode(node, at)));
    mark();
  };
  const FAR = .55;
  const move = () => {
    world.setAttribute("transform", `translate(${place.x} ${place.y}) scale(${place.scale})`);
    svg.classList.toggle("far", place.scale < FAR);
  };
  const size = () => svg.getBoundingClientRect();
  const zoom = (factor, at = { x: size().width / 2, y: size().height / 2 }) => {
    const scale = Math.min(3, Math.max(.03, place.scale * factor));
    place = { x: at.x - (at.x - place.x) * scale / place.scale, y: at.y - (at.y - place.y) * scale / place.scale, scale };
    move();
  };
  const fit = () => {
    const box = size(), scale = Math.min(1.1, (box.width - 32) / extent.width, (box.height - 32) / extent.height);
    place = { scale, x: (box.width - extent.width * scale) / 2, y: (box.height - extent.height * scale) / 2 };
    move();
  };
  const bringIntoSight = (at) => {
    const node = nodes[at], box = size();
    place.scale = Math.max(place.scale, .8);
    place.x = box.width / 2 - (node.x + node.width / 2) * place.scale;
    place.y = Math.min(box.height / 2, box.height / 2 - (node.y + Math.min(node.height, 200) / 2) * place.scale);
    move();
  };

  const mark = () => {
    const near = chosen >= 0 ? neighbours[chosen] : new Set();
    for (const edge of edges) { edge.line.classList.toggle("near", edge.ends.includes(chosen)); }
    nodes.forEach((node, at) => {
      node.group.classList.toggle("chosen", at === chosen);
      node.group.classList.toggle("near", at !== chosen && near.has(at));
      node.group.setAttribute("aria-pressed", String(at === chosen));
      node.group.setAttribute("tabindex", at === Math.max(chosen, 0) ? "0" : "-1");
    });
  };
  const goTo = (at) => {
    const button = make("button", { type: "button", class: "plain" }, tables[at].name);
    // The button goes with the table that was shown: whoever came by keyboard goes on in the panel.
    button.addEventListener("click", () => { choose(at); bringIntoSight(at); panel.querySelector("button").focus(); });
    return button;
  };
  const list = (title, items) => items.length ? [make("h4", {}, title), make("ul", {}, ...items.map((item) => make("li", {}, ...[item].flat())))] : [];
  const migration = (at) => {
    const { id, name, mark, verdict } = migrations[at];
    return [make("span", { class: "mark " + mark, "aria-hidden": "true" }, MARKS[mark]), make("a", { href: "#" + id }, name), ` ${verdict}`];
  };
  const choose = (at) => {
    chosen = at;
    choice.value = String(at);
    mark();
    view.classList.toggle("has-table", at >= 0);
    panel.hidden = at < 0;
    if (at < 0) { status.textContent = ""; return; }
    const table = tables[at];
    const close = make("button", { type: "button", "aria-label": "Close " + table.name }, "×");
    close.addEventListener("click", leave);
    const rows = table.columns.map((column) => make("tr", {}, make("td", { class: "sign" }, sign(column)), make("th", { scope: "row" }, column.name), make("td", {}, column.type)));
    panel.replaceChildren(
      make("div", { class: "top" }, make("h3", {}, table.name), close),
      ...list("Changed by", table.changed.map(migration)),
      ...list("Rows may be changed by", table.touched.map(migration)),
      make("h4", {}, "Columns"), make("table", {}, make("tbody", {}, ...rows)),
      ...list("References", table.references.map((key) => [goTo(key.table), ` ${key.columns} → ${key.to}`])),
      ...list("Referenced by", [...new Set(referencedBy[at])].map((from) => [goTo(from)])));
    panel.setAttribute("aria-label", "Table " + table.name);
    status.textContent = `${table.name}: changed by ${counted(table.changed.length, "migration")}`;
  };

  const leave = () => { const { group } = nodes[chosen]; choose(-1); group.focus({ preventScroll: true }); };

  let moved = false;
  const pointers = new Map();
  const follow = () => {
    svg.addEventListener("pointerdown", (event) => { pointers.set(event.pointerId, event); moved = false; });
    svg.addEventListener("pointermove", (event) => {
      const before = pointers.get(event.pointerId);
      if (!before) { return; }
      const box = size();
      if (pointers.size === 2) {
        const other = [...pointers.values()].find((each) => each.pointerId !== event.pointerId);
        const apart = (each) => Math.hypot(each.clientX - other.clientX, each.clientY - other.clientY);
        zoom(apart(event) / Math.max(1, apart(before)), { x: (event.clientX + other.clientX) / 2 - box.left, y: (event.clientY + other.clientY) / 2 - box.top });
        moved = true;
      } else if (moved || Math.hypot(event.clientX - before.clientX, event.clientY - before.clientY) > 3) {
        if (!moved) { svg.setPointerCapture(event.pointerId); }
        moved = true;
        place.x += event.clientX - before.clientX;
        place.y += event.clientY - before.clientY;
        move();
      } else { return; }
      pointers.set(event.pointerId, event);
    });
    for (const end of ["pointerup", "pointercancel", "pointerleave"]) { svg.addEventListener(end, (event) => pointers.delete(event.pointerId)); }
    // The wheel alone scrolls the page on.
    svg.addEventListener("wheel", (event) => {
      if (!event.ctrlKey && !event.metaKey) { return; }
      event.preventDefault();
      const box = size();
      zoom(Math.exp(-event.deltaY / 300), { x: event.clientX - box.left, y: event.clientY - box.top });
    }, { passive: false });
    svg.addEventListener("keydown", keys);
  };

  const STEPS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  const neighbour = (at, [dx, dy]) => {
    const middle = (node) => ({ x: node.x + node.width / 2, y: node.y + node.height / 2 });
    const from = middle(nodes[at]);
    let best = -1, least = Infinity;
    nodes.forEach((node, other) => {
      const to = middle(node), along = (to.x - from.x) * dx + (to.y - from.y) * dy;
      const aside = Math.abs((to.x - from.x) * dy) + Math.abs((to.y - from.y) * dx);
      if (other !== at && along > 1 && along + aside * 2 < least) { least = along + aside * 2; best = other; }
    });
    return best;
  };
  const keys = (event) => {
    const at = nodes.findIndex((node) => node.group === document.activeElement);
    const step = STEPS[event.key];
    if (event.ctrlKey || event.metaKey || event.altKey) { return; }
    if (event.key === "+" || event.key === "=") { zoom(1.25); } else if (event.key === "-") { zoom(.8); } else if (event.key === "0") { fit(); } else if (at >= 0 && (event.key === "Enter" || event.key === " ")) { choose(at); } else if (step && at >= 0) {
      const next = neighbour(at, step);
      if (next >= 0) { nodes[next].group.setAttribute("tabindex", "0"); nodes[next].group.focus({ preventScroll: true }); bringIntoSight(next); }
    } else if (step) { place.x -= step[0] * 60; place.y -= step[1] * 60; move(); } else { return; }
    event.preventDefault();
  };

  const signs = () => {
    const there = new Set(tables.flatMap((table) => table.columns.map(sign)));
    const said = [["PK", "primary key"], ["FK", "foreign key"], ["PF", "both a primary and a foreign key"]].filter(([each]) => there.has(each));
    return [...said.map(([each, what]) => make("span", {}, make("b", {}, each), " " + what)), ...edges.length || there.has("FK") || there.has("PF") ? [make("span", {}, "→ to the table referred to")] : []];
  };

  const build = () => {
    choice = make("select", { id: "table-choice" }, make("option", { value: "-1" }, `All ${tables.length}`), ...tables.map((table, at) => make("option", { value: at }, table.name)));
    choice.addEventListener("change", () => { choose(Number(choice.value)); if (chosen >= 0) { bringIntoSight(chosen); } else { fit(); } });
    const columns = make("input", { type: "checkbox", id: "all-columns" });
    columns.checked = allColumns;
    columns.addEventListener("change", () => { allColumns = columns.checked; drawAll(); fit(); });
    const button = (text, label, act) => {
      const made = make("button", { type: "button", "aria-label": label, title: label }, text);
      made.addEventListener("click", act);
      return made;
    };
    svg = draw("svg", { class: "canvas", tabindex: "0", role: "group", "aria-label": "Diagram of the tables. Arrow keys move it, plus and minus zoom, 0 fits it. Tab goes to a table, arrow keys from table to table, Enter opens one." });
    const defs = draw("defs"), arrow = draw("marker", { id: "arrow", viewBox: "0 0 8 8", refX: 8, refY: 4, markerWidth: 7, markerHeight: 7, orient: "auto-start-reverse" });
    arrow.append(draw("path", { class: "arrow", d: "M0 0 8 4 0 8z" }));
    defs.append(arrow);
    world = draw("g");
    svg.append(defs, world);
    panel = make("aside", { class: "table-panel", hidden: "" });
    status = make("p", { class: "hidden", role: "status" });
    view = make("div", { class: "diagram-view" }, svg, panel);
    host.replaceChildren(
      make("div", { class: "diagram-tools" }, make("label", {}, "Table ", choice), make("label", {}, columns, "All columns"),
        make("span", { class: "zoom" }, button("−", "Zoom out", () => zoom(.8)), button("+", "Zoom in", () => zoom(1.25)), button("Fit", "Fit the whole diagram", fit))),
      view, make("p", { class: "legend signs" }, ...signs()), status);
    host.addEventListener("keydown", (event) => { if (event.key === "Escape" && chosen >= 0) { leave(); event.preventDefault(); } });
    drawAll();
    fit();
    follow();
    let width = size().width;
    new ResizeObserver(() => { if (Math.abs(size().width - width) > 40 && chosen < 0) { fit(); } width = size().width; }).observe(svg);
  };
  let built = false;
  const once = () => { if (!built) { built = true; build(); } };
  new IntersectionObserver((seen, observer) => { if (seen.some((each) => each.isIntersecting)) { observer.disconnect(); once(); } }, { rootMargin: "300px" }).observe(host);
  // Paper has another shape than the window: all of it is shown, whatever was looked at.
  addEventListener("beforeprint", () => {
    once();
    svg.setAttribute("viewBox", `-8 -8 ${extent.width + 16} ${extent.height + 16}`);
    world.removeAttribute("transform");
  });
  addEventListener("afterprint", () => { svg.removeAttribute("viewBox"); move(); });
})();
