/* Tables and the courses of key figures come as data and are built here, text as text. Dash would make a component of
   every cell and column, and asks every component at every change on the page: some hundred rows would hold the page
   up for many seconds. */
(function () {
  "use strict";

  function made(name, attributes, children) {
    var element = document.createElement(name);
    Object.keys(attributes).forEach(function (key) {
      if (attributes[key]) {
        element.setAttribute(key, attributes[key]);
      }
    });
    element.append.apply(element, children);
    return element;
  }

  function link(cell) {
    var leaving = { href: cell.address, lang: cell.lang, rel: "noopener noreferrer", target: "_blank" };
    return made("a", cell.address ? leaving : { href: cell.href, class: "choice" }, [cell.text]);
  }

  function cellOf(cell) {
    var inside = cell.href || cell.address ? link(cell) : cell.text;
    if (cell.share === undefined) {
      var mark = cell.mark ? [made("a", { href: cell.mark.anchor, class: "mark" }, [cell.mark.text])] : [];
      return made("td", { class: cell.kind, lang: cell.lang }, [inside].concat(mark));
    }
    var bar = made("span", { class: "bar" }, []);
    bar.style.width = (100 * cell.share).toFixed(1) + "%";
    return made("td", { class: cell.kind }, [bar, made("span", { class: "cell-text" }, [inside])]);
  }

  function tableOf(data) {
    var headers = data.headers.map(function (text) { return made("th", { scope: "col" }, [text]); });
    var rows = data.rows.map(function (cells, number) {
      return made("tr", { class: data.marked.includes(number) && "chosen" }, cells.map(cellOf));
    });
    return made("table", { class: "table figures hue-" + data.hue }, [
      made("caption", { class: "visually-hidden" }, [data.caption]),
      made("thead", {}, [made("tr", {}, headers)]),
      made("tbody", {}, rows),
    ]);
  }

  /* A frame that scrolls is reached by keyboard, and has a name. Who chose with the keyboard stays on the link. */
  function table(frame) {
    var place = Array.from(frame.querySelectorAll("a")).indexOf(document.activeElement);
    var data = frame.dataset.table && JSON.parse(frame.dataset.table);
    var named = { tabindex: "0", role: "region", "aria-label": data && data.caption };
    Object.keys(named).forEach(function (key) {
      if (data) {
        frame.setAttribute(key, named[key]);
      } else {
        frame.removeAttribute(key);
      }
    });
    frame.replaceChildren.apply(frame, data ? [tableOf(data)] : []);
    var link = frame.querySelectorAll("a")[place];
    if (link) {
      link.focus({ preventScroll: true });
    }
  }

  /* A small column a year, as high as its percent; a year without a figure keeps its place. */
  function course(place) {
    var columns = JSON.parse(place.dataset.course).map(function (year) {
      var column = made("span", { class: year[1] }, []);
      column.style.height = year[0] === null ? "" : year[0] + "%";
      return column;
    });
    place.replaceChildren.apply(place, columns);
  }

  var BUILD = { table: table, course: course };

  /* What is built may be shown with its data already there, or get them later. */
  new MutationObserver(function () {
    Object.keys(BUILD).forEach(function (name) {
      document.querySelectorAll("[data-" + name + "]").forEach(function (place) {
        if (place.dataset[name] !== (place.builtFrom || "")) {
          place.builtFrom = place.dataset[name];
          BUILD[name](place);
        }
      });
    });
  }).observe(document.body, { childList: true, subtree: true, attributeFilter: ["data-table", "data-course"] });
})();
