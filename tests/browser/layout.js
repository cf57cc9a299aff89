/* Faults of a layout that can be measured: each function returns what is wrong, in words. */
window.layout = {
  SLACK: 1.5,

  name: element => `${element.getAttribute("class") || element.tagName} “${element.textContent.trim().slice(0, 40)}”`,

  boxOf: element => element.getBoundingClientRect(),

  overlap(one, other) {
    const width = Math.min(one.right, other.right) - Math.max(one.left, other.left);
    const height = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
    return width > layout.SLACK && height > layout.SLACK;
  },

  /* Pairs of elements that lie on each other, among those given that take any room. */
  overlapping(elements) {
    const boxes = elements.map(element => [element, layout.boxOf(element)]).filter(([, box]) => box.width && box.height);
    return boxes.flatMap(([element, box], number) => boxes.slice(number + 1)
      .filter(([, other]) => layout.overlap(box, other))
      .map(([other]) => `${layout.name(element)} on ${layout.name(other)}`));
  },

  all: (selector, within = document) => [...within.querySelectorAll(selector)],

  /* Parts of the page, parts of panels, texts of pictures, marks of the slider. */
  crowded: () => [
    ...layout.overlapping(layout.all("header.top, .controls, .heading, .key-figure, .panel, footer.about")),
    ...layout.overlapping(layout.all(".top .nav-link, .languages a, .brand")),
    ...layout.overlapping(layout.all(".dash-slider-mark")),
    ...layout.overlapping(layout.all(".control, .chip, .clear")),
    ...layout.all(".panel").flatMap(panel => layout.overlapping(layout.all(".head, .picture, .legend-place, .foot, .table-part", panel))),
    ...layout.all(".js-plotly-plot").flatMap(graph => layout.overlapping(layout.all("svg text", graph))),
  ],

  /* Pictures that do not fill their frame; an empty panel has none. */
  unfilled: () => layout.all(".picture").filter(frame => frame.checkVisibility()).filter(frame => {
    const [outer, inner] = [frame, frame.querySelector("svg.main-svg")].map(layout.boxOf);
    return inner.height < 150 || Math.abs(outer.width - inner.width) > 2 || Math.abs(outer.height - inner.height) > 2;
  }).map(layout.name),

  /* Texts of pictures that leave their picture. */
  cut: () => layout.all(".js-plotly-plot").flatMap(graph => layout.all("svg text", graph).filter(text => {
    const [outer, inner] = [graph, text].map(layout.boxOf);
    const limit = layout.SLACK;
    return inner.width && (inner.left < outer.left - limit || inner.right > outer.right + limit ||
      inner.top < outer.top - limit || inner.bottom > outer.bottom + limit);
  }).map(layout.name)),

  /* What can be pressed, but not 11 px from its middle: a finger needs 24 px (WCAG 2.5.8). */
  small: () => layout.all("main a.choice, .top a, .chip, .clear, select, summary, .dash-dropdown, [role=slider]")
    .filter(element => element.checkVisibility() && !layout.isLargeEnough(element)).map(layout.name),

  isLargeEnough(element) {
    element.scrollIntoView({block: "center"});
    const box = layout.boxOf(element), x = box.x + box.width / 2, y = box.y + box.height / 2;
    return [[-11, 0], [11, 0], [0, -11], [0, 11]].every(([right, down]) => {
      const hit = document.elementFromPoint(x + right, y + down);
      return hit && (element.contains(hit) || hit.contains(element) && hit.tagName === "LABEL");
    });
  },

  /* Texts of pictures that are too small to read. */
  tiny: () => layout.all(".js-plotly-plot svg text")
    .filter(text => text.textContent.trim() && parseFloat(getComputedStyle(text).fontSize) < 12).map(layout.name),

  /* Lines of texts of pictures that a style of the page has given another size: plotly names its parts as well. */
  restyled: () => layout.all(".js-plotly-plot svg text tspan").filter(line => !line.style.fontSize)
    .filter(line => getComputedStyle(line).fontSize !== getComputedStyle(line.parentElement).fontSize).map(layout.name),

  silent: () => layout.all(".panel").filter(panel => ["h2", ".sentence"].some(
    part => !(panel.querySelector(part) || {textContent: ""}).textContent.trim())).map(layout.name),
};
