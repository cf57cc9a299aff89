/* Tables: a header sorts by its column, a field shows only the rows that have what is typed. Before a table is rewritten its
   rows stand again as they were written; afterwards they are arranged as the reader had them. */
(function () {
  "use strict";

  var NUMBER = /[−-]?\d[\d\s\u00a0\u202f.,]*/;
  var written = new WeakMap();

  function bodyOf(element) {
    return element.closest(".table-part").querySelector("tbody");
  }

  function asWritten(body) {
    return written.get(body) || written.set(body, Array.from(body.childNodes)).get(body);
  }

  /* A number as the language of the page writes it; null of a cell that has a word instead. */
  function numberOf(cell) {
    var found = cell.classList.contains("number") && cell.textContent.match(NUMBER);
    if (!found) {
      return null;
    }
    var digits = found[0].replace(/[\s\u00a0\u202f]/g, "").replace("−", "-");
    return parseFloat(document.documentElement.lang === "en" ? digits.replace(/,/g, "") : digits.replace(",", "."));
  }

  function keyOf(row, column) {
    var cell = row.cells[column], number = numberOf(cell);
    return number === null ? cell.dataset.order || cell.textContent.trim() : number;
  }

  function compare(one, other) {
    if (typeof one === "number" && typeof other === "number") {
      return one - other;
    }
    return String(one).localeCompare(String(other), document.documentElement.lang, { numeric: true });
  }

  /* In columns of numbers, what is none stands last either way. */
  function sorted(rows, column, sign) {
    var hasNumbers = rows.some(function (row) { return typeof keyOf(row, column) === "number"; });
    return rows.slice().sort(function (a, b) {
      var one = keyOf(a, column), other = keyOf(b, column);
      var lacks = hasNumbers ? (typeof one !== "number") - (typeof other !== "number") : 0;
      return lacks || sign * compare(one, other);
    });
  }

  function sort(body) {
    var header = body.parentNode.querySelector("th[aria-sort]");
    if (header) {
      var rows = asWritten(body).filter(function (node) { return node.nodeName === "TR"; });
      sorted(rows, header.cellIndex, header.getAttribute("aria-sort") === "ascending" ? 1 : -1)
        .forEach(function (row) { body.append(row); });
    }
  }

  function filter(body) {
    var field = body.closest(".table-part").querySelector(".filter"), wanted = field ? field.value.trim().toLowerCase() : "";
    Array.from(body.rows).forEach(function (row) {
      row.hidden = Boolean(wanted) && row.textContent.toLowerCase().indexOf(wanted) < 0;
    });
  }

  function bodies(panel) {
    return Array.from(panel.querySelectorAll(".table-part tbody"));
  }

  /* What has the keyboard keeps it, though its row is moved. */
  function held(deed) {
    var active = document.activeElement;
    deed();
    if (active !== document.activeElement && active.isConnected) {
      active.focus({ preventScroll: true });
    }
  }

  document.addEventListener("click", function (event) {
    var button = event.target.closest && event.target.closest("button.sort");
    if (button) {
      var header = button.closest("th"), isUp = header.getAttribute("aria-sort") === "ascending", body = bodyOf(button);
      asWritten(body);
      header.parentNode.querySelectorAll("[aria-sort]").forEach(function (one) { one.removeAttribute("aria-sort"); });
      header.setAttribute("aria-sort", isUp ? "descending" : "ascending");
      sort(body);
    }
  });

  document.addEventListener("input", function (event) {
    if (event.target.classList.contains("filter")) {
      filter(bodyOf(event.target));
    }
  });

  window.tables = {
    restore: function (panel) {
      held(function () {
        bodies(panel).forEach(function (body) {
          (written.get(body) || []).forEach(function (node) { body.append(node); });
          written.delete(body);
        });
      });
    },
    arrange: function (panel) {
      held(function () { bodies(panel).forEach(function (body) { sort(body); filter(body); }); });
    },
  };
})();
