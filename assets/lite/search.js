/* The list of districts grows shorter while somebody writes; without this script it is whole. */
(function () {
  "use strict";
  var field = document.getElementById("search"), told = document.getElementById("told");
  var items = Array.from(document.querySelectorAll("[data-search]"));

  function plain(text) {
    return text.toLowerCase().replace(/ё/g, "е").replace(/[-\s]+/g, " ").trim();
  }

  field.closest("p").hidden = false;
  field.addEventListener("input", function () {
    var asked = plain(field.value);
    var found = items.filter(function (item) {
      item.hidden = !plain(item.dataset.search).includes(asked);
      return !item.hidden;
    });
    told.textContent = found.length + " / " + items.length;
  });
})();
