
// Makes the plots live: zoom by dragging, a double click or Escape for all of it, arrow keys for the values. Without this script the drawings stay.
(function () {
  "use strict";
  const plots = [];
  const colour = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const dashes = [[], [7, 3], [2, 2], [9, 3, 2, 3], [4, 4], [12, 3], [1, 3], [7, 7], [2, 6], [9, 3, 2, 8], [4, 8], [12, 8]];
  const height = 246;

  function number(value) {
    if (value == null) return "–";
    const text = value.toPrecision(6);
    return text.includes("e") ? text : String(Number(text));
  }

  function ticks(plot, values, _axis, _space, step) {
    let decimals = 0;
    while (decimals < 12 && Math.abs(step * 10 ** decimals - Math.round(step * 10 ** decimals)) > 1e-6) decimals++;
    return values.map(v => v == null ? "" : (Math.abs(v) >= 1e7 ? v.toPrecision(4) : (v + 0).toFixed(decimals)));
  }

  function drawBand(given) {
    return plot => {
      if (given.lower == null && given.upper == null) return;
      const box = plot.bbox, pen = plot.ctx;
      const inside = y => Math.min(box.top + box.height, Math.max(box.top, y));
      const top = given.upper == null ? box.top : inside(plot.valToPos(given.upper, "y", true));
      const bottom = given.lower == null ? box.top + box.height : inside(plot.valToPos(given.lower, "y", true));
      pen.save();
      pen.globalAlpha = 0.6;
      pen.fillStyle = colour("--in");
      pen.fillRect(box.left, top, box.width, bottom - top);
      pen.globalAlpha = 1;
      pen.fillStyle = colour("--in-edge");
      if (given.upper != null && top > box.top) pen.fillRect(box.left, top, box.width, devicePixelRatio);
      if (given.lower != null && bottom < box.top + box.height) pen.fillRect(box.left, bottom, box.width, devicePixelRatio);
      pen.restore();
    };
  }

  function said(plot, given, at) {
    const value = i => number(plot.data[i][at]) + " " + given.y.unit;
    const values = given.series.map((name, i) => given.series.length > 1 ? name + " " + value(i + 1) : value(i + 1))
      .filter((_, i) => !given.tables || plot.data[i + 1][at] != null);
    return number(plot.data[0][at]) + " " + given.x.unit + ": " + values.join(", ");
  }

  function options(given, width, output) {
    const axis = title => ({
      label: title, labelSize: 20, labelGap: 2, labelFont: "12px " + font, font: "11px " + font,
      stroke: () => colour("--soft"), grid: { stroke: () => colour("--faint"), width: 1 }, ticks: { stroke: () => colour("--line"), width: 1, size: 4 }, values: ticks
    });
    const x = axis(given.x.title), y = axis(given.y.title);
    x.size = 30; y.size = 52; x.space = 64; y.space = 34;
    if (given.x.log) x.values = (_, values) => values.map(v => v == null ? "" : number(v));
    const isLimit = i => i >= given.series.length - (given.limits || 0);
    const whole = { x: [given.x.from, given.x.to], y: [given.y.from, given.y.to] };
    let least = Infinity, most = -Infinity;
    for (const v of given.data.slice(1).flat())
      if (v != null) { least = Math.min(least, v); most = Math.max(most, v); }
    return {
      width, height, pxAlign: false,
      padding: [8, 12, 0, 0],
      cursor: { sync: given.group ? { key: given.group, setSeries: false } : undefined, drag: { x: true, y: false, setScale: true }, points: { size: 7 } },
      scales: {
        x: { time: false, distr: given.x.log ? 3 : 1, range: (_, from, to) => from == null ? whole.x : [from, to] },
        y: {
          range: (_, from, to) => {
            if (from == null || (from <= least && to >= most)) return whole.y;
            const room = (to - from) * 0.08 || Math.abs(to) * 0.01 || 1e-3;
            return [from - room, to + room];
          }
        }
      },
      axes: [x, y],
      series: [
        { label: given.x.title },
        ...given.series.map((label, i) => ({
          label, width: 1.6, dash: isLimit(i) ? [3, 3] : dashes[i % 12], stroke: () => colour(isLimit(i) ? "--in-edge" : "--s" + (i % 6)), spanGaps: false,
          points: { show: given.points && !isLimit(i), size: 6, fill: () => colour("--s" + (i % 6)) }
        }))
      ],
      legend: { show: false },
      hooks: { drawClear: [drawBand(given)], setScale: [(plot, scale) => { if (scale === "x") Object.assign(plot.root.dataset, { from: plot.scales.x.min, to: plot.scales.x.max }); }], setCursor: [plot => { output.textContent = plot.cursor.idx == null ? "" : said(plot, given, plot.cursor.idx); }] }
    };
  }

  const font = getComputedStyle(document.body).fontFamily;

  function keys(plot, given, figure) {
    const over = plot.root, spoken = document.createElement("p");
    spoken.className = "unseen";
    spoken.setAttribute("aria-live", "polite");
    figure.append(spoken);
    over.tabIndex = 0;
    over.setAttribute("role", "group");
    over.setAttribute("aria-label", given.label + " Arrow keys read values, plus and minus zoom, Escape shows all.");
    let at = -1;
    const zoom = factor => {
      const { min, max } = plot.scales.x, middle = at >= 0 ? plot.data[0][at] : (min + max) / 2;
      const from = Math.max(given.x.from, middle - (middle - min) * factor), to = Math.min(given.x.to, middle + (max - middle) * factor);
      if (to > from) plot.setScale("x", { min: from, max: to });
    };
    over.addEventListener("keydown", event => {
      const step = event.shiftKey ? Math.max(1, Math.round(plot.data[0].length / 20)) : 1;
      const move = { ArrowRight: step, ArrowLeft: -step }[event.key];
      if (move) {
        at = Math.min(plot.data[0].length - 1, Math.max(0, at + move));
        plot.setCursor({ left: plot.valToPos(plot.data[0][at], "x"), top: 0 });
        spoken.textContent = said(plot, given, at);
      } else if (event.key === "+" || event.key === "=") zoom(0.5);
      else if (event.key === "-") zoom(2);
      else if (event.key === "Escape") plot.setScale("x", { min: given.x.from, max: given.x.to });
      else return;
      event.preventDefault();
    });
  }

  function show(figure) {
    const place = figure.querySelector(".live");
    const given = JSON.parse(figure.querySelector("script").textContent);
    if (given.tables) given.data = uPlot.join(given.tables);
    figure.classList.add("is-live");
    try {
      const plot = new uPlot(options(given, place.clientWidth, figure.querySelector(".at")), given.data, place);
      plots.push({ plot, place });
      keys(plot, given, figure);
    } catch (problem) {
      figure.classList.remove("is-live");
      console.error(problem);
    }
  }

  const figures = document.querySelectorAll("figure.plot");
  const near = new IntersectionObserver(seen => {
    for (const entry of seen) {
      if (!entry.isIntersecting) continue;
      near.unobserve(entry.target);
      show(entry.target);
    }
  }, { rootMargin: "800px" });
  figures.forEach(figure => near.observe(figure));

  new ResizeObserver(() => plots.forEach(({ plot, place }) => {
    if (place.clientWidth > 0 && place.clientWidth !== plot.width) plot.setSize({ width: place.clientWidth, height });
  })).observe(document.querySelector("main"));
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => plots.forEach(({ plot }) => plot.redraw(false)));

  // Paper shows what is folded away, but for the licence.
  let folded = [];
  addEventListener("beforeprint", () => {
    folded = [...document.querySelectorAll("details:not([open]):not(.licence)")];
    folded.forEach(d => d.open = true);
  });
  addEventListener("afterprint", () => folded.forEach(d => d.open = false));
})();
